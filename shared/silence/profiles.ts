/**
 * The kinds of silence procedure that ship with the product, as data with its source. Words of an outcome are exact: they are quoted in
 * certificates, so a change here is a new profile, never an edit.
 */
import { BREAKING_KINDS, type ProfileId, type ProfileRef } from './procedure.ts'
import type { Profile } from './profile.ts'

/** Whoever says that its answer breaks silence is taken at its word, in whatever form it comes. */
const COMMON: Pick<Profile, 'setterRoles' | 'minimumHours' | 'useAgreed' | 'whoMayBreak' | 'breakingKinds'> = {
  setterRoles: ['chair', 'secretariat'], minimumHours: null, useAgreed: null, whoMayBreak: 'memberStates', breakingKinds: [...BREAKING_KINDS],
}

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  'working-party': {
    ...COMMON, id: 'working-party', name: 'Working party', setter: 'the chair', adopts: false, after: ['forwarded'],
    rule: 'A member’s objection or drafting comment to the chair and the secretariat breaks it.',
    unbrokenWords: 'agreed at working party level, to be forwarded to {forwardTo}',
    brokenWords: 'not agreed at working party level: silence was broken by {delegations}',
    source: 'Council practice: 5797/5/16 and 7923/2/17 REV 2, cover notes', grade: 'seed',
  },
  'council-12-2-d': {
    ...COMMON, id: 'council-12-2-d', name: 'Council simplified written procedure', setter: 'the Presidency', adopts: true, after: ['notified'],
    rule: 'One Council member that objects breaks it; no form or reason is prescribed.',
    unbrokenWords: 'deemed adopted at the end of the period',
    brokenWords: 'not adopted: silence was broken by {delegations}',
    source: 'Council Rules of Procedure, Article 12(2)(d); COREU', grade: 'public',
  },
  'osce': {
    ...COMMON, id: 'osce', name: 'OSCE', setter: 'the Chair', adopts: true, after: ['issued'],
    useAgreed: 'Proposed by the Chair at a meeting.',
    rule: 'A written objection or amendment to the Chair breaks it.',
    unbrokenWords: 'adopted; text issued at the next meeting',
    brokenWords: 'not adopted: silence was broken by {delegations}',
    source: 'OSCE Rules of Procedure, silence procedure', grade: 'public',
  },
  'nato': {
    ...COMMON, id: 'nato', name: 'NATO', setter: 'the Secretary General or the chair', adopts: false, after: ['forwarded'],
    rule: 'One ally breaks it, by letter.',
    unbrokenWords: 'agreed',
    brokenWords: 'not agreed: silence was broken by {delegations}',
    source: 'NATO, published description of the silence procedure', grade: 'public',
  },
  'unga-74-544': {
    ...COMMON, id: 'unga-74-544', name: 'UN General Assembly decision 74/544', setter: 'the President', minimumHours: 72, adopts: true, after: ['noted'],
    rule: 'One Member State that objects breaks it; the period is at least 72 hours.',
    unbrokenWords: 'adopted, later noted',
    brokenWords: 'not adopted: silence was broken by {delegations}',
    source: 'UN General Assembly decision 74/544', grade: 'public',
  },
}

export function isBuiltIn(ref: ProfileRef): ref is ProfileId {
  return Object.hasOwn(PROFILES, ref)
}
