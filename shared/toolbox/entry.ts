/**
 * What a case file holds besides its awareness, texts and procedures: entries of a few kinds, each a statement by one author that can
 * be revised and withdrawn, never erased. Their content is data, so that one fold, one command and one form serve them all.
 */
import * as v from 'valibot'
import { delegationSchema, MEMBER_STATES } from '../base/delegations.ts'
import { dossierIdSchema, eventIdSchema, hashSchema, textIdSchema, type EventId } from '../base/identifiers.ts'
import { onOneLine } from '../base/plainLine.ts'
import { freeLine, freeText, line, words } from '../base/words.ts'
import { confidenceWord, SCALE_IDS } from './confidence.ts'
import { INDICATOR_TYPES } from './indicator.ts'
import { HORIZONS, measureRefSchema } from './measure.ts'
import { CONSIDERATION_IDS, DIMENSION_IDS, FACTOR_IDS, PRINCIPLE_IDS } from './yardsticks.ts'

const list = <S extends v.GenericSchema>(item: S, most = 100) => v.pipe(v.array(item), v.maxLength(most))

/** A calendar day as a person claims it, `2031-06-12`: no clock and no zone. */
export const daySchema = v.pipe(v.string(), v.isoDate(), v.check(exists, 'there is no such day'))
const someDay = v.nullable(daySchema)

function exists(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day
}

/** What an entry rests on: anything signed in the same dossier (a contribution, an attachment, another entry). */
export const evidenceSchema = list(eventIdSchema, 200)

/** Considered or not, in words and on evidence; never a score. */
const weighed = { considered: v.boolean(), text: freeText(4000), evidence: evidenceSchema }

export const ATTRIBUTION_STANCES = ['attribute', 'doNotAttribute', 'undecided'] as const
export const PUBLICITIES = ['private', 'public', 'open'] as const
export const MANNERS = ['alone', 'coordinated', 'withPartners', 'open'] as const
export const SEQUENCINGS = ['single', 'inSequence', 'inParallel'] as const
export const ROUTES = ['council', 'ipcr'] as const
export const WAYS = ['oral', 'written'] as const
export const DELIBERATION_WAYS = ['meeting', 'coreu', 'writtenProcedure'] as const
export const DECISION_OUTCOMES = ['agreed', 'adopted', 'notAgreed', 'deferred'] as const
export const DECISION_PROCEDURES = ['meeting', 'silenceProcedure', 'coreu', 'article12_2d', 'hrDiscretion', 'nationalDecision'] as const
export const ACTION_STATUSES = ['planned', 'underWay', 'done', 'dropped'] as const
export const COMMUNICATION_STATUSES = ['drafted', 'agreed', 'released'] as const
export const REQUEST_DIRECTIONS = ['fromPartner', 'toPartner'] as const
export const REQUEST_STATUSES = ['open', 'joint', 'parallel', 'supported', 'declined'] as const
export const ALIGNMENTS = ['invited', 'aligned', 'notAligned'] as const
export const ACHIEVEMENTS = ['achieved', 'partly', 'notYet', 'adverse', 'unclear'] as const
export const LINK_RELATIONS = ['belongsTo', 'related', 'continues'] as const
export const NOTE_KINDS = ['options', 'strategic'] as const

export const indicatorSchema = v.strictObject({
  type: v.picklist(INDICATOR_TYPES),
  value: words(2000),
  firstSeen: someDay,
  lastSeen: someDay,
  note: freeText(1000),
})
export type Indicator = v.InferOutput<typeof indicatorSchema>

