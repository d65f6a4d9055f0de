import * as v from 'valibot'
import { delegationSchema } from '../base/delegations.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, textIdSchema } from '../base/identifiers.ts'
import { receivedSuggestionSchema, revisionSchema } from '../dossier/state.ts'
import { amendmentSchema, amendmentsSchema, suggestionIdSchema, suggestionSchema, verdictSchema } from '../text/amendment.ts'
import { coverSchema } from '../text/cover.ts'
import { documentSchema } from '../text/document.ts'
import { markedDocumentSchema } from '../text/marked.ts'
import { sourceSchema, targetSchema, writtenFileSchema } from './files.ts'
import { reservedNoteSchema } from '../text/reserved.ts'
import { textPlaceSchema } from '../text/place.ts'
import { method } from './method.ts'

const textRef = { dossier: dossierIdSchema, text: textIdSchema }
const revNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))

export const textSummarySchema = v.object({
  circle: circleIdSchema,
  ...textRef,
  dossierTitle: v.string(),
  title: v.string(),
  number: v.string(),
  latestRev: v.number(),
  suggestionsOnLatest: v.number(),
  /** Mine among them. */
  mySuggestionsOnLatest: v.number(),
  underSilence: v.boolean(),
  exercise: v.boolean(),
})

/** Suggestions with the very same effect, and what else touches the same place. */
export const suggestionGroupSchema = v.object({
  /** A, B, ..., Z, AA, ... in reading order. */
  letter: v.string(),
  suggestions: v.array(suggestionIdSchema),
  delegations: v.array(delegationSchema),
  amendments: amendmentsSchema,
  reasons: v.array(v.object({ delegation: delegationSchema, reason: v.string() })),
  /** Block where the group is shown. */
  block: v.nullable(v.string()),
  /** Letters of groups that cannot stand together with this one. */
  collidesWith: v.array(v.string()),
  /** The blocks concerned as they would read, marked against the REV, if only this group were taken up. */
  preview: markedDocumentSchema,
})
export type SuggestionGroup = v.InferOutput<typeof suggestionGroupSchema>

export const proofSchema = v.object({
  acceptGivesClean: v.boolean(),
  rejectGivesPredecessor: v.boolean(),
  /** Blocks at which either fails. */
  failures: v.array(v.object({ place: v.string(), expected: v.string(), found: v.string() })),
})

export const DRAFT_KINDS = ['suggestions', 'verdicts'] as const
/** Other words, or a compromise, that are being written for these suggestions and are no verdict yet. */
const writingSchema = v.strictObject({
  suggestions: v.pipe(v.array(suggestionIdSchema), v.minLength(1), v.maxLength(20_000)),
  amendments: v.pipe(v.array(amendmentSchema), v.maxLength(200)),
  reason: v.pipe(v.string(), v.maxLength(4000)),
})
export type Writing = v.InferOutput<typeof writingSchema>
/**
 * What somebody prepares on a REV and has not handed in. It never leaves the vault. The bounds are wider than those of what is handed in.
 * The text that suggestions give follows from them and the REV: a long one would be a burden at every key.
 */
const suggestionsDraft = { kind: v.literal('suggestions'), suggestions: v.pipe(v.array(suggestionSchema), v.minLength(1), v.maxLength(20_000)) }
const verdictsSchema = v.pipe(v.array(verdictSchema), v.maxLength(20_000))
const verdictsDraft = v.strictObject({ kind: v.literal('verdicts'), verdicts: verdictsSchema, writing: v.nullable(writingSchema) })
export const draftContentSchema = v.variant('kind', [v.strictObject(suggestionsDraft), verdictsDraft])
/** As it stands in a vault: earlier versions also kept the text that the suggestions give. */
export const keptContentSchema = v.variant('kind', [v.object(suggestionsDraft), verdictsDraft])
export type DraftKind = DraftContent['kind']
export type DraftContent = v.InferOutput<typeof draftContentSchema>
const draftRef = { ...textRef, rev: revNumber, kind: v.picklist(DRAFT_KINDS) }

