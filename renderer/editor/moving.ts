/** Paragraphs on the move, by key or by hand. A row of a table moves as its cells together. */
import { Fragment, type Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { documentOf } from './convert.ts'
import { startOf } from './touched.ts'
import { unitsOf } from '../../shared/text/table.ts'

/** Places of children [from, to): a paragraph alone, or the cells of a row. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export function stretches(doc: Node): Stretch[] {
  return unitsOf(documentOf(doc)).map((unit) => ({ from: unit.from, to: unit.from + unit.blocks.length }))
}

export function stretchAt(doc: Node, at: number): Stretch | undefined {
  return stretches(doc).find((one) => one.from <= at && at < one.to)
}

/** Moves the paragraph of the cursor one place up or down. */
export function moveParagraph(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const all = stretches(state.doc)
    const here = all.findIndex((one) => one.from <= state.selection.$from.index(0) && state.selection.$from.index(0) < one.to)
    const [block, other] = [all[here], all[here + direction]]
    if (!block || !other) return false
    dispatch?.(moved(state, block, direction < 0 ? other.from : other.to).scrollIntoView())
    return true
  }
}

/** Puts a paragraph before the child at `gap`; false where it stands there already. */
export function moveTo(block: Stretch, gap: number): Command {
  return (state, dispatch) => {
    if (gap >= block.from && gap <= block.to) return false
    dispatch?.(moved(state, block, gap))
    return true
  }
}

/** The cursor goes with its paragraph. */
function moved(state: EditorState, block: Stretch, gap: number): Transaction {
  const { doc, selection } = state
  const nodes: Node[] = []
  for (let at = block.from; at < block.to; at++) nodes.push(doc.child(at))
  const [start, end, target] = [startOf(doc, block.from), startOf(doc, block.to), startOf(doc, gap)]
  const to = target > start ? target - (end - start) : target
  const transaction = state.tr.delete(start, end).insert(to, Fragment.from(nodes))
  const inside = selection.from >= start && selection.from <= end ? selection.from - start : 1
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(to + inside)))
}
