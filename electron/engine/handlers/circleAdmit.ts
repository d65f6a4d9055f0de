import { err, ok } from '../../../shared/base/result.ts'
import { entryAt } from '../../../shared/circle/roster.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { viewCircle } from './circleView.ts'
import type { VaultHandler } from './context.ts'

/** Only the secretariat of the circle, and only a card whose safety words were compared. */
export const circleAdmit: VaultHandler<'circle.admit'> = async ({ circle, installation, roles, member }, session) => {
  const state = session.circle(circle)
  if (state === null) return err(refusal('circle-unknown'))
  if (!session.isMe(state.secretariat)) return err(refusal('role-not-allowed'))
  const card = session.store.cards.get(installation)
  if (card === null) return err(refusal('card-unknown'))
  if (!card.trusted) return err(refusal('safety-words-not-compared'))
  if (entryAt(state, installation, state.epoch) !== null) return err(refusal('card-known'))
  const change = { kind: 'admitted', card: { card: card.signed.card, signature: card.signed.signature }, roles, member }
  session.author({ circle, dossier: null }, 'roster.changed', { epoch: state.epoch + 1, predecessor: state.head, change })
  const next = session.circle(circle)
  if (next === null || next.epoch !== state.epoch + 1) throw new Error('a roster that was just signed does not fold')
  return ok(viewCircle(next, session.me.installation))
}
