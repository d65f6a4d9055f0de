/** What the hand does in a text: divide, join, move, emphasise. Every one is an ordinary transaction, and so is tracked. */
import { baseKeymap, chainCommands, splitBlockAs, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { TextSelection, type Command, type Plugin } from 'prosemirror-state'
import { keymap } from 'prosemirror-keymap'
import type { BlockKind } from '../../shared/text/document.ts'
import { attributesOf } from './convert.ts'
import { schema } from './schema.ts'

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

export const divideParagraph = chainCommands(openBefore, divide)

/** Moves the paragraph of the cursor one place up or down. */
export function moveParagraph(direction: -1 | 1): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    const at = $from.index(0)
    const block = state.doc.maybeChild(at)
    const other = state.doc.maybeChild(at + direction)
    if (!block || !other) return false
    const from = $from.before(1)
    const to = direction < 0 ? from - other.nodeSize : from + other.nodeSize
    const transaction = state.tr.delete(from, from + block.nodeSize).insert(to, block)
    dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, to + 1 + $from.parentOffset)).scrollIntoView())
    return true
  }
}

export function setParagraphKind(kind: BlockKind): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if (attributesOf($from.parent).kind === kind) return false
    dispatch?.(state.tr.setNodeAttribute($from.before(1), 'kind', kind))
    return true
  }
}

export const editorKeys: readonly Plugin[] = [
  keymap({
    'Enter': divideParagraph, 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo, 'Alt-ArrowUp': moveParagraph(-1), 'Alt-ArrowDown': moveParagraph(1),
    'Mod-b': toggleMark(schema.marks.bold), 'Mod-i': toggleMark(schema.marks.italic),
  }),
  keymap(baseKeymap),
]
