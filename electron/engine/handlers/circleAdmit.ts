import { err, ok } from '../../../shared/base/result.ts'
import { standingAt } from '../../../shared/circle/roster.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { changeRoster } from './rosterChange.ts'
import type { VaultHandler } from './context.ts'

/** Only the secretariat of the circle, and only a card whose safety words were compared. */
export const circleAdmit: VaultHandler<'circle.admit'> = async ({ circle, installation, roles, member }, session, context) => {
  const state = session.circle(circle)
  if (state === null) return err(refusal('circle-unknown'))
  if (!session.isMe(state.secretariat)) return err(refusal('role-not-allowed'))
  const card = session.store.cards.get(installation)
  if (card === null) return err(refusal('card-unknown'))
  if (!card.trusted) return err(refusal('safety-words-not-compared'))
  if (standingAt(state, installation, state.epoch) !== null) return err(refusal('card-known'))
  return changeRoster(circle, session, context, () => ok({ kind: 'admitted', card: { ...card.signed }, roles, member }))
}
