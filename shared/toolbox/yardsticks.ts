/**
 * The lists by which a case is described and weighed. Each holds what was considered, by whom and on what evidence; none of them has a
 * score, a threshold or a verdict.
 */

export interface Yardstick<Id extends string = string> {
  readonly id: Id
  readonly name: string
  readonly source: string
}

export const PRINCIPLE_IDS = ['integrity', 'externalRelations', 'cfspObjectives', 'sharedAwareness', 'proportionality', 'law'] as const
export type PrincipleId = (typeof PRINCIPLE_IDS)[number]

const PRINCIPLES_SOURCE = '10289/23, point 13; 7923/2/17 REV 2, point 5'

/** On which every measure rests. */
export const PRINCIPLES: readonly Yardstick<PrincipleId>[] = [
  { id: 'integrity', name: 'Protects the integrity and security of the EU, its Member States and their citizens', source: PRINCIPLES_SOURCE },
  { id: 'externalRelations', name: 'Weighs the wider external relations with the State concerned', source: PRINCIPLES_SOURCE },
  { id: 'cfspObjectives', name: 'Serves the objectives of the CFSP and respects its procedures', source: PRINCIPLES_SOURCE },
  { id: 'sharedAwareness', name: 'Rests on shared situational awareness and fits the concrete situation', source: PRINCIPLES_SOURCE },
  { id: 'proportionality', name: 'Is proportionate to the activity in all seven dimensions', source: PRINCIPLES_SOURCE },
  { id: 'law', name: 'Respects international law, human rights and fundamental freedoms', source: PRINCIPLES_SOURCE },
]

export const DIMENSION_IDS = ['scope', 'scale', 'duration', 'intensity', 'complexity', 'sophistication', 'impact'] as const
export type DimensionId = (typeof DIMENSION_IDS)[number]

const DIMENSIONS_SOURCE = '10289/23, point 13'

/** An activity is described, and the proportion of an answer is judged, along these. */
export const DIMENSIONS: readonly Yardstick<DimensionId>[] = [
  { id: 'scope', name: 'Scope', source: DIMENSIONS_SOURCE },
  { id: 'scale', name: 'Scale', source: DIMENSIONS_SOURCE },
  { id: 'duration', name: 'Duration', source: DIMENSIONS_SOURCE },
  { id: 'intensity', name: 'Intensity', source: DIMENSIONS_SOURCE },
  { id: 'complexity', name: 'Complexity', source: DIMENSIONS_SOURCE },
  { id: 'sophistication', name: 'Sophistication', source: DIMENSIONS_SOURCE },
  { id: 'impact', name: 'Impact', source: DIMENSIONS_SOURCE },
]

export const FACTOR_IDS = ['disruption', 'persons', 'memberStates', 'economicLoss', 'benefit', 'data', 'commercialData'] as const
export type FactorId = (typeof FACTOR_IDS)[number]

const FACTORS_SOURCE = 'Decision (CFSP) 2019/797, Article 3, point 11 of 10289/23; wording ours, to be checked against the Decision'

/** Any one of them may make an effect significant. The list is open. */
export const FACTORS: readonly Yardstick<FactorId>[] = [
  { id: 'disruption', name: 'Scope, scale, impact or severity of the disruption', source: FACTORS_SOURCE },
  { id: 'persons', name: 'Number of persons, entities or bodies affected', source: FACTORS_SOURCE },
  { id: 'memberStates', name: 'Number of Member States concerned', source: FACTORS_SOURCE },
  { id: 'economicLoss', name: 'Economic loss', source: FACTORS_SOURCE },
  { id: 'benefit', name: 'Economic benefit to the perpetrator or to others', source: FACTORS_SOURCE },
  { id: 'data', name: 'Amount or nature of data stolen, or scale of the breach', source: FACTORS_SOURCE },
  { id: 'commercialData', name: 'Nature of commercially sensitive data accessed', source: FACTORS_SOURCE },
]

export const CONSIDERATION_IDS = [
  'desiredEffect', 'protection', 'unity', 'responsibleBehaviour', 'influence', 'ongoingWork', 'escalation', 'relations', 'credibility', 'coherence',
] as const
export type ConsiderationId = (typeof CONSIDERATION_IDS)[number]

const CONSIDERATIONS_SOURCE = '10289/23, point 29'

/** Before coordinating attribution and its communication; useful before other measures as well. */
export const CONSIDERATIONS: readonly Yardstick<ConsiderationId>[] = [
  { id: 'desiredEffect', name: 'The effect that is wanted', source: CONSIDERATIONS_SOURCE },
  { id: 'protection', name: 'What it adds to the protection of the EU, Member States, citizens and businesses', source: CONSIDERATIONS_SOURCE },
  { id: 'unity', name: 'Unity within the EU, or solidarity with a third party', source: CONSIDERATIONS_SOURCE },
  { id: 'responsibleBehaviour', name: 'What it adds to responsible behaviour of States, international law and voluntary norms', source: CONSIDERATIONS_SOURCE },
  { id: 'influence', name: 'Whether it can influence malicious actors', source: CONSIDERATIONS_SOURCE },
  { id: 'ongoingWork', name: 'What it means for law enforcement and intelligence services at work', source: CONSIDERATIONS_SOURCE },
  { id: 'escalation', name: 'A counter-response, and the risk of escalation', source: CONSIDERATIONS_SOURCE },
  { id: 'relations', name: 'Existing external relations: international, regional, bilateral', source: CONSIDERATIONS_SOURCE },
  { id: 'credibility', name: 'Reputation and credibility of the EU', source: CONSIDERATIONS_SOURCE },
  { id: 'coherence', name: 'Predictability, and coherence with other cases', source: CONSIDERATIONS_SOURCE },
]
