/**
 * What a marking means for who may have an item, as data with its sources. A rule says how far an item reaches by itself; its
 * originator can always take it further, by naming somebody. `practice`: known from practice, not checked against a public text.
 */
import { DELEGATIONS, type Delegation } from '../base/delegations.ts'
import type { Classification, TlpColour } from './marking.ts'

/**
 * How far an item goes by itself, ascending in restriction:
 * - `anyone` to whom its dossier goes in any way;
 * - `listed` those on the distribution list of its dossier, and who keeps the dossier for the circle;
 * - `handedOver` the same, but only out of the hands of its originator; out of other hands only to those whom the originator named;
 * - `named` only to those whom the originator named, whoever sends it.
 */
export const REACHES = ['anyone', 'listed', 'handedOver', 'named'] as const
export type Reach = (typeof REACHES)[number]

export interface ReleaseRule {
  readonly reach: Reach
  readonly source: string
  readonly grade: 'source' | 'practice'
}

const FIRST = 'FIRST, Traffic Light Protocol 2.0 (2022)'
const SECURITY_RULES = 'Council Decision 2013/488/EU: prior written consent of the originator'

export const TLP_RULES: Readonly<Record<TlpColour, ReleaseRule>> = {
  'CLEAR': { reach: 'anyone', source: `${FIRST}: no limit on disclosure`, grade: 'source' },
  'GREEN': { reach: 'anyone', source: `${FIRST}: within the community, here the circle`, grade: 'source' },
  'AMBER': { reach: 'listed', source: `${FIRST}: need to know, here the distribution list`, grade: 'source' },
  'AMBER+STRICT': { reach: 'handedOver', source: `${FIRST}: the recipient's organisation only`, grade: 'source' },
  'RED': { reach: 'named', source: `${FIRST}: individual recipients only, no further disclosure`, grade: 'source' },
}

export const CLASSIFICATION_RULES: Readonly<Record<Classification, ReleaseRule>> = {
  'NONE': { reach: 'anyone', source: 'not classified', grade: 'source' },
  'R-UE/EU-R': { reach: 'handedOver', source: SECURITY_RULES, grade: 'source' },
  'C-UE/EU-C': { reach: 'handedOver', source: SECURITY_RULES, grade: 'source' },
  'S-UE/EU-S': { reach: 'handedOver', source: SECURITY_RULES, grade: 'source' },
  'TS-UE/EU-TS': { reach: 'handedOver', source: SECURITY_RULES, grade: 'source' },
}

/** LIMITE by itself is for these; anybody else may have it by the word of the distribution list. */
export const LIMITE_RULE: { readonly readers: readonly Delegation[]; readonly source: string; readonly grade: 'source' | 'practice' } = {
  readers: DELEGATIONS.filter((delegation) => delegation !== 'EEAS'),
  source: 'Council practice on documents internal to the Council: Member State administrations, Commission, General Secretariat',
  grade: 'practice',
}

/** Why something is held back. Closed: each has its remedy, and its words in the message files. */
export const HELD_REASONS = [
  'removed', 'notOnDistributionList', 'limitedByOriginator', 'limite', 'tlpAmber', 'tlpStrict', 'tlpRed', 'classified', 'markingUnreadable', 'destroyedByOriginator', 'contentNotHere', 'tooLarge',
] as const
export type HeldBecause = (typeof HELD_REASONS)[number]

/** What would release it: the consent of the originator of the item or of its dossier, another statement, its content, another bundle; or nothing. */
export const REMEDIES = ['none', 'consentForDossier', 'consentForItem', 'sayAgain', 'getContent', 'nextBundle'] as const
export type Remedy = (typeof REMEDIES)[number]

export const REMEDY_OF: Readonly<Record<HeldBecause, Remedy>> = {
  removed: 'none',
  notOnDistributionList: 'consentForDossier',
  limitedByOriginator: 'consentForItem',
  limite: 'consentForItem',
  tlpAmber: 'consentForItem',
  tlpStrict: 'consentForItem',
  tlpRed: 'consentForItem',
  classified: 'consentForItem',
  markingUnreadable: 'sayAgain',
  destroyedByOriginator: 'none',
  contentNotHere: 'getContent',
  tooLarge: 'nextBundle',
}
