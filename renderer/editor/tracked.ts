/**
 * The tracked view: a projection, never a state of its own. After every transaction each paragraph is compared with the one it came from;
 * deleted words are shown struck, inserted ones underlined, and nothing can pass unseen.
 */
import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { compareContent } from '../../shared/text/compareContent.ts'
import { compareDocuments } from '../../shared/text/compare.ts'
import type { Block, BlockId, TextDocument } from '../../shared/text/document.ts'
import type { MarkedInline } from '../../shared/text/marked.ts'
import { numberLabels } from '../../shared/text/numbering.ts'
import { words } from '../messages/words.ts'
import { attributesOf, contentOf, documentOf } from './convert.ts'
import css from './editor.module.css'

/** `fixedLabels` where only a part of a text is edited: its paragraphs keep the numbers that they have in the whole. */
export function tracked(base: TextDocument, fixedLabels?: ReadonlyMap<BlockId, string>): Plugin<DecorationSet> {
  const project = projection(base, fixedLabels)
  const plugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
    state: {
      init: (_config, state) => project(state.doc),
      apply: (transaction, shown) => (transaction.docChanged ? project(transaction.doc) : shown),
    },
    props: { decorations: (state) => plugin.getState(state) ?? null },
  })
  return plugin
}

/** Editor nodes are immutable, so a paragraph that nobody touched is compared once. */
export function projection(base: TextDocument, fixedLabels?: ReadonlyMap<BlockId, string>): (doc: Node) => DecorationSet {
  const blocks = new Map(base.blocks.map((block) => [block.id, block]))
  const compared = new WeakMap<Node, readonly MarkedInline[]>()
  const changesIn = (node: Node, block: Block): readonly MarkedInline[] => {
    const known = compared.get(node) ?? compareContent(block.content, contentOf(node))
    compared.set(node, known)
    return known
  }
  return (doc) => {
    const decorations: Decoration[] = []
    const current = documentOf(doc)
    const labels = fixedLabels ?? numberLabels(current)
    const moved = movedBlocks(base, current)
    let notes = 0
    doc.forEach((node, position) => {
      const { id, kind, level } = attributesOf(node)
      const block = id === null ? undefined : blocks.get(id)
      const state = block === undefined ? 'inserted' : moved.has(block.id) ? 'moved' : block.kind !== kind || block.level !== level ? 'retyped' : null
      decorations.push(Decoration.node(position, position + node.nodeSize, { ...(id !== null && labels.has(id) ? { 'data-number': labels.get(id) ?? '' } : {}), ...(state === null ? {} : { 'data-change': state }) }))
      notes = numberNotes(node, position, notes, decorations)
      if (block === undefined) decorations.push(Decoration.inline(position + 1, position + node.nodeSize - 1, { nodeName: 'ins', class: css.ins ?? '' }))
      else mark(changesIn(node, block), position + 1, decorations)
    })
    decorations.push(...goneBlocks(base, doc))
    return DecorationSet.create(doc, decorations)
  }
}

function numberNotes(block: Node, position: number, before: number, decorations: Decoration[]): number {
  let count = before
  block.forEach((node, offset) => {
    if (node.type.name !== 'footnote') return
    count += 1
    decorations.push(Decoration.node(position + 1 + offset, position + 1 + offset + node.nodeSize, { 'data-note': String(count) }))
  })
  return count
}

function mark(content: readonly MarkedInline[], start: number, decorations: Decoration[]): void {
  let at = start
  let gone: MarkedInline[] = []
  const flush = () => {
    if (gone.length > 0) decorations.push(struck(at, gone))
    gone = []
  }
  for (const inline of content) {
    if (inline.change === 'deleted') {
      gone.push(inline)
      continue
    }
    flush()
    const length = 'footnote' in inline ? 1 : inline.text.length
    if (inline.change === 'inserted') decorations.push(Decoration.inline(at, at + length, { nodeName: 'ins', class: css.ins ?? '' }))
    at += length
  }
  flush()
}

function wordsOf(content: readonly MarkedInline[]): string {
  return content.map((inline) => ('footnote' in inline ? words.text.noteShort : inline.text)).join('')
}

/** Struck words stand before the place where the next ones go in, and cannot be typed into. */
function struck(at: number, gone: readonly MarkedInline[]): Decoration {
  const said = wordsOf(gone)
  return Decoration.widget(at, (view) => struckElement(view.dom.ownerDocument, said), { side: -1, key: `del:${said}`, marks: [] })
}

function struckElement(page: Document, said: string): HTMLElement {
  const element = page.createElement('del')
  element.className = css.del ?? ''
  element.textContent = said
  return element
}

/** Paragraphs that went stand struck where they were: after the last one before them that is still there. */
function goneBlocks(base: TextDocument, doc: Node): Decoration[] {
  const ends = new Map<string, number>()
  doc.forEach((node, position) => {
    const { id } = attributesOf(node)
    if (id !== null) ends.set(id, position + node.nodeSize)
  })
  let after = 0
  return base.blocks.flatMap((block, order) => {
    const end = ends.get(block.id)
    if (end !== undefined) {
      after = end
      return []
    }
    const said = block.content.map((inline) => ('footnote' in inline ? words.text.noteShort : inline.text)).join('')
    return [Decoration.widget(after, (view) => {
      const paragraph = view.dom.ownerDocument.createElement('p')
      paragraph.className = css.gone ?? ''
      paragraph.append(struckElement(view.dom.ownerDocument, said))
      return paragraph
    }, { side: order + 1, key: `gone:${block.id}` })]
  })
}

/** Compared as a whole only where the order of what stays has changed. */
function movedBlocks(base: TextDocument, current: TextDocument): ReadonlySet<string> {
  const here = new Set(current.blocks.map((block) => block.id))
  const known = new Set(base.blocks.map((block) => block.id))
  const before = base.blocks.filter((block) => here.has(block.id)).map((block) => block.id)
  const after = current.blocks.filter((block) => known.has(block.id)).map((block) => block.id)
  if (before.every((id, at) => id === after[at])) return new Set()
  return new Set(compareDocuments(base, current).blocks.flatMap((block) => (block.change === 'movedTo' && block.idAfter !== null ? [block.idAfter] : [])))
}
