/** Whether a draft holds two texts: a change of words, marks, paragraphs, rows, or of a list or style that makes another kind of block. */
import type { DraftItem, DraftParagraph, Piece, Presence } from './draft.ts'

export function hasTrackedChanges(items: readonly DraftItem[]): boolean {
  return items.some((item) => (item.item === 'paragraph' ? paragraphChanges(item) : differs(item.presence)
    || item.cells.some((cell) => differs(cell.presence) || hasTrackedChanges(cell.items))))
}

function paragraphChanges({ mark, format, pieces }: DraftParagraph): boolean {
  const { before, after } = format
  const reformatted = before.styleId !== after.styleId || before.numId !== after.numId
    || before.levelIndex !== after.levelIndex || before.outlineLevel !== after.outlineLevel
  return differs(mark) || reformatted || pieces.some(pieceChanges)
}

function pieceChanges(piece: Piece): boolean {
  if (differs(piece.presence)) return true
  return 'note' in piece ? hasTrackedChanges(piece.note) : piece.marks.before.join() !== piece.marks.after.join()
}

/** Inserted by one and deleted by another counts too: it stands in the file, but in neither text. */
function differs(presence: Presence): boolean {
  return !presence.before || !presence.after
}
