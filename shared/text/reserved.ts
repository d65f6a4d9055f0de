/** Reservations beside a published text: footnotes of their own, whose marks stand behind their passages and are no part of the words. */
import * as v from 'valibot'
import { tearsCharacter } from './content.ts'
import type { MarkedBlock, MarkedDocument, MarkedInline } from './marked.ts'

export const reservedNoteSchema = v.object({
  /** `R1`, `R2`, ...: told apart from the footnotes of the text. */
  mark: v.string(),
  /** The block on which it stands; null for the whole text. */
  block: v.nullable(v.string()),
  /** The stretch [from, to) of the block's words as they stand; empty for the block as a whole. */
  from: v.number(),
  to: v.number(),
  /** `CZ, NL` */
  by: v.string(),
  /** `CZ, NL: scrutiny reservation on paragraph 7.` */
  words: v.string(),
})
export type ReservedNote = v.InferOutput<typeof reservedNoteSchema>

/** What heads the notes, wherever they stand. */
export const RESERVED_HEADING = 'Reservations'

/** A marked version cut where a passage begins or ends, and which pieces those are. Accepted or rejected it gives the same texts as uncut. */
export interface ReservedPlaces {
  readonly document: MarkedDocument
  /** By the first piece of the passage. */
  readonly opening: ReadonlyMap<MarkedInline, readonly ReservedNote[]>
  /** By its last piece: the mark stands behind it. */
  readonly closing: ReadonlyMap<MarkedInline, readonly ReservedNote[]>
}

/** Notes on the whole text, and on a block without any words, have no place among the pieces: they stand in the list of notes alone. */
export function placeReserved(document: MarkedDocument, notes: readonly ReservedNote[]): ReservedPlaces {
  const opening = new Map<MarkedInline, ReservedNote[]>()
  const closing = new Map<MarkedInline, ReservedNote[]>()
  const put = (into: Map<MarkedInline, ReservedNote[]>, piece: MarkedInline | undefined, note: ReservedNote): void => {
    if (piece !== undefined) into.set(piece, [...(into.get(piece) ?? []), note])
  }
  const blocks = document.blocks.map((block) => {
    const own = stands(block) ? notes.filter((note) => note.block === block.idAfter) : []
    if (own.length === 0) return block
    const content = cut(block.content, own.flatMap((note) => [note.from, note.to]))
    for (const note of own) {
      const passage = piecesIn(content, note)
      put(opening, passage[0], note)
      put(closing, passage.at(-1), note)
    }
    return { ...block, content }
  })
  return { document: { blocks }, opening, closing }
}

function stands({ change, idAfter }: MarkedBlock): boolean {
  return idAfter !== null && change !== 'movedFrom' && change !== 'deleted'
}

/** What is struck takes no place in the text. */
function lengthNow(piece: MarkedInline): number {
  if (piece.change === 'deleted') return 0
  return 'footnote' in piece ? 1 : piece.text.length
}

function cut(content: readonly MarkedInline[], positions: readonly number[]): MarkedInline[] {
  let at = 0
  return content.flatMap((piece) => {
    const start = at
    at += lengthNow(piece)
    if ('footnote' in piece || piece.change === 'deleted') return [piece]
    const inside = [...new Set(positions)].map((position) => position - start).filter((position) => position > 0 && position < piece.text.length && !tearsCharacter(piece.text, position)).sort((a, b) => a - b)
    return [0, ...inside].map((from, nth) => ({ ...piece, text: piece.text.slice(from, inside[nth]) }))
  })
}

/** Pieces that stand in the text and lie in the stretch; all of them where the stretch is empty. */
function piecesIn(content: readonly MarkedInline[], { from, to }: Pick<ReservedNote, 'from' | 'to'>): MarkedInline[] {
  let at = 0
  return content.filter((piece) => {
    const start = at
    at += lengthNow(piece)
    return at > start && (from === to || (start < to && at > from))
  })
}