const contents = {
  /** The activity along the seven dimensions, whom it concerns, and which factors speak for a significant effect. */
  description: v.strictObject({
    kind: v.literal('description'),
    dimensions: v.strictObject({ scope: freeText(4000), scale: freeText(4000), duration: freeText(4000), intensity: freeText(4000), complexity: freeText(4000), sophistication: freeText(4000), impact: freeText(4000) }),
    factors: list(v.strictObject({ factor: v.picklist(FACTOR_IDS), text: freeText(4000) }), FACTOR_IDS.length),
    affectedStates: list(delegationSchema, 31),
    sectors: list(line(120)),
    partners: list(line(120)),
    from: someDay,
    until: someDay,
  }),
  /** To another dossier of the circle: an incident belongs to its actor. An exercise is never linked with the real. */
  link: v.strictObject({ kind: v.literal('link'), to: dossierIdSchema, relation: v.picklist(LINK_RELATIONS), title: freeLine(300), note: freeText(2000) }),
  /** A delegation's interest: step 1. */
  interest: v.strictObject({ kind: v.literal('interest'), awareness: v.boolean(), jointResponse: v.boolean(), text: freeText(4000) }),
  /** IPCR activated is another route (point 23); the toolbox can be part of it (point 37). */
  route: v.strictObject({ kind: v.literal('route'), route: v.picklist(ROUTES), since: someDay, text: freeText(2000) }),
  /** A briefing; where it was given elsewhere, HWPCI needs to be informed (point 17). */
  briefing: v.strictObject({
    kind: v.literal('briefing'), subject: line(300), by: line(120), to: line(120), on: someDay, way: v.picklist(WAYS),
    elsewhere: v.boolean(), informedOn: someDay, text: freeText(20_000),
  }),
  indicators: v.strictObject({ kind: v.literal('indicators'), title: line(300), from: freeLine(200), indicators: v.pipe(v.array(indicatorSchema), v.minLength(1), v.maxLength(2000)) }),
  /** Technical attribution informs; it decides nothing (point 25). */
  finding: v.pipe(
    v.strictObject({ kind: v.literal('finding'), statement: words(2000), actor: freeLine(200), scale: v.picklist(SCALE_IDS), confidence: words(40), basis: freeText(10_000), evidence: evidenceSchema }),
    v.check(({ scale, confidence }) => confidenceWord(scale, confidence) !== null, 'not a word of its scale'),
  ),
  /** A State's own sovereign political position (point 25). */
  attribution: v.strictObject({
    kind: v.literal('attribution'), stance: v.picklist(ATTRIBUTION_STANCES), actor: freeLine(200), publicity: v.picklist(PUBLICITIES), manner: v.picklist(MANNERS), text: freeText(10_000),
  }),
  /** One of the ten considerations (point 29), for attribution (`about` null) or for an option. */
  consideration: v.strictObject({ kind: v.literal('consideration'), consideration: v.picklist(CONSIDERATION_IDS), about: v.nullable(eventIdSchema), ...weighed }),
  /** Options note or strategic response note: section 5, step 3. */
  note: v.strictObject({
    kind: v.literal('note'), noteKind: v.picklist(NOTE_KINDS), title: line(300), actor: freeLine(200), objectives: list(line(1000), 20), background: freeText(20_000),
    actorPerspective: freeText(10_000), risks: freeText(10_000), communication: freeText(10_000), partners: freeText(10_000), evidence: evidenceSchema,
  }),
  /** One candidate response in a note. */
  option: v.strictObject({
    kind: v.literal('option'), note: eventIdSchema, title: line(300), text: freeText(10_000),
    measures: v.pipe(v.array(measureRefSchema), v.minLength(1), v.maxLength(40)),
    sequencing: v.picklist(SEQUENCINGS), gradual: freeText(4000), shortTerm: freeText(4000), longTerm: freeText(4000), escalation: freeText(4000),
    principles: list(v.strictObject({ principle: v.picklist(PRINCIPLE_IDS), ...weighed }), PRINCIPLE_IDS.length),
    /** Events from before `evidence` are without it, and so is what rests on nothing. */
    proportionality: list(v.strictObject({ dimension: v.picklist(DIMENSION_IDS), text: freeText(4000), evidence: v.optional(evidenceSchema) }), DIMENSION_IDS.length),
  }),
  /** The note as a text that is negotiated in turn. */
  printed: v.strictObject({ kind: v.literal('printed'), note: eventIdSchema, text: textIdSchema, revision: eventIdSchema, documentHash: hashSchema }),
  /** That it was deliberated, orally or in writing, and with what result. */
  deliberation: v.strictObject({ kind: v.literal('deliberation'), body: line(120), on: someDay, way: v.picklist(DELIBERATION_WAYS), subject: line(300), text: freeText(20_000) }),
  /** On one measure. Each measure of a strategic note is agreed by itself (section 5, step 3). */
  decision: v.strictObject({
    kind: v.literal('decision'), option: v.nullable(eventIdSchema), measure: measureRefSchema, body: line(120), procedure: v.picklist(DECISION_PROCEDURES), on: someDay,
    outcome: v.picklist(DECISION_OUTCOMES), legalBasis: freeLine(500), documentNumber: freeLine(60), text: freeText(10_000),
  }),
  action: v.strictObject({
    kind: v.literal('action'), decision: v.nullable(eventIdSchema), what: words(500), actor: line(120), due: someDay, status: v.picklist(ACTION_STATUSES), text: freeText(4000), evidence: evidenceSchema,
  }),
  communication: v.strictObject({
    kind: v.literal('communication'), line: words(4000), audience: freeLine(300), products: list(line(120), 20), languages: list(line(40), 40), owner: freeLine(120), on: someDay, status: v.picklist(COMMUNICATION_STATUSES),
  }),
  partnerRequest: v.strictObject({
    kind: v.literal('partnerRequest'), partner: line(120), direction: v.picklist(REQUEST_DIRECTIONS), what: words(4000), on: someDay, status: v.picklist(REQUEST_STATUSES), answer: freeText(4000),
    /** The Commission is informed of a partner's request; HWPCI of the coordination: section 5, step 7. */
    commissionInformed: v.boolean(), informedOn: someDay,
  }),
  /** A candidate or associated country and a decision. */
  alignment: v.strictObject({ kind: v.literal('alignment'), country: line(120), decision: v.nullable(eventIdSchema), alignment: v.picklist(ALIGNMENTS), on: someDay, text: freeText(2000) }),
  effect: v.strictObject({
    kind: v.literal('effect'), objective: words(1000), decision: v.nullable(eventIdSchema), horizon: v.picklist(HORIZONS), achievement: v.picklist(ACHIEVEMENTS), text: freeText(10_000), evidence: evidenceSchema,
  }),
  /** Feeds the strategic notes of the actor: section 5, step 8. */
  lesson: v.strictObject({ kind: v.literal('lesson'), text: words(10_000), forNote: v.nullable(eventIdSchema), forDossier: v.nullable(dossierIdSchema) }),
} as const

