/** How changes look in the editor: inserted words underlined, deleted ones struck where they stood. */
import type { Node } from 'prosemirror-model'
import { Decoration } from 'prosemirror-view'
import type { Block, TextDocument } from '../../shared/text/document.ts'
import { piecesOf } from '../../shared/text/hiddenSigns.ts'
import type { MarkedInline } from '../../shared/text/marked.ts'
import { words } from '../messages/words.ts'
import { attributesOf } from './convert.ts'
import css from './editor.module.css'

const INSERTED = { nodeName: 'ins', class: css.ins ?? '' }

export function insertedWords(position: number, node: Node): Decoration[] {
  return node.content.size === 0 ? [] : [Decoration.inline(position + 1, position + node.nodeSize - 1, INSERTED)]
}

export function markedWords(content: readonly MarkedInline[], start: number): Decoration[] {
  const decorations: Decoration[] = []
  let at = start
  let gone: MarkedInline[] = []
  const flush = (): void => {
    if (gone.length > 0) decorations.push(struck(at, wordsOf(gone)))
    gone = []
  }
  for (const inline of content) {
    if (inline.change === 'deleted') {
      gone.push(inline)
      continue
    }
    flush()
    const length = 'footnote' in inline ? 1 : inline.text.length
    if (inline.change === 'inserted') decorations.push(Decoration.inline(at, at + length, INSERTED))
    else if ('footnote' in inline && inline.footnote.some((run) => run.change !== 'same')) decorations.push(Decoration.node(at, at + length, { class: css.ins ?? '' }))
    at += length
  }
  flush()
  return decorations
}

function wordsOf(content: readonly MarkedInline[]): string {
  return content.map((inline) => ('footnote' in inline ? words.text.noteShort : inline.text)).join('')
}

/** Struck words stand before the place where the next ones go in, and cannot be typed into. */
function struck(at: number, said: string): Decoration {
  return Decoration.widget(at, (view) => struckElement(view.dom.ownerDocument, said), { side: -1, key: `del:${said}`, marks: [] })
}

/** Signs that nobody sees, each shown by its code point and kept from turning the words around it. */
export function hiddenSigns(node: Node, position: number): Decoration[] {
  let at = position + 1
  const decorations: Decoration[] = []
  node.forEach((child) => {
    let from = at
    for (const { text, sign } of piecesOf(child.text ?? '')) {
      if (sign !== null) decorations.push(Decoration.inline(from, from + text.length, { nodeName: 'bdi', class: css.hidden ?? '', 'data-sign': sign }))
      from += text.length
    }
    at += child.nodeSize
  })
  return decorations
}

function hiddenElement(page: Document, text: string, sign: string): HTMLElement {
  const element = page.createElement('bdi')
  element.className = css.hidden ?? ''
  element.dataset['sign'] = sign
  element.textContent = text
  return element
}

function struckElement(page: Document, said: string): HTMLElement {
  const element = page.createElement('del')
  element.className = css.del ?? ''
  element.append(...piecesOf(said).map(({ text, sign }) => (sign === null ? text : hiddenElement(page, text, sign))))
  return element
}

/** Paragraphs that went stand struck where they were: after the last one before them that is still there. */
export function goneBlocks(base: TextDocument, doc: Node): Decoration[] {
  const ends = new Map<string, number>()
  doc.forEach((node, position) => {
    const { id } = attributesOf(node)
    if (id !== null) ends.set(id, position + node.nodeSize)
  })
  let after = 0
  return base.blocks.flatMap((block, order) => {
    const end = ends.get(block.id)
    if (end === undefined) return [goneBlock(block, after, order)]
    after = end
    return []
  })
}

function goneBlock(block: Block, after: number, order: number): Decoration {
  const said = block.content.map((inline) => ('footnote' in inline ? words.text.noteShort : inline.text)).join('')
  return Decoration.widget(after, (view) => {
    const paragraph = view.dom.ownerDocument.createElement('p')
    paragraph.className = css.gone ?? ''
    paragraph.append(struckElement(view.dom.ownerDocument, said))
    return paragraph
  }, { side: order + 1, key: `gone:${block.id}`, gone: true })
}
