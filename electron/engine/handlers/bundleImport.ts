import type { CborValue } from '../../../shared/base/cbor.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { placeArrived, verifyOpened, type CheckedBundle } from './bundleCheck.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'

type Imported = Result<Output<'bundle.import'>, Refusal>

export const bundleImport: VaultHandler<'bundle.import'> = async ({ preview }, session, context) => {
  const bundle = session.previews.get(preview)
  if (bundle === null) return err(refusal('preview-gone'))
  const imported = session.store.bundles.has('in', bundle.hash)
    ? ok({ admitted: 0, alreadyHere: bundle.events.length, waiting: 0, receipt: null })
    : session.transaction(() => admitBundle(bundle, session, context))
  session.previews.drop(preview)
  return imported
}

/** Checked again, because the roster and the logs here may have moved on since the preview. */
function admitBundle(bundle: CheckedBundle, session: VaultSession, context: HandlerContext): Imported {
  const verified = verifyOpened(bundle, session, context)
  if (!verified.ok) return verified
  const { circle, events } = verified.value
  const alreadyHere = events.filter((event) => session.held.has(event.id)).length
  const placed = placeArrived(verified.value, session)
  session.admit(circle.circle, placed)
  noteImport(bundle, session, context)
  const [admitted, waiting] = [placed.admitted.length, placed.waiting.length]
  session.record('bundle.imported', `${bundle.fileName}: ${admitted} new, ${alreadyHere} known, ${waiting} waiting`, 'done', null, {
    marking: bundle.opened.marking,
    details: [['bundle', bundle.hash], ['sender', bundle.opened.manifest.sender], ...placed.forks.map(({ log, seq }): [string, string] => ['fork', `${log} ${seq}`])],
  })
  return ok({ admitted, alreadyHere, waiting, receipt: giveReceipt(bundle, placed.admitted, session, context) })
}

function noteImport({ hash, fileName, opened: { manifest }, events }: CheckedBundle, session: VaultSession, { now }: HandlerContext): void {
  const { circle, sender, counter, previous, recipients, frontier } = manifest
  session.store.bundles.add({
    direction: 'in', hash, circle, sender, counter, previous, recipients, frontier, fileName, atUtcMs: now(), events: events.map((event) => event.id),
  })
}

/** No receipt for receipts alone: two machines would otherwise acknowledge one another for ever. */
function giveReceipt(bundle: CheckedBundle, admitted: readonly VerifiedEvent[], session: VaultSession, { now }: HandlerContext): EventId | null {
  if (admitted.every((event) => event.header.type === 'receipt.given')) return null
  const { circle, sender, counter } = bundle.opened.manifest
  const receipt: CborValue = { bundle: bundle.hash, sender, counter, admittedAtUtcMs: now(), admitted: admitted.map((event) => event.id) }
  return session.author({ circle, dossier: null }, 'receipt.given', receipt)
}
