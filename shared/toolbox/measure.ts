/** A measure of the toolbox as it stands in a catalogue. The official list of 2023 is not public: every catalogue here is a working list. */
import * as v from 'valibot'
import { freeLine, line, words } from '../base/words.ts'

/** 10289/23, point 14. */
export const MEASURE_KINDS = ['diplomatic', 'political', 'legal', 'strategicCommunication', 'technical', 'operational', 'economic'] as const
/** 10289/23, point 14. */
export const MEASURE_EFFECTS = ['preventive', 'stabilising', 'cooperative', 'normative', 'restrictive', 'supportive', 'mitigative'] as const
/** 5797/5/16 REV 5 tells short-term from long-term responses. */
export const HORIZONS = ['short', 'long'] as const
/** 5797/5/16 REV 5, point 1: none, tailored to the degree that can be established, or a certain level required. */
export const ATTRIBUTION_NEEDS = ['none', 'tailored', 'required'] as const
/** 5797/5/16 REV 5, point 2. */
export const COMPETENCES = ['memberState', 'memberStatesTogether', 'memberStatesWithEu', 'euInstitutions'] as const
/** Who has a hand in preparing and deciding it: 10289/23, section 5. */
export const ROUTE_BODIES = ['HWPCI', 'RELEX', 'geographical', 'ERCHT', 'PSC', 'COREPER', 'Council', 'HR', 'EEAS', 'Commission', 'memberStates'] as const

export type MeasureKind = (typeof MEASURE_KINDS)[number]
export type MeasureEffect = (typeof MEASURE_EFFECTS)[number]
export type Horizon = (typeof HORIZONS)[number]
export type AttributionNeed = (typeof ATTRIBUTION_NEEDS)[number]
export type Competence = (typeof COMPETENCES)[number]
export type RouteBody = (typeof ROUTE_BODIES)[number]

const some = <const T extends readonly [string, ...string[]]>(of: T) => v.pipe(v.array(v.picklist(of)), v.minLength(1), v.maxLength(of.length))

export const measureIdSchema = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,59}$/, 'not the short name of a measure'))

export const measureSchema = v.strictObject({
  /** A short name that stays the same from one version of the catalogue to the next. */
  id: measureIdSchema,
  name: line(200),
  description: words(2000),
  /** Document and point. No entry without one. */
  source: line(300),
  kinds: some(MEASURE_KINDS),
  effects: some(MEASURE_EFFECTS),
  horizons: some(HORIZONS),
  attribution: v.picklist(ATTRIBUTION_NEEDS),
  competences: some(COMPETENCES),
  route: some(ROUTE_BODIES),
  /** Empty where it rests on none of its own. */
  legalBasis: freeLine(500),
  escalation: v.pipe(v.string(), v.maxLength(1000)),
  /** To be considered first towards a State whose territory is used: 10289/23, point 16. */
  firstTowardsTransit: v.boolean(),
})
export type Measure = v.InferOutput<typeof measureSchema>

/** The catalogue as it was when somebody chose from it: a later version changes nothing of what was chosen. */
export const measureRefSchema = v.strictObject({
  measure: measureIdSchema,
  /** 0 is the list that the program brings. */
  catalogue: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: line(200),
})
export type MeasureRef = v.InferOutput<typeof measureRefSchema>

export const MOST_MEASURES = 500
/** One version of the list. The first that a circle issues is 1. */
export const catalogueSchema = v.strictObject({
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
  note: v.pipe(v.string(), v.maxLength(2000)),
  measures: v.pipe(v.array(measureSchema), v.minLength(1), v.maxLength(MOST_MEASURES), v.check((measures) => new Set(measures.map((measure) => measure.id)).size === measures.length, 'two measures with one short name')),
})
export type Catalogue = v.InferOutput<typeof catalogueSchema>

/** Every field is a condition that must hold; what is left out asks nothing. */
export interface MeasureFilter {
  readonly withoutAttribution?: boolean
  readonly kind?: MeasureKind
  readonly effect?: MeasureEffect
  readonly horizon?: Horizon
  readonly competence?: Competence
  readonly body?: RouteBody
  readonly firstTowardsTransit?: boolean
  /** Anywhere in name, description or source; case does not matter. */
  readonly words?: string
}

/** In the order of the list. */
export function filterMeasures(measures: readonly Measure[], filter: MeasureFilter): Measure[] {
  const { kind, effect, horizon, competence, body } = filter
  const sought = filter.words?.trim().toLowerCase() ?? ''
  return measures.filter((measure) => (
    (filter.withoutAttribution !== true || measure.attribution !== 'required')
    && (kind === undefined || measure.kinds.includes(kind))
    && (effect === undefined || measure.effects.includes(effect))
    && (horizon === undefined || measure.horizons.includes(horizon))
    && (competence === undefined || measure.competences.includes(competence))
    && (body === undefined || measure.route.includes(body))
    && (filter.firstTowardsTransit !== true || measure.firstTowardsTransit)
    && (sought === '' || `${measure.name}\n${measure.description}\n${measure.source}`.toLowerCase().includes(sought))
  ))
}

/** The bodies on the way of a decision on several measures: each once, in the order of the procedure. */
export function routeOf(measures: readonly Pick<Measure, 'route'>[]): RouteBody[] {
  return ROUTE_BODIES.filter((body) => measures.some((measure) => measure.route.includes(body)))
}
