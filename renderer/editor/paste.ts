/** Whatever is pasted comes in as plain words: foreign formatting never reaches the text. Dropping is refused. */
import { Fragment, Slice, type Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorProps } from 'prosemirror-view'
import { LIMITS } from '../../shared/text/document.ts'
import { attributesOf } from './convert.ts'
import { schema } from './schema.ts'

/** Line by line; each line after the first is a paragraph of its own. Controls and object marks are left out, spaces of every kind become one. */
export function plainLines(pasted: string): string[] {
  return pasted.slice(0, LIMITS.charactersPerRun).toWellFormed().normalize('NFC').split(/\r\n|\r|\n|\u2028|\u2029/)
    .map((line) => line.replace(/[\t\u00a0]+/g, ' ').replace(/[\p{Cc}\p{Co}\uFFFC\uFEFF]/gu, '').trim())
    .filter((line, _at, lines) => line !== '' || lines.length === 1)
}

export function pastePlain(state: EditorState, pasted: string): Transaction {
  const lines = plainLines(pasted)
  const [only] = lines
  if (lines.length < 2) return state.tr.insertText(only ?? '')
  const { kind, level } = attributesOf(state.selection.$from.parent)
  const blocks = lines.map((line): Node => schema.node('block', { id: null, kind, level }, [schema.text(line)]))
  return state.tr.replaceSelection(new Slice(Fragment.from(blocks), 1, 1)).scrollIntoView()
}

/** Taken before the editor's own handling, which would parse HTML. */
export const pasteHandlers: NonNullable<EditorProps['handleDOMEvents']> = {
  paste: (view, event) => {
    event.preventDefault()
    view.dispatch(pastePlain(view.state, event.clipboardData?.getData('text/plain') ?? '').setMeta('paste', true))
    return true
  },
  drop: (_view, event) => {
    event.preventDefault()
    return true
  },
}
