/**
 * A Word text between XML and our blocks: every piece knows whether it belongs to the predecessor (all changes rejected),
 * to the text (all changes accepted), or to both. Both texts are then plain projections of one draft.
 */
import type { RunMark } from '../text/document.ts'

export type Side = 'before' | 'after'
export type Sided<T> = Readonly<Record<Side, T>>
/** In which of the two texts something stands. */
export type Presence = Sided<boolean>

export const ALWAYS: Presence = { before: true, after: true }

export function both(a: Presence, b: Presence): Presence {
  return { before: a.before && b.before, after: a.after && b.after }
}

export type Marks = readonly RunMark[]

export interface TextPiece { readonly text: string; readonly marks: Sided<Marks>; readonly presence: Presence }
export interface NotePiece { readonly note: readonly DraftItem[]; readonly presence: Presence }
export type Piece = TextPiece | NotePiece

export interface ParagraphFormat {
  readonly styleId: string
  /** Said by the paragraph itself; the style answers where they are null. */
  readonly numId: string | null
  readonly levelIndex: number | null
  readonly outlineLevel: number | null
}

export interface DraftParagraph {
  readonly item: 'paragraph'
  readonly pieces: readonly Piece[]
  readonly format: Sided<ParagraphFormat>
  /** Of the paragraph mark: without it the paragraph runs on into the next. */
  readonly mark: Presence
}

export interface CellSpan {
  readonly columns: number
  /** The lower part of a cell that goes over several rows. */
  readonly mergedUp: boolean
}
export interface DraftCell { readonly presence: Presence; readonly span: Sided<CellSpan>; readonly items: readonly DraftItem[] }
export interface DraftRow {
  readonly item: 'row'
  readonly presence: Presence
  readonly cells: readonly DraftCell[]
  /** The same for all rows of one table. */
  readonly table: object
}

export type DraftItem = DraftParagraph | DraftRow
