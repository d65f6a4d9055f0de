/**
 * Nothing passes untracked: a change of which the suggestions would not know all is refused. Every step must be of a kind that changes words,
 * their marks, or a paragraph's kind and level; and every paragraph that comes out of it must be one that a text can hold.
 */
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, type Step } from 'prosemirror-transform'
import { LIMITS } from '../../shared/text/document.ts'
import { isSoundBlock } from '../../shared/text/sound.ts'
import { blockOf } from './convert.ts'
import { touchedBlocks } from './touched.ts'

const KINDS_OF_STEP = [ReplaceStep, ReplaceAroundStep, AddMarkStep, RemoveMarkStep] as const
const TRACKED_ATTRIBUTES: readonly string[] = ['id', 'kind', 'level', 'runs']

export function onlyUnderstood(onRefused: () => void): Plugin {
  return new Plugin({
    filterTransaction(transaction, state) {
      const understood = isUnderstood(transaction, state)
      if (!understood) onRefused()
      return understood
    },
    appendTransaction: (transactions, before, state) => (transactions.some((one) => one.docChanged) ? withoutMarkedNotes(before, state) : null),
  })
}

export function isUnderstood(transaction: Transaction, state: EditorState): boolean {
  if (!transaction.docChanged) return true
  if (!transaction.steps.every(isKnownStep) || transaction.doc.childCount > LIMITS.blocks) return false
  const { from, toAfter } = touchedBlocks(state.doc, transaction.doc)
  for (let at = from; at < toAfter; at++) if (!isSoundBlock(blockOf(transaction.doc.child(at)))) return false
  return true
}

function isKnownStep(step: Step): boolean {
  if (step instanceof AttrStep) return TRACKED_ATTRIBUTES.includes(step.attr)
  return KINDS_OF_STEP.some((kind) => step instanceof kind)
}

/** Emphasis drawn over a footnote means the words around it: the sign itself has none. */
function withoutMarkedNotes(before: EditorState, state: EditorState): Transaction | null {
  const transaction = state.tr
  const { from, toAfter } = touchedBlocks(before.doc, state.doc)
  let start = 0
  for (let at = 0; at < toAfter; at++) {
    const block = state.doc.child(at)
    const inside = start + 1
    if (at >= from) {
      block.forEach((node, offset) => {
        if (!node.isText && node.marks.length > 0) transaction.removeMark(inside + offset, inside + offset + node.nodeSize)
      })
    }
    start += block.nodeSize
  }
  return transaction.docChanged ? transaction : null
}
