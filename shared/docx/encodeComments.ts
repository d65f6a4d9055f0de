/**
 * Reservations as comments on their passages (ISO/IEC 29500-1, 17.13.4): a comment is no part of the text, so that Accept All and Reject All
 * still give the words alone.
 */
import type { ReservedNote, ReservedPlaces } from '../text/reserved.ts'
import { plainRun, type Remarks } from './encodeRuns.ts'
import { element, wordPart } from './encodeXml.ts'
import { wholeSeconds, type Stamp } from './stamp.ts'

/** Comments are numbered in the order of the notes. */
export function remarksOf({ opening, closing }: ReservedPlaces, notes: readonly ReservedNote[]): Remarks {
  const idOf = (note: ReservedNote): number => notes.indexOf(note)
  return {
    before: (piece) => (opening.get(piece) ?? []).map((note) => element('w:commentRangeStart', { 'w:id': idOf(note) })).join(''),
    behind: (piece) => (closing.get(piece) ?? []).map((note) => element('w:commentRangeEnd', { 'w:id': idOf(note) }) + element('w:r', {}, element('w:commentReference', { 'w:id': idOf(note) }))).join(''),
  }
}

/** The part that holds them; null where no passage bears one. */
export function commentsPart({ closing }: ReservedPlaces, notes: readonly ReservedNote[], stamp: Stamp): string | null {
  const placed = new Set([...closing.values()].flat())
  const comments = notes.flatMap((note, at) => (!placed.has(note) ? [] : [element('w:comment', { 'w:id': at, 'w:author': note.by, 'w:date': wholeSeconds(stamp), 'w:initials': note.mark },
    element('w:p', {}, plainRun(`${note.mark} ${note.words}`)))]))
  return comments.length === 0 ? null : wordPart('comments', ...comments)
}
