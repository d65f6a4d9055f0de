/** Reservations beside a published text: footnotes of their own, which are no part of its words. */
import * as v from 'valibot'

export const reservedNoteSchema = v.object({
  /** `R1`, `R2`, ...: told apart from the footnotes of the text. */
  mark: v.string(),
  /** The block at whose end the mark stands; null for the whole text. */
  block: v.nullable(v.string()),
  /** `CZ, NL: scrutiny reservation on paragraph 7.` */
  words: v.string(),
})
export type ReservedNote = v.InferOutput<typeof reservedNoteSchema>

/** What heads the notes, wherever they stand. */
export const RESERVED_HEADING = 'Reservations'

/** The marks at the end of one block, in order. */
export function marksAt(notes: readonly ReservedNote[], block: string | null): string[] {
  return notes.filter((note) => note.block === block && block !== null).map((note) => note.mark)
}
