/**
 * The rules of each kind of silence procedure, as data with its source. Words of an outcome are exact: they are quoted in certificates,
 * so a change here is a new profile, never an edit.
 */
import { compareDelegations, MEMBER_STATES, type Delegation } from '../base/delegations.ts'
import type { ProfileId, Response, ResponseKind } from './procedure.ts'

export interface Profile {
  readonly id: ProfileId
  readonly name: string
  /** Who sets the procedure, in words. */
  readonly setter: string
  /** Roles of the roster that may act as the setter; the secretariat acts for the chair. */
  readonly setterRoles: readonly ('chair' | 'secretariat')[]
  /** Null where no minimum is prescribed. */
  readonly minimumHours: number | null
  /** Kinds of answer that break where their author says that they do. */
  readonly breakingKinds: readonly ResponseKind[]
  /** The rule in one sentence, for screens and certificates. */
  readonly rule: string
  /** `{forwardTo}` stands for where the outcome goes next. */
  readonly unbrokenWords: string
  /** `{delegations}` stands for those that broke it. */
  readonly brokenWords: string
  readonly source: string
  /** How well the rule is founded: `seed` in the founding documents, `public` in a published rule, `practice` known from use only. */
  readonly grade: 'seed' | 'public' | 'practice'
}

/** Whoever says that its answer breaks silence is taken at its word, in whatever form it comes; an express agreement never breaks. */
const ANY_FORM: readonly ResponseKind[] = ['objection', 'draftingComment', 'requestForTime', 'reservation']
const CHAIR_OR_SECRETARIAT = ['chair', 'secretariat'] as const

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  'working-party': {
    id: 'working-party', name: 'Working party', setter: 'the chair', setterRoles: CHAIR_OR_SECRETARIAT, minimumHours: null,
    breakingKinds: ANY_FORM,
    rule: 'A member’s objection or drafting comment to the chair and the secretariat breaks it.',
    unbrokenWords: 'agreed at working party level, to be forwarded to {forwardTo}',
    brokenWords: 'not agreed at working party level: silence was broken by {delegations}',
    source: 'Council practice: 5797/5/16 and 7923/2/17 REV 2, cover notes', grade: 'seed',
  },
  'council-12-2-d': {
    id: 'council-12-2-d', name: 'Council simplified written procedure', setter: 'the Presidency', setterRoles: CHAIR_OR_SECRETARIAT, minimumHours: null,
    breakingKinds: ANY_FORM,
    rule: 'One Council member that objects breaks it; no form or reason is prescribed.',
    unbrokenWords: 'deemed adopted at the end of the period',
    brokenWords: 'not adopted: silence was broken by {delegations}',
    source: 'Council Rules of Procedure, Article 12(2)(d); COREU', grade: 'public',
  },
  'osce': {
    id: 'osce', name: 'OSCE', setter: 'the Chair', setterRoles: CHAIR_OR_SECRETARIAT, minimumHours: null,
    breakingKinds: ANY_FORM,
    rule: 'A written objection or amendment to the Chair breaks it.',
    unbrokenWords: 'adopted; text issued at the next meeting',
    brokenWords: 'not adopted: silence was broken by {delegations}',
    source: 'OSCE Rules of Procedure, silence procedure', grade: 'public',
  },
  'nato': {
    id: 'nato', name: 'NATO', setter: 'the Secretary General or the chair', setterRoles: CHAIR_OR_SECRETARIAT, minimumHours: null,
    breakingKinds: ANY_FORM,
    rule: 'One ally breaks it, by letter.',
    unbrokenWords: 'agreed',
    brokenWords: 'not agreed: silence was broken by {delegations}',
    source: 'NATO, published description of the silence procedure', grade: 'public',
  },
  'unga-74-544': {
    id: 'unga-74-544', name: 'UN General Assembly decision 74/544', setter: 'the President', setterRoles: CHAIR_OR_SECRETARIAT, minimumHours: 72,
    breakingKinds: ANY_FORM,
    rule: 'One Member State that objects breaks it; the period is at least 72 hours.',
    unbrokenWords: 'adopted, later noted',
    brokenWords: 'not adopted: silence was broken by {delegations}',
    source: 'UN General Assembly decision 74/544', grade: 'public',
  },
}

/**
 * Members are the Member States that the roster calls members. An institution never is, whatever a roster says of it: the Commission,
 * the EEAS, the Presidency and the General Secretariat are not Council members, so their "no" is recorded and shown, and does not break.
 */
export function canBreak(delegation: Delegation, memberInRoster: boolean): boolean {
  return memberInRoster && MEMBER_STATES.some((state) => state === delegation)
}

/** An answer as it counts for the outcome. */
export interface CountedResponse {
  readonly delegation: Delegation
  readonly response: Pick<Response, 'kind' | 'breaks'>
  readonly canBreak: boolean
  readonly late: boolean
}

/** Delegations whose answer breaks the procedure, each once, in protocol order. */
export function breakersOf(profile: Profile, responses: readonly CountedResponse[]): Delegation[] {
  const breaking = responses.filter((one) => one.canBreak && !one.late && one.response.breaks && profile.breakingKinds.includes(one.response.kind))
  return [...new Set(breaking.map((one) => one.delegation))].sort(compareDelegations)
}
