/** Tables under the hand: a line break inside a cell, a row more, a row less. Cells are never joined with what stands beside them. */
import { Fragment, type Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState } from 'prosemirror-state'
import { isCell } from '../../shared/text/table.ts'
import { attributesOf } from './convert.ts'
import { stretchAt, type Stretch } from './moving.ts'
import { schema } from './schema.ts'
import { startOf } from './touched.ts'

function isCellNode(node: Node | null | undefined): boolean {
  return node !== null && node !== undefined && isCell(attributesOf(node))
}

/** Paragraphs inside a cell are lines. */
export const breakInCell: Command = (state, dispatch) => {
  if (!isCellNode(state.selection.$from.parent)) return false
  dispatch?.(state.tr.insertText('\n').scrollIntoView())
  return true
}

/** At the edge of a cell, joining would unmake it: the key does nothing. */
export function stayInCell(side: 'before' | 'after'): Command {
  return (state) => {
    const { $from, empty } = state.selection
    if (!empty || $from.depth === 0) return false
    const atEdge = side === 'before' ? $from.parentOffset === 0 : $from.parentOffset === $from.parent.content.size
    const neighbour = state.doc.maybeChild($from.index(0) + (side === 'before' ? -1 : 1))
    return atEdge && (isCellNode($from.parent) || isCellNode(neighbour))
  }
}

function rowHere(state: EditorState): Stretch | null {
  const row = isCellNode(state.selection.$from.parent) ? stretchAt(state.doc, state.selection.$from.index(0)) : undefined
  return row ?? null
}

/** A row of empty cells below that of the cursor, as wide as it. */
export const addRow: Command = (state, dispatch) => {
  const row = rowHere(state)
  if (row === null) return false
  const cells: Node[] = []
  for (let at = row.from; at < row.to; at++) cells.push(schema.node('block', { id: null, kind: at === row.from ? 'row' : 'cell', level: attributesOf(state.doc.child(at)).level }))
  const end = startOf(state.doc, row.to)
  const transaction = state.tr.insert(end, Fragment.from(cells))
  dispatch?.(transaction.setSelection(TextSelection.near(transaction.doc.resolve(end + 1))).scrollIntoView())
  return true
}

export const removeRow: Command = (state, dispatch) => {
  const row = rowHere(state)
  if (row === null || row.to - row.from === state.doc.childCount) return false
  dispatch?.(state.tr.delete(startOf(state.doc, row.from), startOf(state.doc, row.to)).scrollIntoView())
  return true
}
