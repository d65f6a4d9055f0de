/** What a delegation asks to change in one immutable REV. */
import * as v from 'valibot'
import { blockIdSchema, blockSchema, inlinesSchema } from './document.ts'

const position = v.pipe(v.number(), v.integer(), v.minValue(0))
const after = v.nullable(blockIdSchema)

export const amendmentSchema = v.variant('op', [
  /** Puts `insert` in place of the units [from, to) of a block. */
  v.strictObject({ op: v.literal('replace'), block: blockIdSchema, from: position, to: position, insert: inlinesSchema }),
  /** A new block after `after`; `null` is the very beginning. */
  v.strictObject({ op: v.literal('insertBlock'), after, kind: blockSchema.entries.kind, level: blockSchema.entries.level, content: inlinesSchema }),
  v.strictObject({ op: v.literal('deleteBlock'), block: blockIdSchema }),
  v.strictObject({ op: v.literal('moveBlock'), block: blockIdSchema, after }),
  v.strictObject({ op: v.literal('setKind'), block: blockIdSchema, kind: blockSchema.entries.kind, level: blockSchema.entries.level }),
])
export type Amendment = v.InferOutput<typeof amendmentSchema>

/** Applied whole or not at all. */
export const amendmentsSchema = v.pipe(v.array(amendmentSchema), v.minLength(1), v.maxLength(200))

/** One proposed change by one delegation, with its reason. */
export const suggestionSchema = v.strictObject({
  amendments: amendmentsSchema,
  reason: v.nullable(v.pipe(v.string(), v.maxLength(4000))),
})
export type Suggestion = v.InferOutput<typeof suggestionSchema>

/** Names a suggestion everywhere: the event that carried its amendment set, and its place there (from 0). */
export const suggestionIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}:\d{1,4}$/, 'not a suggestion identifier'))
export type SuggestionId = string

/** What became of a suggestion. `edited`: taken up with other words; `deferred`: not in this REV, and not refused. */
export const VERDICTS = ['accepted', 'edited', 'notTakenUp', 'deferred'] as const
/** Whose words, or others in their place, are in the next REV. */
export function isTakenUp(verdict: { readonly verdict: (typeof VERDICTS)[number] } | null): boolean {
  return verdict?.verdict === 'accepted' || verdict?.verdict === 'edited'
}
export const verdictSchema = v.strictObject({
  suggestion: suggestionIdSchema,
  verdict: v.picklist(VERDICTS),
  /** The words that went in instead, where the verdict is `edited`; one group of edited suggestions shares one text. */
  edited: v.nullable(amendmentsSchema),
  reason: v.nullable(v.pipe(v.string(), v.maxLength(4000))),
})
export type Verdict = v.InferOutput<typeof verdictSchema>
