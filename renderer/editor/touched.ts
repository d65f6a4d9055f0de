/** Which paragraphs a change has touched: nodes never change, so what is the same object is the same text. */
import type { Node } from 'prosemirror-model'

export interface Touched {
  /** Children [from, toBefore) of the document before, [from, toAfter) of the document after. */
  readonly from: number
  readonly toBefore: number
  readonly toAfter: number
}

export function touchedBlocks(before: Node, after: Node): Touched {
  let from = 0
  const least = Math.min(before.childCount, after.childCount)
  while (from < least && before.child(from) === after.child(from)) from++
  let tail = 0
  while (tail < least - from && before.child(before.childCount - 1 - tail) === after.child(after.childCount - 1 - tail)) tail++
  return { from, toBefore: before.childCount - tail, toAfter: after.childCount - tail }
}

/** Where the child at this place begins. */
export function startOf(doc: Node, at: number): number {
  let start = 0
  for (let child = 0; child < at; child++) start += doc.child(child).nodeSize
  return start
}
