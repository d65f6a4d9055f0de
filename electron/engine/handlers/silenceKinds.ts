/** The kinds of silence procedure that there are in a circle. */
import type { CircleState } from '../../../shared/circle/roster.ts'
import { profilesOf } from '../../../shared/dossier/profilesOf.ts'
import type { ProfileRef } from '../../../shared/silence/procedure.ts'
import type { Profile } from '../../../shared/silence/profile.ts'
import type { Session } from './context.ts'

export function kindsIn(session: Session, circle: CircleState): ReadonlyMap<ProfileRef, Profile> {
  return profilesOf(session.circleEvents(circle.circle).map((stored) => stored.event), circle)
}
