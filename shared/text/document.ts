/**
 * A negotiated text. Paragraph numbers and footnote numbers are computed, never stored.
 * Positions inside a block count UTF-16 units of its text; a footnote reference counts as one (U+FFFC).
 */
import * as v from 'valibot'

export const LIMITS = {
  blocks: 20_000, runsPerBlock: 4_000, charactersPerRun: 100_000, charactersPerDocument: 5_000_000, levels: 6,
} as const

/** In this order inside a run: the order is part of the canonical form. */
export const RUN_MARKS = ['bold', 'italic', 'underline', 'superscript'] as const
export type RunMark = (typeof RUN_MARKS)[number]

const runText = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.charactersPerRun))
export const runSchema = v.strictObject({ text: runText, marks: v.pipe(v.array(v.picklist(RUN_MARKS)), v.maxLength(RUN_MARKS.length)) })
export const footnoteSchema = v.strictObject({ footnote: v.pipe(v.array(runSchema), v.maxLength(LIMITS.runsPerBlock)) })
export const inlineSchema = v.union([runSchema, footnoteSchema])
export const inlinesSchema = v.pipe(v.array(inlineSchema), v.maxLength(LIMITS.runsPerBlock))

/**
 * - `title` the title of the text; `formula` the opening formula ("... adopted the following conclusions:");
 * - `numbered` a numbered paragraph (level 1: 1. 2. 3., deeper levels: (a), (i), ...);
 * - `continuation` an unnumbered paragraph that belongs to the numbered one before it;
 * - `plain` an unnumbered paragraph that belongs to none;
 * - `row` and `cell` are the cells of a table: `row` the first cell of a row, `cell` each further one (`table.ts`). A line break inside
 *   parts the paragraphs of a cell; the level says how many columns it spans.
 */
export const BLOCK_KINDS = ['title', 'formula', 'heading', 'numbered', 'continuation', 'bullet', 'recital', 'plain', 'row', 'cell'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/** Stable through the REVs of one text: `1`, `2`, ... in the first issue, `r2.1`, ... for a block that came in with REV 2. */
export const blockIdSchema = v.pipe(v.string(), v.regex(/^(?:r\d{1,4}\.)?\d{1,6}$/, 'not a block identifier'))
export type BlockId = string

export const blockSchema = v.strictObject({
  id: blockIdSchema,
  kind: v.picklist(BLOCK_KINDS),
  /** 1 is the outermost. For a cell of a table: the columns that it spans. */
  level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.levels)),
  content: inlinesSchema,
})
export const documentSchema = v.strictObject({ blocks: v.pipe(v.array(blockSchema), v.maxLength(LIMITS.blocks)) })

export type Run = v.InferOutput<typeof runSchema>
export type Footnote = v.InferOutput<typeof footnoteSchema>
export type Inline = v.InferOutput<typeof inlineSchema>
export type Block = v.InferOutput<typeof blockSchema>
export type TextDocument = v.InferOutput<typeof documentSchema>

export function isFootnote(inline: Inline): inline is Footnote {
  return 'footnote' in inline
}
