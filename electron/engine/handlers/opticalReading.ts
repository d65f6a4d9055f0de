/** How far a transfer is, and what becomes of it when it is whole: a card is kept, a bundle waits for its door. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { Collector } from '../../../shared/optical/fountain.ts'
import { parseCard } from '../intake/readCard.ts'
import { keepCard } from './cardRead.ts'
import type { HandlerContext, VaultSession } from './context.ts'

type Reading = Output<'optical.take'>

export function readingOf(counts: Pick<Reading, 'read' | 'unreadable'>, session: VaultSession, context: HandlerContext): Result<Reading, Refusal> {
  const transfer = session.optical.leading()
  const begun: Reading = { kind: transfer?.session.kind ?? null, found: transfer?.found ?? 0, blocks: transfer?.blocks ?? 0, ...counts, bundle: null, card: null }
  const file = transfer?.file() ?? null
  if (transfer === null || file === null) return ok(begun)
  session.optical.forget()
  if (!file.ok) return err(refusal('optical-altered', {}, 'payload'))
  return transfer.session.kind === 'card' ? cardOf(file.value, begun, session, context) : bundleOf(file.value, transfer, begun, session, context)
}

function cardOf(bytes: Uint8Array, begun: Reading, session: VaultSession, context: HandlerContext): Result<Reading, Refusal> {
  const card = parseCard(bytes, context)
  return card.ok ? ok({ ...begun, card: keepCard(card.value, session, context) }) : err(refusal(card.error, {}, card.error === 'card-altered' ? 'signature' : 'container'))
}

function bundleOf(bytes: Uint8Array, { session: { hash } }: Collector, begun: Reading, session: VaultSession, { files }: HandlerContext): Result<Reading, Refusal> {
  const path = session.store.incoming.put(`${hash.slice(0, 16)}.chbundle`, bytes)
  return ok({ ...begun, bundle: files.issue('source', path) })
}