export type EntryKind = keyof typeof contents
export type EntryOf<K extends EntryKind> = v.InferOutput<(typeof contents)[K]>
export const ENTRY_KINDS = Object.keys(contents) as readonly EntryKind[]

export const entryContentSchema = v.variant('kind', [
  contents.description, contents.link, contents.interest, contents.route, contents.briefing, contents.indicators, contents.finding, contents.attribution,
  contents.consideration, contents.note, contents.option, contents.printed, contents.deliberation, contents.decision, contents.action, contents.communication,
  contents.partnerRequest, contents.alignment, contents.effect, contents.lesson,
])
export type EntryContent = v.InferOutput<typeof entryContentSchema>

/**
 * Who may write an entry, and who may revise or withdraw it:
 * - `own` its own delegation alone; - `shared` its own delegation, the chair and the secretariat;
 * - `sovereign` a Member State alone, for itself.
 */
export type Hand = 'own' | 'shared' | 'sovereign'

interface KindFacts {
  /** 1 to 9: where it usually belongs. */
  readonly step: number
  readonly hand: Hand
  /** Observers hear and contribute; they do not steer. */
  readonly observers: boolean
  readonly source: string
}

export const KIND_FACTS: Readonly<Record<EntryKind, KindFacts>> = {
  description: { step: 1, hand: 'shared', observers: false, source: '10289/23, section 5, step 1 and point 13' },
  link: { step: 1, hand: 'shared', observers: false, source: '10289/23, point 15' },
  interest: { step: 1, hand: 'own', observers: false, source: '10289/23, section 5, step 1' },
  route: { step: 1, hand: 'shared', observers: false, source: '10289/23, points 23, 24 and 37' },
  briefing: { step: 2, hand: 'shared', observers: true, source: '10289/23, points 17 and 19' },
  indicators: { step: 2, hand: 'own', observers: true, source: '10289/23, point 18' },
  finding: { step: 4, hand: 'own', observers: true, source: '10289/23, point 25' },
  attribution: { step: 4, hand: 'sovereign', observers: false, source: '10289/23, point 25' },
  consideration: { step: 4, hand: 'own', observers: false, source: '10289/23, point 29' },
  note: { step: 3, hand: 'shared', observers: false, source: '10289/23, section 5, step 3' },
  option: { step: 3, hand: 'shared', observers: false, source: '10289/23, section 5, step 3' },
  printed: { step: 3, hand: 'shared', observers: false, source: '10289/23, section 5, step 3' },
  deliberation: { step: 4, hand: 'shared', observers: false, source: '10289/23, section 5, step 4' },
  decision: { step: 5, hand: 'shared', observers: false, source: '10289/23, section 5, step 5' },
  action: { step: 6, hand: 'shared', observers: false, source: '10289/23, section 5, step 6' },
  communication: { step: 6, hand: 'shared', observers: false, source: '10289/23, section 7' },
  partnerRequest: { step: 7, hand: 'shared', observers: false, source: '10289/23, section 5, step 7' },
  alignment: { step: 7, hand: 'shared', observers: false, source: '10289/23, section 5, step 7' },
  effect: { step: 8, hand: 'shared', observers: false, source: '10289/23, section 5, step 8' },
  lesson: { step: 8, hand: 'shared', observers: false, source: '10289/23, section 5, step 8' },
}

