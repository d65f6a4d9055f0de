import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { readCard, type ReadCard } from '../intake/readCard.ts'
import { viewCard, type CardView } from './cardView.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'

export const cardRead: VaultHandler<'card.read'> = async ({ source }, session, context) => {
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const read = await readCard(path, context)
  if (!read.ok) return err(refusal(read.error, {}, stageOf(read.error)))
  return ok(keepCard(read.value, session, context))
}

/** Untrusted, until the safety words have been compared. */
export function keepCard({ installation, signed, card }: ReadCard, session: VaultSession, context: HandlerContext): CardView {
  return session.transaction(() => {
    session.store.cards.add(installation, signed, context.now())
    session.record('card.read', `${card.name} (${card.delegation})`, 'done', null)
    // Inside, so that a card that cannot be read back or shown is not kept.
    const kept = session.store.cards.get(installation)
    const view = kept === null ? null : viewCard(kept, session, context)
    if (view === null) throw new Error('a card that was just read is not kept')
    return view
  })
}

function stageOf(code: string): 'limit' | 'container' | 'signature' | null {
  if (code === 'file-too-large') return 'limit'
  if (code === 'not-a-card') return 'container'
  return code === 'card-altered' ? 'signature' : null
}
