/**
 * The state of a dossier: a pure function of its verified events and the roster. Same set, same state, whatever the order of arrival.
 * Schemas, because the same shapes cross to the screens.
 */
import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema, textIdSchema } from '../base/identifiers.ts'
import { markingSchema } from '../marking/marking.ts'
import { PHASES, deadlineSchema, profileIdSchema, responseSchema } from '../silence/procedure.ts'
import { coverSchema, documentSchema } from '../text/document.ts'
import { suggestionIdSchema, suggestionSchema, verdictSchema } from '../text/amendment.ts'
import { CONTRIBUTION_KINDS, CREDIBILITIES, DOSSIER_KINDS, RELIABILITIES, STANCES, STEP_STATES } from './events.ts'

const utcMs = v.pipe(v.number(), v.integer())

/** Who said it, in which event, and when by the author's own clock. */
export const statementSchema = v.object({
  event: eventIdSchema,
  author: installationIdSchema,
  person: v.string(),
  delegation: delegationSchema,
  claimedAtUtcMs: utcMs,
})
export type Statement = v.InferOutput<typeof statementSchema>

export const stepSchema = v.object({
  step: v.number(),
  /** `notBegun` where nobody has marked it. */
  state: v.picklist(['notBegun', ...STEP_STATES]),
  history: v.array(v.object({ ...statementSchema.entries, state: v.picklist(STEP_STATES), note: v.string() })),
})

export const contributionSchema = v.object({
  ...statementSchema.entries,
  title: v.string(),
  kind: v.picklist(CONTRIBUTION_KINDS),
  source: v.string(),
  text: v.string(),
  marking: markingSchema,
  reliability: v.nullable(v.picklist(RELIABILITIES)),
  credibility: v.nullable(v.picklist(CREDIBILITIES)),
})

export const positionSchema = v.object({
  ...statementSchema.entries,
  subject: v.string(),
  stance: v.picklist(STANCES),
  remark: v.string(),
})

export const receivedSuggestionSchema = v.object({
  ...statementSchema.entries,
  id: suggestionIdSchema,
  suggestion: suggestionSchema,
  /** What became of it in the next REV; null while that is not issued. */
  verdict: v.nullable(verdictSchema),
})
export type ReceivedSuggestion = v.InferOutput<typeof receivedSuggestionSchema>

export const revisionSchema = v.object({
  ...statementSchema.entries,
  rev: v.number(),
  title: v.string(),
  cover: coverSchema,
  document: documentSchema,
  textHash: hashSchema,
  predecessor: v.nullable(eventIdSchema),
  /** Suggestions made against this REV, in causal order. */
  suggestions: v.array(receivedSuggestionSchema),
})
export type Revision = v.InferOutput<typeof revisionSchema>

export const textSchema = v.object({
  text: textIdSchema,
  /** Ascending; two events that claim one number are a conflict and both listed, the causally first one counts. */
  revisions: v.array(revisionSchema),
})
export type TextState = v.InferOutput<typeof textSchema>

export const silenceResponseSchema = v.object({
  ...statementSchema.entries,
  response: responseSchema,
  /** A member under the profile: only a member's answer can break. */
  canBreak: v.boolean(),
  /** Admitted here after the deadline or after the intake was closed; recorded, shown, without effect. */
  late: v.boolean(),
})

export const silenceSchema = v.object({
  ...statementSchema.entries,
  procedure: eventIdSchema,
  text: textIdSchema,
  revision: eventIdSchema,
  rev: v.number(),
  textHash: hashSchema,
  profile: profileIdSchema,
  /** The last one set, if extended. */
  deadline: deadlineSchema,
  extensions: v.array(v.object({ ...statementSchema.entries, deadline: deadlineSchema, reason: v.string() })),
  forwardTo: v.string(),
  notice: v.string(),
  responses: v.array(silenceResponseSchema),
  /** Who of the distribution list is known to have the procedure, by its own signed events or receipts. */
  servedTo: v.array(delegationSchema),
  phase: v.picklist(PHASES),
  intakeClosed: v.nullable(v.object({ ...statementSchema.entries, note: v.string() })),
  /** The outcome in the profile's exact words; `provisional` until the intake is closed by a person. */
  outcome: v.object({ broken: v.boolean(), provisional: v.boolean(), words: v.string() }),
  certified: v.nullable(statementSchema),
})
export type SilenceState = v.InferOutput<typeof silenceSchema>

export const timelineEntrySchema = v.object({ ...statementSchema.entries, type: v.string(), step: v.nullable(v.number()), subject: v.string() })

/** Signed and genuine, but without effect: not allowed to its author's role, or of a type this version does not know. */
export const setAsideSchema = v.object({ event: eventIdSchema, author: installationIdSchema, type: v.string(), why: v.picklist(['role', 'unknownType', 'bodyMissing', 'bodyMalformed', 'refersToNothing', 'tooLate', 'duplicate']) })

export const dossierStateSchema = v.object({
  dossier: dossierIdSchema,
  circle: circleIdSchema,
  opened: statementSchema,
  reference: v.string(),
  title: v.string(),
  kind: v.picklist(DOSSIER_KINDS),
  exercise: v.boolean(),
  summary: v.string(),
  /** The highest of the dossier and its parts. */
  marking: markingSchema,
  distribution: v.array(delegationSchema),
  steps: v.array(stepSchema),
  contributions: v.array(contributionSchema),
  positions: v.array(positionSchema),
  texts: v.array(textSchema),
  silences: v.array(silenceSchema),
  /** In causal order. */
  timeline: v.array(timelineEntrySchema),
  setAside: v.array(setAsideSchema),
})
export type DossierState = v.InferOutput<typeof dossierStateSchema>