export function isSovereign(delegation: v.InferOutput<typeof delegationSchema>): boolean {
  return (MEMBER_STATES as readonly string[]).includes(delegation)
}

/** One line by which a person knows it again. Empty where only its kind says what it is. */
export function entryTitle(content: EntryContent): string {
  return onOneLine(titleWords(content))
}

function titleWords(content: EntryContent): string {
  switch (content.kind) {
    case 'description': case 'interest': case 'route': case 'printed': return ''
    case 'link': case 'note': case 'option': case 'indicators': return content.title
    case 'briefing': case 'deliberation': return content.subject
    case 'finding': return content.statement
    case 'attribution': return content.actor
    case 'consideration': return content.text
    case 'decision': return content.measure.name
    case 'action': return content.what
    case 'communication': return content.line
    case 'partnerRequest': return content.partner
    case 'alignment': return content.country
    case 'effect': return content.objective
    case 'lesson': return content.text
  }
}

/** What a person wrote in it, in the order of its fields: for a search. */
export function entryWords(content: EntryContent): readonly string[] {
  return wordsIn(content)
}

/** Keys under which no words stand: choices, days, identifiers. */
const NOT_WORDS: ReadonlySet<string> = new Set([
  'kind', 'to', 'relation', 'route', 'since', 'on', 'way', 'informedOn', 'scale', 'confidence', 'stance', 'publicity', 'manner', 'consideration', 'about', 'evidence', 'noteKind', 'note', 'option',
  'sequencing', 'principle', 'dimension', 'factor', 'revision', 'documentHash', 'measure', 'catalogue', 'procedure', 'outcome', 'decision', 'due', 'status', 'direction', 'alignment', 'horizon',
  'achievement', 'forNote', 'forDossier', 'firstSeen', 'lastSeen', 'type', 'from', 'until', 'affectedStates',
])

function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => (NOT_WORDS.has(key) && !isGroup(item) ? [] : wordsIn(item)))
}

/** A measure chosen is a group whose name is words, under a key that elsewhere holds a choice. */
function isGroup(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Everything in the dossier to which it points: what must be there, and come before. */
export function refersTo(content: EntryContent): readonly string[] {
  switch (content.kind) {
    case 'finding': case 'note': return content.evidence
    case 'consideration': return [...content.evidence, ...present(content.about)]
    case 'option': return [content.note, ...content.principles.flatMap((one) => one.evidence), ...content.proportionality.flatMap((one) => one.evidence ?? [])]
    case 'printed': return [content.note, content.revision]
    case 'decision': return present(content.option)
    case 'action': case 'effect': return [...content.evidence, ...present(content.decision)]
    case 'alignment': return present(content.decision)
    case 'lesson': return present(content.forNote)
    default: return []
  }
}

/** What an entry of one kind builds on must be an entry of the right kind, not just anything that was said. `kindOf` knows the entries that count. */
export function pointsToItsKind(content: EntryContent, kindOf: (id: EventId) => EntryKind | undefined): boolean {
  const is = (id: EventId | null, ...kinds: readonly EntryKind[]): boolean => {
    const kind = id === null ? undefined : kindOf(id)
    return id === null || (kind !== undefined && kinds.includes(kind))
  }
  switch (content.kind) {
    case 'option': case 'printed': return is(content.note, 'note')
    case 'consideration': return is(content.about, 'option', 'note')
    case 'decision': return is(content.option, 'option')
    case 'action': case 'alignment': case 'effect': return is(content.decision, 'decision')
    case 'lesson': return is(content.forNote, 'note')
    default: return true
  }
}

function present(id: string | null): readonly string[] {
  return id === null ? [] : [id]
}
