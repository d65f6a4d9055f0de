/** The kinds of silence procedure that a circle added to those that ship with the product. log/FORMAT.md section 8. */
import type { EventId } from '../base/identifiers.ts'
import { quarantined } from '../circle/quarantine.ts'
import { entryAt, type CircleState } from '../circle/roster.ts'
import { parseBody } from '../log/body.ts'
import type { VerifiedEvent } from '../log/event.ts'
import type { ProfileRef } from '../silence/procedure.ts'
import { profileFault, profileRulesSchema, type Profile } from '../silence/profile.ts'
import { PROFILES } from '../silence/profiles.ts'

/** An event of the circle, outside any dossier; its body is `profileRulesSchema`. */
export const PROFILE_ADDED = 'silence.profileAdded'

/** In the order of their identifiers. Events of somebody who may not add one, what is quarantined, and rules that contradict themselves are passed over. Give it whole logs. */
export function profilesOf(circleEvents: readonly VerifiedEvent[], circle: CircleState): ReadonlyMap<ProfileRef, Profile> {
  const said = circleEvents.filter((event) => event.header.type === PROFILE_ADDED)
  const aside = said.length === 0 ? null : quarantined(circle, circleEvents)
  const own = said.filter((event) => aside?.has(event.id) !== true).flatMap((event) => profileIn(event, circle) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1))
  return new Map([...Object.values(PROFILES), ...own].map((profile) => [profile.id, profile]))
}

/** Those that run the circle may add to its rules. */
export function mayAddProfile(roles: readonly string[]): boolean {
  return roles.includes('chair') || roles.includes('secretariat')
}

function profileIn(event: VerifiedEvent, circle: CircleState): (Profile & { readonly id: EventId }) | null {
  const { circle: about, dossier, log, rosterEpoch, type } = event.header
  if (type !== PROFILE_ADDED || about !== circle.circle || dossier !== null || rosterEpoch > circle.epoch) return null
  const entry = entryAt(circle, log, rosterEpoch)
  const body = parseBody(event, profileRulesSchema)
  if (entry === null || !mayAddProfile(entry.roles) || !body.ok || profileFault(body.value) !== null) return null
  return { ...body.value, id: event.id }
}
