/** What happens to words between REVs: suggestions carried forward, who asked for what, comments. */
import * as v from 'valibot'
import { dossierIdSchema, eventIdSchema, textIdSchema } from '../base/identifiers.ts'
import { delegationSchema } from '../base/delegations.ts'
import { COMMENT_ACTS } from '../dossier/events.ts'
import { threadSchema } from '../dossier/state.ts'
import { amendmentSchema, suggestionIdSchema, VERDICTS } from '../text/amendment.ts'
import { CARRY_CONFLICTS } from '../text/carry.ts'
import { markedDocumentSchema } from '../text/marked.ts'
import { textPlaceSchema } from '../text/place.ts'
import { method } from './method.ts'

const textRef = { dossier: dossierIdSchema, text: textIdSchema }
const revNumber = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))

/** One of my delegation's suggestions on an earlier REV that was not taken up, measured against the latest. */
export const carriedSchema = v.object({
  suggestion: suggestionIdSchema,
  /** The REV that it was made on. */
  rev: v.number(),
  verdict: v.nullable(v.picklist(VERDICTS)),
  /** Why it was not taken up, in the words of the issuer; and the author's own reason then. */
  answer: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  status: v.picklist(['applies', 'overtaken', 'conflicts']),
  why: v.nullable(v.picklist(CARRY_CONFLICTS)),
  /** Against the latest REV, where it applies; otherwise as it last stood. */
  amendments: v.array(amendmentSchema),
  /** Marked against the latest REV where it applies, otherwise against the last REV on which it stood. */
  preview: markedDocumentSchema,
})
export type CarriedSuggestion = v.InferOutput<typeof carriedSchema>

/** One suggestion of any REV, as a line in the history of a passage. */
export const askedSchema = v.object({
  suggestion: suggestionIdSchema,
  rev: v.number(),
  delegation: delegationSchema,
  claimedAtUtcMs: v.number(),
  /** Blocks that it concerned. */
  blocks: v.array(v.string()),
  words: v.string(),
  reason: v.nullable(v.string()),
  verdict: v.nullable(v.picklist(VERDICTS)),
  answer: v.nullable(v.string()),
})
export type Asked = v.InferOutput<typeof askedSchema>

export const negotiationMethods = {
  /** My delegation's suggestions that were not taken up, against the latest REV: still applies, overtaken, conflicts. Those asked again since are left out. */
  'text.carry': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown'],
    input: v.strictObject(textRef),
    output: v.object({ rev: v.number(), carried: v.array(carriedSchema) }),
  }),
  /** For every passage of a REV: the REV in which it came in and who asked for it. And every suggestion ever made, for the history of a paragraph. */
  'text.provenance': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'revision-unknown'],
    input: v.strictObject({ ...textRef, rev: v.nullable(revNumber) }),
    output: v.object({
      rev: v.number(),
      blocks: v.array(v.object({ block: v.string(), passages: v.array(v.object({ from: v.number(), to: v.number(), rev: v.number(), suggestions: v.array(suggestionIdSchema) })) })),
      asked: v.array(askedSchema),
    }),
  }),
  /** Opens a thread on a place of the latest REV or on the whole, or answers in one. */
  'text.comment': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown', 'thread-unknown', 'amendment-misplaced', 'role-not-allowed', 'nothing-said'],
    input: v.strictObject({ ...textRef, thread: v.nullable(eventIdSchema), place: v.nullable(textPlaceSchema), act: v.picklist(COMMENT_ACTS), words: v.pipe(v.string(), v.maxLength(4000)), onBehalfOf: v.optional(delegationSchema) }),
    output: v.object({ event: eventIdSchema }),
  }),
  /** Threads on all REVs; `now` is the place on the latest REV, null where its words went or the whole text is meant. */
  'text.comments': method({
    needs: 'vault', codes: ['dossier-unknown', 'text-unknown'],
    input: v.strictObject(textRef),
    output: v.object({ rev: v.number(), threads: v.array(v.object({ ...threadSchema.entries, now: v.nullable(textPlaceSchema) })) }),
  }),
} as const
