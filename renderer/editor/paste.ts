/** What is pasted: words, emphasis, paragraphs, lists, footnotes and tables come in; every other formatting of the source stays outside. */
import { DOMParser, Fragment, Slice, type Node as ProseNode } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type { EditorProps } from 'prosemirror-view'
import type { Block, Inline } from '../../shared/text/document.ts'
import { LIMITS } from '../../shared/text/document.ts'
import { isCell } from '../../shared/text/table.ts'
import { attributesOf, contentOf, proseInline } from './convert.ts'
import { blocksFromHtml, withoutStyles } from './pastedHtml.ts'
import { schema } from './schema.ts'

/** Line by line; each line after the first is a paragraph of its own. Controls and object marks are left out, spaces of every kind become one. */
export function plainLines(pasted: string): string[] {
  return pasted.slice(0, LIMITS.charactersPerRun).toWellFormed().normalize('NFC').split(/\r\n|\r|\n|\u2028|\u2029/)
    .map((line) => line.replace(/[\t\u00a0]+/g, ' ').replace(/[\p{Cc}\p{Co}\uFFFC\uFEFF]/gu, '').trim())
    .filter((line, _at, lines) => line !== '' || lines.length === 1)
}

/** A paragraph on its way in, without a name. `like` says that it takes the kind of the paragraph that it is pasted into. */
export type Pasted = Omit<Block, 'id'> & { readonly like: boolean }

export function pastePlain(state: EditorState, pasted: string): Transaction {
  return pasteBlocks(state, plainLines(pasted).map((line) => ({ kind: 'plain', level: 1, like: true, content: line === '' ? [] : [{ text: line, marks: [] }] })))
}

/** The first and the last paragraph join what stands before and behind; inside a cell everything stays in the cell, line by line. */
export function pasteBlocks(state: EditorState, pasted: readonly Pasted[]): Transaction {
  const { kind, level } = attributesOf(state.selection.$from.parent)
  const [only] = pasted
  if (only === undefined) return state.tr
  const inline = (content: readonly Inline[]): Fragment => Fragment.from(content.map(proseInline))
  if (pasted.length === 1) return state.tr.replaceSelection(new Slice(inline(only.content), 0, 0)).scrollIntoView()
  if (isCell({ kind })) return state.tr.replaceSelection(new Slice(inline(asLines(pasted)), 0, 0)).scrollIntoView()
  const blocks = pasted.map((one): ProseNode => schema.node('block', { id: null, kind: one.like ? kind : one.kind, level: one.like ? level : one.level }, inline(one.content)))
  const openEnd = isCell(pasted.at(-1) ?? only) ? 0 : 1
  return state.tr.replaceSelection(new Slice(Fragment.from(blocks), isCell(only) ? 0 : 1, openEnd)).scrollIntoView()
}

function asLines(pasted: readonly Pasted[]): Inline[] {
  return pasted.flatMap((one, at): Inline[] => (at === 0 ? one.content : [{ text: '\n', marks: [] }, ...one.content]))
}

/** The editor's own reading of HTML would take what it finds; this one takes what a text can hold. */
class TextParser extends DOMParser {
  override parseSlice(dom: Node): Slice {
    return sliceOf(blocksFromHtml(dom))
  }
}

function sliceOf(pasted: readonly Pasted[]): Slice {
  const nodes = pasted.map(({ kind, level, like, content }) => schema.node('block', { id: like ? 'like' : null, kind, level }, content.map(proseInline)))
  return new Slice(Fragment.from(nodes), 0, 0)
}

function pastedOf(slice: Slice): Pasted[] {
  const pasted: Pasted[] = []
  slice.content.forEach((node) => {
    const { id, kind, level } = attributesOf(node)
    if (node.type === schema.nodes.block) pasted.push({ kind, level, like: id === 'like', content: contentOf(node) })
  })
  return pasted
}

export const pasteProps: EditorProps = {
  transformPastedHTML: withoutStyles,
  clipboardParser: new TextParser(schema, []),
  clipboardTextParser: (text) => sliceOf(plainLines(text).map((line) => ({ kind: 'plain', level: 1, like: true, content: line === '' ? [] : [{ text: line, marks: [] }] }))),
  handlePaste(view, _event, slice) {
    view.dispatch(pasteBlocks(view.state, pastedOf(slice)).setMeta('paste', true).setMeta('uiEvent', 'paste'))
    return true
  },
  /** Paragraphs are dragged by their handle; nothing is dropped in from elsewhere. */
  handleDrop: () => true,
}
