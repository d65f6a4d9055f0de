/** What a role of the roster may say in a dossier. An event beyond it is kept and shown, and changes nothing. */
import type { InstallationId } from '../base/identifiers.ts'
import type { Delegation } from '../base/delegations.ts'
import type { Role } from '../circle/events.ts'
import type { RosterEntry } from '../circle/roster.ts'
import type { ProfileRules } from '../silence/profile.ts'
import { isSovereign, KIND_FACTS, type EntryKind } from '../toolbox/entry.ts'
import type { DossierEventType } from './events.ts'

/** Observers hear and answer, but open, amend and mark nothing. */
const TAKES_PART: readonly Role[] = ['secretariat', 'chair', 'delegate', 'drafter']
const ANYBODY: readonly Role[] = [...TAKES_PART, 'observer']
const ISSUES: readonly Role[] = ['secretariat', 'chair', 'drafter']

interface Rule {
  readonly roles: readonly Role[]
  /** Only for those who may have the dossier at all. */
  readonly onDistribution: boolean
}

/**
 * The acts of a setter are open to everybody here and judged by the profile of their procedure: `isSetter`. Entries are judged by their
 * kind: `mayWriteEntry`.
 */
const RULES: Readonly<Record<DossierEventType, Rule>> = {
  'dossier.opened': { roles: TAKES_PART, onDistribution: false },
  'step.marked': { roles: TAKES_PART, onDistribution: true },
  'contribution.added': { roles: ANYBODY, onDistribution: true },
  'position.taken': { roles: ANYBODY, onDistribution: true },
  'entry.added': { roles: ANYBODY, onDistribution: true },
  'entry.revised': { roles: ANYBODY, onDistribution: true },
  'entry.withdrawn': { roles: ANYBODY, onDistribution: true },
  'attachment.added': { roles: ANYBODY, onDistribution: true },
  'attachment.destroyed': { roles: ANYBODY, onDistribution: true },
  'release.consented': { roles: ANYBODY, onDistribution: true },
  'text.revIssued': { roles: ISSUES, onDistribution: true },
  'text.amended': { roles: TAKES_PART, onDistribution: true },
  'text.commented': { roles: ANYBODY, onDistribution: true },
  'silence.opened': { roles: ANYBODY, onDistribution: false },
  'silence.responded': { roles: ANYBODY, onDistribution: false },
  'silence.extended': { roles: ANYBODY, onDistribution: false },
  'silence.intakeClosed': { roles: ANYBODY, onDistribution: false },
  'silence.certified': { roles: ANYBODY, onDistribution: false },
  'silence.drafted': { roles: ANYBODY, onDistribution: false },
  'silence.useStated': { roles: ANYBODY, onDistribution: false },
  'silence.served': { roles: ANYBODY, onDistribution: false },
  'silence.answerWithdrawn': { roles: ANYBODY, onDistribution: false },
  'silence.suspended': { roles: ANYBODY, onDistribution: false },
  'silence.resumed': { roles: ANYBODY, onDistribution: false },
  'silence.withdrawn': { roles: ANYBODY, onDistribution: false },
  'silence.forwarded': { roles: ANYBODY, onDistribution: false },
  'reservation.entered': { roles: ANYBODY, onDistribution: true },
  'reservation.lifted': { roles: ANYBODY, onDistribution: true },
}

/** The opener and the list that it set. */
export interface Distribution {
  readonly opener: InstallationId
  readonly delegations: readonly Delegation[]
}

/** Null distribution: the dossier is not open yet. For the acts of a setter ask `isSetter` as well. */
export function mayAuthor(type: DossierEventType, entry: RosterEntry, distribution: Distribution | null): boolean {
  const rule = RULES[type]
  if (!entry.roles.some((role) => rule.roles.includes(role))) return false
  return !rule.onDistribution || (distribution !== null && mayHaveDossier(entry, distribution))
}

/** Chair and secretariat run the circle and its dossiers, whether or not their delegation is listed. */
function mayHaveDossier(entry: RosterEntry, distribution: Distribution): boolean {
  return entry.installation === distribution.opener || distribution.delegations.includes(entry.delegation) || runsTheCircle(entry)
}

function runsTheCircle(entry: Pick<RosterEntry, 'roles'>): boolean {
  return entry.roles.includes('chair') || entry.roles.includes('secretariat')
}

/** A person of the setter: several may act, the secretariat for the chair. */
export function isSetter(entry: RosterEntry, profile: Pick<ProfileRules, 'setterRoles'>): boolean {
  return profile.setterRoles.some((role) => entry.roles.includes(role))
}

/** `owner` is the delegation that added the entry; null for a new one. */
export function mayWriteEntry(entry: Pick<RosterEntry, 'roles' | 'delegation'>, kind: EntryKind, owner: Delegation | null): boolean {
  const { hand, observers } = KIND_FACTS[kind]
  if (!observers && !entry.roles.some((role) => TAKES_PART.includes(role))) return false
  if (hand === 'sovereign' && !isSovereign(entry.delegation)) return false
  return owner === null || owner === entry.delegation || (hand === 'shared' && runsTheCircle(entry))
}

/** Who may put down the suggestions and comments of a delegation that handed them in outside, in a Word file. */
export function mayRecordFor(delegation: Delegation): boolean {
  return delegation === 'GSC' || delegation === 'PRES'
}

/** Only the secretariat and the Presidency speak for others, and only to put down what those have said. */
export function askedBy({ delegation }: { readonly delegation: Delegation }, { onBehalfOf }: { readonly onBehalfOf?: Delegation | undefined }): Delegation {
  return onBehalfOf !== undefined && mayRecordFor(delegation) ? onBehalfOf : delegation
}
