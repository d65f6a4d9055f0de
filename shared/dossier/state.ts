/**
 * The state of a dossier: a pure function of its verified events and the roster. Same set, same state, whatever the order of arrival.
 * Schemas, because the same shapes cross to the screens.
 */
import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema, textIdSchema } from '../base/identifiers.ts'
import { markingSchema } from '../marking/marking.ts'
import { AFTER_STEPS, CLOCK_FINDINGS, PHASES, RESERVATION_KINDS, deadlineSchema, placeSchema, profileRefSchema, responseSchema } from '../silence/procedure.ts'
import { profileRulesSchema } from '../silence/profile.ts'
import { coverSchema } from '../text/cover.ts'
import { documentSchema } from '../text/document.ts'
import { daySchema, ENTRY_KINDS, entryContentSchema, evidenceSchema } from '../toolbox/entry.ts'
import { suggestionIdSchema, suggestionSchema, verdictSchema } from '../text/amendment.ts'
import { textPlaceSchema } from '../text/place.ts'
import { COMMENT_ACTS, CONTRIBUTION_KINDS, CREDIBILITIES, DOSSIER_KINDS, RELIABILITIES, STANCES, STEP_STATES } from './events.ts'

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
  history: v.array(v.object({ ...statementSchema.entries, state: v.picklist(STEP_STATES), note: v.string(), inputs: v.optional(evidenceSchema) })),
})
export type StepState = v.InferOutput<typeof stepSchema>

export const contributionSchema = v.object({
  ...statementSchema.entries,
  title: v.string(),
  kind: v.picklist(CONTRIBUTION_KINDS),
  source: v.string(),
  text: v.string(),
  marking: markingSchema,
  reliability: v.nullable(v.picklist(RELIABILITIES)),
  credibility: v.nullable(v.picklist(CREDIBILITIES)),
  body: v.optional(v.string()),
  observed: v.optional(v.nullable(daySchema)),
  reported: v.optional(v.nullable(daySchema)),
  attachments: v.optional(evidenceSchema),
  /** The originator's own distribution list within that of the dossier; null where the dossier's holds. */
  limitedTo: v.nullable(v.array(delegationSchema)),
})
export type Contribution = v.InferOutput<typeof contributionSchema>

export const positionSchema = v.object({
  ...statementSchema.entries,
  subject: v.string(),
  stance: v.picklist(STANCES),
  remark: v.string(),
  option: v.optional(eventIdSchema),
  compromise: v.optional(v.string()),
})
export type Position = v.InferOutput<typeof positionSchema>

/** What one author said of an entry: added, or revised with the reason. */
const wordingSchema = v.object({ ...statementSchema.entries, content: entryContentSchema, marking: v.nullable(markingSchema), reason: v.string() })

export const entrySchema = v.object({
  ...statementSchema.entries,
  /** As it stands: the last wording in causal order. `event` names the entry. */
  content: entryContentSchema,
  /** Null where it has the marking of the dossier. */
  marking: v.nullable(markingSchema),
  /** All wordings in causal order, the first one first. */
  wordings: v.array(wordingSchema),
  /** Another revision was made without knowledge of the last: a person has to look at both. */
  contested: v.boolean(),
  withdrawn: v.nullable(v.object({ ...statementSchema.entries, reason: v.string() })),
})
export type Entry = v.InferOutput<typeof entrySchema>

export const attachmentSchema = v.object({
  ...statementSchema.entries,
  name: v.string(),
  sizeBytes: v.number(),
  hash: hashSchema,
  mediaType: v.string(),
  marking: markingSchema,
  limitedTo: v.nullable(v.array(delegationSchema)),
  /** Who has destroyed their copy, in causal order, each once. */
  destroyed: v.array(v.object({ ...statementSchema.entries, reason: v.string() })),
})
export type Attachment = v.InferOutput<typeof attachmentSchema>

