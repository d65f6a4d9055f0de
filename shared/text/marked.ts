/**
 * A marked version: one structure that holds both a text and its predecessor.
 * Laws: `acceptAll(marked)` has the canonical bytes of the text, `rejectAll(marked)` those of its predecessor.
 * The content of an `inserted` block is inserted throughout, that of a `deleted` or `movedFrom` block deleted throughout; a
 * `movedTo` block carries its edits against the place it came from. Both halves of a move carry both identifiers and kinds.
 */
import * as v from 'valibot'
import { BLOCK_KINDS, LIMITS, runSchema } from './document.ts'

export const CHANGES = ['same', 'inserted', 'deleted'] as const
export type Change = (typeof CHANGES)[number]

const change = v.picklist(CHANGES)
/** Whoever asked for the change, where that is known: `attribution.ts`. */
const by = v.optional(v.array(v.string()))
export const markedRunSchema = v.strictObject({ ...runSchema.entries, change, by })
/** A footnote whose reference stays may have changes inside; one that comes or goes has a uniform inside. */
export const markedFootnoteSchema = v.strictObject({ footnote: v.array(markedRunSchema), change, by })
export const markedInlineSchema = v.union([markedRunSchema, markedFootnoteSchema])

const kindAndLevel = v.strictObject({
  kind: v.picklist(BLOCK_KINDS),
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.levels)),
})

export const markedBlockSchema = v.strictObject({
  /** `movedFrom` stands where the paragraph was, `movedTo` where it is now; both carry the same `move`. */
  change: v.picklist(['same', 'inserted', 'deleted', 'movedFrom', 'movedTo']),
  /** Number of the move in this marked version, from 1; null where nothing moved. */
  move: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Identifier in the predecessor, null for an inserted block. */
  idBefore: v.nullable(v.string()),
  /** Identifier in the text, null for a deleted block. */
  idAfter: v.nullable(v.string()),
  before: v.nullable(kindAndLevel),
  after: v.nullable(kindAndLevel),
  content: v.array(markedInlineSchema),
  by,
})
export const markedDocumentSchema = v.strictObject({ blocks: v.array(markedBlockSchema) })

export type MarkedRun = v.InferOutput<typeof markedRunSchema>
export type MarkedFootnote = v.InferOutput<typeof markedFootnoteSchema>
export type MarkedInline = v.InferOutput<typeof markedInlineSchema>
export type MarkedBlock = v.InferOutput<typeof markedBlockSchema>
export type MarkedDocument = v.InferOutput<typeof markedDocumentSchema>