/** Which copy of how many this is: required on every page of what is classified S-UE/EU-S or above. */
export const copySchema = v.optional(v.nullable(v.pipe(
  v.strictObject({ number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)), of: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)) }),
  v.check(({ number, of }) => number <= of, 'more copies than there are'),
)), null)

export const textMethods = {
  /** Reads Markdown, plain text or DOCX through the door and issues it as REV 0. Cover fields left empty are taken from the file where it has a cover. */
  'text.add': method({
    needs: 'vault',
    codes: ['dossier-unknown', 'role-not-allowed', 'file-missing', 'file-unreadable', 'file-too-large', 'format-unknown', 'docx-malformed', 'docx-has-changes', 'text-too-large', 'text-empty'],
    input: v.strictObject({ dossier: dossierIdSchema, source: sourceSchema, cover: v.partial(coverSchema), title: v.nullable(v.pipe(v.string(), v.maxLength(500))) }),
    output: v.object({ text: textIdSchema, event: eventIdSchema, notes: v.array(v.string()) }),
  }),
  /** Issues what was drafted here as REV 0. Empty paragraphs are left out, and blocks are named anew. */
  'text.create': method({
    needs: 'vault', codes: ['dossier-unknown', 'role-not-allowed', 'text-too-large', 'text-empty'],
    input: v.strictObject({ dossier: dossierIdSchema, document: documentSchema, cover: v.partial(coverSchema), title: v.nullable(v.pipe(v.string(), v.maxLength(500))) }),
    output: v.object({ text: textIdSchema, event: eventIdSchema }),
  }),
  'text.list': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: v.object({ texts: v.array(textSummarySchema) }) }),
  /** One REV to read: clean, and marked against its predecessor (or against `comparedWith`). */
  'text.show': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown'],
    input: v.strictObject({ ...textRef, rev: v.nullable(revNumber), comparedWith: v.nullable(revNumber) }),
    output: v.object({
      revision: revisionSchema,
      revs: v.array(v.object({ rev: v.number(), event: eventIdSchema, claimedAtUtcMs: v.number(), suggestions: v.number() })),
      latest: v.boolean(),
      comparedWith: v.nullable(v.number()),
      marked: v.nullable(markedDocumentSchema),
      proof: v.nullable(proofSchema),
      /** Suggestions on the REV compared with, whose verdicts made this REV. */
      settled: v.array(receivedSuggestionSchema),
      /** Footnotes of the reservations that stand on this REV. */
      reserved: v.array(reservedNoteSchema),
      canConsolidate: v.boolean(),
    }),
  }),
  /** Reads an edited copy of a REV (Markdown, plain text or DOCX) through the door and says which suggestions turn the REV into it. Nothing is signed. */
  'text.readEdits': method({
    needs: 'vault',
    codes: ['dossier-unknown', 'text-unknown', 'revision-unknown', 'nothing-changed', 'file-missing', 'file-unreadable', 'file-too-large', 'format-unknown', 'docx-malformed', 'docx-has-changes', 'text-too-large', 'text-empty'],
    input: v.strictObject({ ...textRef, rev: revNumber, source: sourceSchema }),
    output: v.object({ suggestions: v.array(suggestionSchema), notes: v.array(v.string()) }),
  }),
  /** What each author of a Word file with tracked changes asks of a REV. Nothing is signed. */
  'text.readAuthors': method({
    needs: 'vault',
    codes: ['dossier-unknown', 'text-unknown', 'revision-unknown', 'nothing-changed', 'file-missing', 'file-unreadable', 'file-too-large', 'format-unknown', 'docx-malformed', 'text-too-large', 'text-empty'],
    input: v.strictObject({ ...textRef, rev: revNumber, source: sourceSchema }),
    output: v.object({ authors: v.array(v.object({ author: v.string(), suggestions: v.array(suggestionSchema), comments: v.array(v.object({ words: v.string(), place: textPlaceSchema })) })), notes: v.array(v.string()) }),
  }),
  'text.suggest': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown', 'not-latest-revision', 'amendment-misplaced', 'nothing-changed', 'role-not-allowed', 'text-too-large'],
    input: v.strictObject({ ...textRef, rev: revNumber, onBehalfOf: v.optional(delegationSchema), suggestions: v.pipe(v.array(suggestionSchema), v.minLength(1), v.maxLength(2000)) }),
    output: v.object({ event: eventIdSchema, suggestions: v.array(suggestionIdSchema) }),
  }),
  /** All suggestions on the latest REV, identical ones grouped, collisions named. */
  'text.consolidation': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'role-not-allowed'],
    input: v.strictObject(textRef),
    output: v.object({ revision: revisionSchema, groups: v.array(suggestionGroupSchema), received: v.number(), canIssue: v.boolean() }),
  }),
  /** What the next REV would be with these verdicts; suggestions without a verdict count as open. */
  'text.previewNext': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'suggestion-unknown', 'suggestions-collide', 'amendment-misplaced', 'role-not-allowed'],
    input: v.strictObject({ ...textRef, verdicts: verdictsSchema }),
    output: v.object({ document: documentSchema, marked: markedDocumentSchema, open: v.array(suggestionIdSchema) }),
  }),
  /** Issues REV k+1. Every suggestion must have a verdict: nothing is dropped in silence. Fields of `cover` stand in place of those of REV k. */
  'text.issue': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'role-not-allowed', 'suggestion-open', 'suggestion-unknown', 'suggestions-collide', 'amendment-misplaced', 'verify-failed'],
    input: v.strictObject({ ...textRef, verdicts: verdictsSchema, date: v.pipe(v.string(), v.maxLength(40)), cover: v.optional(v.partial(coverSchema), {}) }),
    output: v.object({ event: eventIdSchema, rev: v.number(), textHash: hashSchema, proof: proofSchema }),
  }),
  'text.write': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown', 'write-failed', 'target-exists', 'verify-failed', 'print-unavailable', 'copy-number-missing'],
    input: v.strictObject({
      ...textRef, rev: revNumber,
      version: v.picklist(['clean', 'marked', 'disposition']),
      format: v.picklist(['docx', 'html', 'md', 'pdf']),
      copy: copySchema,
      /** In a marked Word file: tracked changes, or visible formatting by the legend of the cover. */
      marks: v.optional(v.picklist(['tracked', 'visible'])),
      target: targetSchema,
    }),
    output: writtenFileSchema,
  }),
  /** On paper, through the machine's own dialog, with marking, number and count on every sheet. */
  'text.print': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown', 'verify-failed', 'print-unavailable', 'print-cancelled', 'print-failed', 'copy-number-missing'],
    input: v.strictObject({ ...textRef, rev: revNumber, version: v.picklist(['clean', 'marked', 'disposition']), copy: copySchema }),
    output: v.object({ printed: v.literal(true) }),
  }),
  /** The proof, computed anew from the two REVs and their marked version. */
  'text.verify': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown'],
    input: v.strictObject({ ...textRef, rev: revNumber }),
    output: v.object({ rev: v.number(), comparedWith: v.number(), textHash: hashSchema, proof: proofSchema }),
  }),
  /** Keeps what is in preparation on a REV, in place of what was kept before. Not an event: it is neither signed nor sent nor registered. */
  'draft.keep': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown', 'text-too-large'],
    input: v.strictObject({ ...textRef, rev: revNumber, content: draftContentSchema }),
    output: v.object({ keptAtUtcMs: v.number() }),
  }),
  /** What was kept on exactly this REV; both null where nothing was. */
  'draft.show': method({
    needs: 'vault', codes: [],
    input: v.strictObject(draftRef),
    output: v.object({ content: v.nullable(draftContentSchema), keptAtUtcMs: v.nullable(v.number()) }),
  }),
  'draft.forget': method({ needs: 'vault', codes: [], input: v.strictObject(draftRef), output: v.object({ forgotten: v.boolean() }) }),
} as const