/** The originator of an item lets it go further. */
export const consentSchema = v.object({ ...statementSchema.entries, item: eventIdSchema, recipients: v.array(delegationSchema), reason: v.string() })
export type Consent = v.InferOutput<typeof consentSchema>

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

/** A comment with what was said to it, in causal order. */
export const threadSchema = v.object({
  ...statementSchema.entries,
  /** The REV that it was made on. */
  rev: v.number(),
  place: v.nullable(textPlaceSchema),
  words: v.string(),
  answers: v.array(v.object({ ...statementSchema.entries, act: v.picklist(COMMENT_ACTS), words: v.string() })),
  /** By the last answer that says so. */
  resolved: v.boolean(),
})
export type Thread = v.InferOutput<typeof threadSchema>

export const textSchema = v.object({
  text: textIdSchema,
  /** Ascending from the first issue, each built on the one before. Of two events that claim one number the causally first counts, the other is set aside. */
  revisions: v.array(revisionSchema),
  /** On any of them, in causal order. */
  comments: v.array(threadSchema),
})
export type TextState = v.InferOutput<typeof textSchema>

const clockFindingsSchema = v.array(v.picklist(CLOCK_FINDINGS))

export const silenceResponseSchema = v.object({
  ...statementSchema.entries,
  response: responseSchema,
  /** A member under the profile: only a member's answer can break. */
  canBreak: v.boolean(),
  /** Not among what the setter had admitted when it closed the intake: recorded, shown, without effect. */
  late: v.boolean(),
  /** Taken back by its own delegation while the intake was open: it breaks nothing any more. */
  withdrawn: v.nullable(v.object({ ...statementSchema.entries, remark: v.string() })),
  /** What in the events contradicts the claimed time. */
  clock: clockFindingsSchema,
})
export type SilenceResponse = v.InferOutput<typeof silenceResponseSchema>

/** On the use of the procedure; says nothing on the text. */
const useSchema = v.object({ ...statementSchema.entries, agrees: v.boolean(), where: v.string(), remark: v.string(), asSetter: v.boolean() })

const onRevision = {
  text: textIdSchema,
  revision: eventIdSchema,
  rev: v.number(),
  textHash: hashSchema,
  profile: profileRefSchema,
  /** What the profile says. */
  rules: profileRulesSchema,
  forwardTo: v.string(),
  notice: v.string(),
  /** The procedure on an earlier REV that it takes up. */
  follows: v.nullable(eventIdSchema),
  use: v.array(useSchema),
}

export const silenceDraftSchema = v.object({
  ...statementSchema.entries,
  ...onRevision,
  deadline: deadlineSchema,
  withdrawn: v.nullable(v.object({ ...statementSchema.entries, reason: v.string() })),
  /** The procedure that it became. */
  openedAs: v.nullable(eventIdSchema),
})
export type SilenceDraft = v.InferOutput<typeof silenceDraftSchema>

export const silenceSchema = v.object({
  ...statementSchema.entries,
  ...onRevision,
  procedure: eventIdSchema,
  draft: v.nullable(eventIdSchema),
  followedBy: v.nullable(eventIdSchema),
  /** In force: the last one set, if extended or resumed. While suspended, none is. */
  deadline: deadlineSchema,
  firstDeadline: deadlineSchema,
  extensions: v.array(v.object({ ...statementSchema.entries, deadline: deadlineSchema, reason: v.string() })),
  suspensions: v.array(v.object({
    ...statementSchema.entries, reason: v.string(),
    resumed: v.nullable(v.object({ ...statementSchema.entries, deadline: deadlineSchema, reason: v.string() })),
  })),
  responses: v.array(silenceResponseSchema),
  /** Delegations known to have the procedure, by their own signed events or receipts, in protocol order. */
  servedTo: v.array(delegationSchema),
  /** As the setter recorded it: by note, by telephone. */
  servedOtherwise: v.array(v.object({ ...statementSchema.entries, delegations: v.array(delegationSchema), how: v.string() })),
  phase: v.picklist(PHASES),
  intakeClosed: v.nullable(v.object({ ...statementSchema.entries, note: v.string(), clock: clockFindingsSchema })),
  withdrawn: v.nullable(v.object({ ...statementSchema.entries, reason: v.string() })),
  /** The outcome in the profile's exact words; `provisional` until the intake is closed by a person. */
  outcome: v.object({ broken: v.boolean(), provisional: v.boolean(), words: v.string() }),
  certified: v.nullable(statementSchema),
  /** What was done with an unbroken outcome. */
  forwarded: v.array(v.object({ ...statementSchema.entries, step: v.picklist(AFTER_STEPS), body: v.string(), note: v.string() })),
})
export type SilenceState = v.InferOutput<typeof silenceSchema>

