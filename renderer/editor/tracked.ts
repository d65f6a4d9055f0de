/**
 * The tracked view: a projection, never a state of its own. Deleted words are shown struck, inserted ones underlined, and nothing can pass
 * unseen. Law: after any transaction it shows what a projection of the whole text would show; a key inside one paragraph compares that one anew.
 * What a paragraph shows beyond its words is written onto it by paragraphView.ts.
 */
import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { cellWidths } from '../../shared/text/cellWidths.ts'
import { compareContent } from '../../shared/text/compareContent.ts'
import { compareDocuments } from '../../shared/text/compare.ts'
import type { Block, BlockId, TextDocument } from '../../shared/text/document.ts'
import type { MarkedInline } from '../../shared/text/marked.ts'
import { numberLabels } from '../../shared/text/numbering.ts'
import { attributesOf, contentOf, documentOf } from './convert.ts'
import { ParagraphViews } from './paragraphView.ts'
import type { Surroundings } from './surroundings.ts'
import { goneBlocks, hiddenSigns, insertedWords, markedWords } from './trackedMarks.ts'
import { startOf, touchedBlocks } from './touched.ts'

export interface Shown {
  readonly decorations: DecorationSet
  readonly surroundings: ReadonlyMap<BlockId, Surroundings>
}

/** `base` null marks nothing. `fixedLabels` where only a part of a text is edited: its paragraphs keep the numbers that they have in the whole. */
export function tracked(base: TextDocument | null, fixedLabels?: ReadonlyMap<BlockId, string>): Plugin<Shown> {
  const projector = new Projector(base, fixedLabels)
  const paragraphs = new ParagraphViews((state) => plugin.getState(state)?.surroundings)
  const plugin: Plugin<Shown> = new Plugin<Shown>({
    state: {
      init: (_config, state) => projector.whole(state.doc),
      apply: (transaction, shown) => (transaction.docChanged ? projector.after(transaction, shown) : shown),
    },
    props: { decorations: (state) => plugin.getState(state)?.decorations ?? null, nodeViews: { block: paragraphs.make } },
    view: () => ({ update: paragraphs.update }),
  })
  return plugin
}

/** The whole projection, for a text that is not being edited, and for the law. */
export function projection(base: TextDocument | null, fixedLabels?: ReadonlyMap<BlockId, string>): (doc: Node) => Shown {
  const projector = new Projector(base, fixedLabels)
  return (doc) => projector.whole(doc)
}

class Projector {
  readonly #base: TextDocument | null
  readonly #blocks: ReadonlyMap<BlockId, Block>
  readonly #fixedLabels: ReadonlyMap<BlockId, string> | undefined
  /** Editor nodes are immutable, so a paragraph that nobody touched is compared once. */
  readonly #compared = new WeakMap<Node, readonly MarkedInline[]>()

  constructor(base: TextDocument | null, fixedLabels: ReadonlyMap<BlockId, string> | undefined) {
    this.#base = base
    this.#blocks = new Map((base?.blocks ?? []).map((block) => [block.id, block]))
    this.#fixedLabels = fixedLabels
  }

  whole(doc: Node): Shown {
    const surroundings = this.#surroundings(doc)
    const decorations: Decoration[] = []
    doc.forEach((node, position) => decorations.push(...this.#ofBlock(node, position, surroundings)))
    if (this.#base !== null) decorations.push(...goneBlocks(this.#base, doc))
    return { decorations: DecorationSet.create(doc, decorations), surroundings }
  }

  /** Where paragraphs stay the paragraphs they were, only those that were touched are drawn anew. */
  after(transaction: Transaction, shown: Shown): Shown {
    const { doc, before } = transaction
    const { from, toBefore, toAfter } = touchedBlocks(before, doc)
    if (toBefore !== toAfter || !sameShapes(before, doc, from, toAfter)) return this.whole(doc)
    const start = startOf(doc, from)
    let end = start
    const fresh: Decoration[] = []
    for (let at = from; at < toAfter; at++) {
      fresh.push(...this.#ofBlock(doc.child(at), end, shown.surroundings))
      end += doc.child(at).nodeSize
    }
    const mapped = shown.decorations.map(transaction.mapping, doc)
    const stale = mapped.find(start, end, (spec) => spec['gone'] !== true).filter((one) => one.from >= start && one.to <= end)
    return { decorations: mapped.remove(stale).add(doc, fresh), surroundings: shown.surroundings }
  }

  #ofBlock(node: Node, position: number, surroundings: Shown['surroundings']): Decoration[] {
    const id = attributesOf(node).id ?? ''
    const block = this.#blocks.get(id)
    const inside = this.#base === null ? [] : block === undefined ? insertedWords(position, node) : markedWords(this.#changesIn(node, block), position + 1)
    return [...numbersOfNotes(node, position, surroundings.get(id)?.notes ?? 0), ...inside, ...hiddenSigns(node, position)]
  }

  #changesIn(node: Node, block: Block): readonly MarkedInline[] {
    const known = this.#compared.get(node) ?? compareContent(block.content, contentOf(node))
    this.#compared.set(node, known)
    return known
  }

  #surroundings(doc: Node): Map<BlockId, Surroundings> {
    const current = documentOf(doc)
    const labels = this.#fixedLabels ?? numberLabels(current)
    const moved = this.#base === null ? new Set<string>() : movedBlocks(this.#base, current)
    const widths = cellWidths(current)
    let notes = 0
    return new Map(current.blocks.map((block, at) => {
      const here = notes
      notes += notesIn(doc.child(at))
      return [block.id, { label: labels.get(block.id) ?? null, change: this.#changeOf(block, moved), notes: here, width: widths.get(at) ?? null }]
    }))
  }

  #changeOf({ id, kind, level }: Block, moved: ReadonlySet<string>): Surroundings['change'] {
    const was = this.#blocks.get(id)
    if (this.#base === null) return null
    if (was === undefined) return 'inserted'
    if (moved.has(id)) return 'moved'
    return was.kind !== kind || was.level !== level ? 'retyped' : null
  }
}

/** The same paragraphs in the same places, of the same kind, with as many footnotes: nothing outside of them looks different. */
function sameShapes(before: Node, after: Node, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const [old, now] = [before.child(at), after.child(at)]
    const [was, is] = [attributesOf(old), attributesOf(now)]
    if (was.id !== is.id || was.kind !== is.kind || was.level !== is.level || notesIn(old) !== notesIn(now)) return false
  }
  return true
}

function notesIn(block: Node): number {
  let count = 0
  block.forEach((node) => { if (!node.isText) count += 1 })
  return count
}

function numbersOfNotes(block: Node, position: number, before: number): Decoration[] {
  const numbers: Decoration[] = []
  block.forEach((node, offset) => {
    const from = position + 1 + offset
    if (!node.isText) numbers.push(Decoration.node(from, from + node.nodeSize, { 'data-note': String(before + numbers.length + 1) }))
  })
  return numbers
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
