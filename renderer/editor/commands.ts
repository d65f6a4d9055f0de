/** What the hand does in a text: divide, join, move, emphasise. Every one is an ordinary transaction, and so is tracked. */
import { baseKeymap, chainCommands, splitBlockAs, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import type { Plugin, Command } from 'prosemirror-state'
import { keymap } from 'prosemirror-keymap'
import { LIMITS, type BlockKind } from '../../shared/text/document.ts'
import { isCell } from '../../shared/text/table.ts'
import { attributesOf } from './convert.ts'
import { moveParagraph } from './moving.ts'
import { schema } from './schema.ts'
import { breakInCell, stayInCell } from './tableCommands.ts'

/** A heading is followed by a plain paragraph, anything else by its like. */
function kindAfter(kind: BlockKind): BlockKind {
  return kind === 'title' || kind === 'formula' || kind === 'heading' ? 'plain' : kind
}

/** At the start of a paragraph the new one goes before it, so that the words keep their paragraph. */
const openBefore: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset !== 0 || $from.parent.content.size === 0 || $from.depth === 0) return false
  dispatch?.(state.tr.insert($from.before(), schema.node('block', { ...$from.parent.attrs, id: null })).scrollIntoView())
  return true
}

const divide = splitBlockAs((node, atEnd) => {
  const { kind, level } = attributesOf(node)
  return { type: node.type, attrs: { id: null, kind: atEnd ? kindAfter(kind) : kind, level } }
})

export const divideParagraph = chainCommands(breakInCell, openBefore, divide)

/** A cell is made and unmade with its row, never out of a paragraph. */
export function setParagraphKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const { kind: was } = attributesOf($from.parent)
    if (was === kind || isCell({ kind: was }) || isCell({ kind })) return false
    dispatch?.(state.tr.setNodeAttribute($from.before(1), 'kind', kind))
    return true
  }
}

/** One step deeper in, or out again; every paragraph of the selection. */
export function setLevel(by: -1 | 1): Command {
  return (state, dispatch) => {
    const transaction = state.tr
    const { from, to } = state.selection
    state.doc.nodesBetween(from, to, (node, position) => {
      if (node.type !== schema.nodes.block) return false
      const { kind, level } = attributesOf(node)
      const next = Math.min(LIMITS.levels, Math.max(1, level + by))
      if (next !== level && !isCell({ kind })) transaction.setNodeAttribute(position, 'level', next)
      return false
    })
    if (!transaction.docChanged) return false
    dispatch?.(transaction)
    return true
  }
}

export const editorKeys: readonly Plugin[] = [
  keymap({
    'Enter': divideParagraph, 'Shift-Enter': divideParagraph, 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
    'Alt-ArrowUp': moveParagraph(-1), 'Alt-ArrowDown': moveParagraph(1), 'Alt-Shift-ArrowRight': setLevel(1), 'Alt-Shift-ArrowLeft': setLevel(-1),
    'Mod-b': toggleMark(schema.marks.bold), 'Mod-i': toggleMark(schema.marks.italic), 'Mod-u': toggleMark(schema.marks.underline),
    'Backspace': stayInCell('before'), 'Delete': stayInCell('after'),
  }),
  keymap(baseKeymap),
]
