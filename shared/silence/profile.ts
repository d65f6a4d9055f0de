/** What a kind of silence procedure is: rules as data, each with its source. The kinds that ship with the product: profiles.ts. */
import * as v from 'valibot'
import type { Delegation } from '../base/delegations.ts'
import { MEMBER_STATES, compareDelegations } from '../base/delegations.ts'
import { typedLine } from '../base/words.ts'
import { AFTER_STEPS, BREAKING_KINDS, isBreakingKind, type ProfileRef, type Response } from './procedure.ts'

export const SETTER_ROLES = ['chair', 'secretariat'] as const
export const BREAKERS = ['memberStates', 'members'] as const
export const GRADES = ['seed', 'public', 'practice', 'circle'] as const

const distinct = <T>(list: readonly T[]): boolean => new Set(list).size === list.length

/** A circle adds a kind of its own by saying this in an event of the circle. */
export const profileRulesSchema = v.strictObject({
  name: typedLine(120),
  /** Who sets the procedure, in words. */
  setter: typedLine(120),
  /** Roles of the roster that may act as the setter; the secretariat acts for the chair. */
  setterRoles: v.pipe(v.array(v.picklist(SETTER_ROLES)), v.minLength(1), v.maxLength(SETTER_ROLES.length), v.check(distinct)),
  /** How its use is agreed, apart from the text; null where nothing is prescribed. */
  useAgreed: v.nullable(typedLine(400)),
  /** Null where no minimum is prescribed. */
  minimumHours: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8760))),
  /** `memberStates`: Member States that the roster calls members; `members`: whoever the roster calls a member. */
  whoMayBreak: v.picklist(BREAKERS),
  /** Kinds of answer that break where their author says that they do. */
  breakingKinds: v.pipe(v.array(v.picklist(BREAKING_KINDS)), v.minLength(1), v.maxLength(BREAKING_KINDS.length), v.check(distinct)),
  /** The rule in one sentence, for screens and certificates. */
  rule: typedLine(400),
  /** `{forwardTo}` stands for where the outcome goes next. */
  unbrokenWords: typedLine(400),
  /** `{delegations}` stands for those that broke it. */
  brokenWords: typedLine(400),
  /** Only where this holds may the words of an unbroken outcome say "adopted". */
  adopts: v.boolean(),
  /** Steps that may be recorded after an unbroken outcome. */
  after: v.pipe(v.array(v.picklist(AFTER_STEPS)), v.maxLength(AFTER_STEPS.length), v.check(distinct)),
  source: typedLine(400),
  /** How well the rule is founded: in the founding documents, in a published rule, known from use only, or the circle's own word. */
  grade: v.picklist(GRADES),
})
export type ProfileRules = v.InferOutput<typeof profileRulesSchema>
export type Profile = ProfileRules & { readonly id: ProfileRef }

/**
 * What makes rules unusable although each field is well formed: `adopted` said without the right to, or the other way round; broken words
 * that do not name who broke it; an outcome that reads the same either way; a source graded higher than a circle can vouch for.
 */
export type ProfileFault = 'adopted-not-allowed' | 'adopted-not-said' | 'breakers-not-named' | 'outcomes-alike' | 'grade'

export function profileFault({ adopts, brokenWords, grade, unbrokenWords }: ProfileRules): ProfileFault | null {
  const saysAdopted = /\badopt/i.test(unbrokenWords)
  if (saysAdopted && !adopts) return 'adopted-not-allowed'
  if (adopts && !saysAdopted) return 'adopted-not-said'
  if (!brokenWords.includes('{delegations}')) return 'breakers-not-named'
  if (brokenWords === unbrokenWords) return 'outcomes-alike'
  return grade === 'circle' ? null : 'grade'
}

/**
 * Under `memberStates` an institution never is a member, whatever a roster says of it: the Commission, the EEAS, the Presidency and the
 * General Secretariat are not Council members, so their "no" is recorded and shown, and does not break.
 */
export function canBreak({ whoMayBreak }: Pick<ProfileRules, 'whoMayBreak'>, delegation: Delegation, memberInRoster: boolean): boolean {
  return memberInRoster && (whoMayBreak === 'members' || MEMBER_STATES.some((state) => state === delegation))
}

/** An answer as it counts for the outcome. */
export interface CountedResponse {
  readonly delegation: Delegation
  readonly response: Pick<Response, 'kind' | 'breaks'>
  readonly canBreak: boolean
  readonly late: boolean
  /** Taken back by its own delegation, in time. */
  readonly withdrawn: boolean
}

export function breaks(profile: Pick<ProfileRules, 'breakingKinds'>, one: CountedResponse): boolean {
  const { kind } = one.response
  return one.canBreak && !one.late && !one.withdrawn && one.response.breaks && isBreakingKind(kind) && profile.breakingKinds.includes(kind)
}

/** Delegations whose answer breaks the procedure, each once, in protocol order. */
export function breakersOf(profile: Pick<ProfileRules, 'breakingKinds'>, responses: readonly CountedResponse[]): Delegation[] {
  return [...new Set(responses.filter((one) => breaks(profile, one)).map((one) => one.delegation))].sort(compareDelegations)
}
