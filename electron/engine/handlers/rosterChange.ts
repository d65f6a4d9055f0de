/** The next epoch of a roster: only by the circle's secretariat, and only a change that means something. */
import type { CircleId, InstallationId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { changed } from '../../../shared/circle/changes.ts'
import type { RosterChange } from '../../../shared/circle/events.ts'
import { standingAt, type CircleState, type RosterEntry } from '../../../shared/circle/roster.ts'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { CborValue } from '../../../shared/base/cbor.ts'
import { viewCircle } from './circleView.ts'
import type { HandlerContext, VaultSession } from './context.ts'
import { isWhole } from './rosterConflict.ts'

/** `change` is asked with the roster as it stands. */
export function changeRoster(
  circle: CircleId, session: VaultSession, context: HandlerContext, change: (state: CircleState) => Result<RosterChange & CborValue, Refusal>,
): Result<CircleView, Refusal> {
  const state = session.circle(circle)
  if (state === null) return err(refusal('circle-unknown'))
  if (!session.isMe(state.secretariat)) return err(refusal('role-not-allowed', { role: 'secretariat' }))
  const whole = isWhole(circle, session)
  if (!whole.ok) return whole
  const next = change(state)
  if (!next.ok) return next
  if (changed(state, next.value, state.epoch + 1, context) === null) return err(refusal('change-without-meaning'))
  return ok(session.transaction(() => {
    session.author({ circle, dossier: null }, 'roster.changed', { epoch: state.epoch + 1, predecessor: state.head, change: next.value })
    const after = session.circle(circle)
    if (after === null || after.epoch !== state.epoch + 1) throw new Error('a roster that was just signed does not fold')
    return viewCircle(after, session)
  }))
}

/** Of somebody who stands in the roster now, suspended or not. */
export function findStanding(state: CircleState, installation: InstallationId): Result<RosterEntry, Refusal> {
  const entry = standingAt(state, installation, state.epoch)
  return entry === null ? err(refusal('card-unknown')) : ok(entry)
}