export const reservationSchema = v.object({
  ...statementSchema.entries,
  text: textIdSchema,
  /** On which it was entered; its place counts there. */
  revision: eventIdSchema,
  rev: v.number(),
  /** The silence procedure in which it was given, if any. */
  procedure: v.nullable(eventIdSchema),
  reservation: v.picklist(RESERVATION_KINDS),
  /** Null for the whole text. */
  place: v.nullable(placeSchema),
  remark: v.string(),
  lifted: v.nullable(v.object({ ...statementSchema.entries, remark: v.string() })),
  /** The first REV that was issued with knowledge of the lifting; null while there is none. */
  goneFromRev: v.nullable(v.number()),
})
export type Reservation = v.InferOutput<typeof reservationSchema>

export const timelineEntrySchema = v.object({ ...statementSchema.entries, type: v.string(), step: v.nullable(v.number()), subject: v.string(),
  /** The kind of an entry, where it is about one. */
  about: v.optional(v.picklist(ENTRY_KINDS)),
})

export type TimelineEntry = v.InferOutput<typeof timelineEntrySchema>

/**
 * - `role` its author's role in the roster does not allow it;
 * - `unknownType` a type that this version does not know: a newer version is needed;
 * - `bodyMissing`, `bodyMalformed` withheld or destroyed, or not of the form of its type;
 * - `notItsOriginator` consent to release what another delegation said;
 * - `refersToNothing` what it builds on is not here or does not count;
 * - `tooLate` an extension after the deadline or the closing; `tooEarly` a closing or a certificate before its time, an extension that extends nothing;
 * - `exerciseMixed` it would link an exercise with a real case: never by the fold, only where the other dossier is here;
 * - `duplicate` another event was first with the same claim;
 * - `suspended` it needs a running deadline, and none ran; `profile` the kind of procedure, or its outcome, does not provide for it;
 * - `quarantined` its author was suspended or removed, or lost a right or a key, and the roster does not name it among what was accepted;
 * - `forked` its author signed two things under one number here or before: nothing later of that log counts.
 */
export const SET_ASIDE_REASONS = ['role', 'unknownType', 'bodyMissing', 'bodyMalformed', 'refersToNothing', 'notItsOpener', 'notItsOriginator', 'tooLate', 'tooEarly', 'duplicate', 'suspended', 'profile', 'forked', 'quarantined', 'exerciseMixed'] as const
/** Signed and genuine, but without effect. Kept, passed on, and shown. */
export const setAsideSchema = v.object({ event: eventIdSchema, author: installationIdSchema, type: v.string(), why: v.picklist(SET_ASIDE_REASONS) })
export type SetAside = v.InferOutput<typeof setAsideSchema>

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
  attachments: v.array(attachmentSchema),
  /** In causal order of their addition. */
  entries: v.array(entrySchema),
  consents: v.array(consentSchema),
  texts: v.array(textSchema),
  silences: v.array(silenceSchema),
  /** Procedures prepared and shown, whether or not they were opened. */
  silenceDrafts: v.array(silenceDraftSchema),
  reservations: v.array(reservationSchema),
  /** In causal order. */
  timeline: v.array(timelineEntrySchema),
  setAside: v.array(setAsideSchema),
})
export type DossierState = v.InferOutput<typeof dossierStateSchema>
