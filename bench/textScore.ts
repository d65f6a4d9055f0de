/** How well a comparison finds what was really done: edits found, moves paired, and how many more words it marks than were touched. */
import { changeListOf, type ListedChange } from '../shared/text/changeList.ts'
import { compareDocuments } from '../shared/text/compare.ts'
import type { TextDocument } from '../shared/text/document.ts'
import type { MarkedBlock, MarkedDocument } from '../shared/text/marked.ts'
import { plainWords } from '../shared/text/passages.ts'
import { EDIT_KINDS, knownEdits, type EditKind, type KnownEdit } from './knownEdits.ts'

export interface Score {
  readonly found: Readonly<Record<EditKind, { readonly of: number; readonly found: number }>>
  readonly movesPaired: number
  readonly moves: number
  /** Words marked over words touched. */
  readonly marked: number
}

export function scoreOf(seed: number, delegations: number): Score {
  const { before, after, edits } = knownEdits(seed, delegations)
  // The names of blocks are what a foreign file does not tell.
  const nameless: TextDocument = { blocks: after.blocks.map((block, at) => ({ ...block, id: `r9.${at + 1}` })) }
  const marked = compareDocuments(before, nameless, { identifiers: 'unrelated' })
  const truth = new Map(after.blocks.map((block, at) => [block.id, `r9.${at + 1}`]))
  const seen = new Seen(marked, truth)
  const counts = EDIT_KINDS.map((kind) => {
    const ofKind = edits.filter((edit) => edit.kind === kind)
    return [kind, { of: ofKind.length, found: ofKind.filter((edit) => seen.finds(edit)).length }] as const
  })
  const moves = edits.filter(({ kind }) => kind === 'move' || kind === 'moveAndEdit')
  return {
    found: Object.fromEntries(counts) as Score['found'], moves: moves.length, movesPaired: moves.filter((edit) => seen.paired(edit)).length,
    marked: wordsMarked(marked) / edits.reduce((sum, edit) => sum + edit.words, 0),
  }
}

class Seen {
  readonly #marked: MarkedDocument
  readonly #truth: ReadonlyMap<string, string>
  readonly #changes: readonly ListedChange[]

  constructor(marked: MarkedDocument, truth: ReadonlyMap<string, string>) {
    this.#marked = marked
    this.#truth = truth
    this.#changes = changeListOf(marked).changes
  }

  /** Moved from where it was to where it is, as one paragraph. */
  paired({ block }: KnownEdit): boolean {
    return this.#blockOf(block)?.idBefore === block
  }

  finds(edit: KnownEdit): boolean {
    const block = this.#blockOf(edit.block)
    const here = this.#changes.filter((change) => this.#marked.blocks[change.block] === block)
    switch (edit.kind) {
      case 'word': case 'insideWord': return here.some((change) => change.kind === 'replaced' && change.nature === 'substance' && oneWord(change))
      case 'case': return here.some((change) => change.nature === 'case' && oneWord(change))
      case 'move': return block?.change === 'movedTo' && block.idBefore === edit.block
      case 'moveAndEdit': return block?.change === 'movedTo' && block.idBefore === edit.block && here.some((change) => change.kind === 'replaced')
      case 'split': return here.some((change) => change.kind === 'deleted') && this.#next(block)?.change === 'inserted'
      // The longer of the two is the one that stays.
      case 'merge': return here.some((change) => change.kind === 'inserted') && [this.#next(block), this.#previous(block)].some((beside) => beside?.change === 'deleted')
      case 'renumber': return this.#previous(block)?.change === 'inserted' && this.#changes.some((change) => change.kind === 'renumbered')
      case 'footnote': return here.some((change) => change.scope === 'footnote' && change.kind === 'replaced')
      case 'punctuation': return here.some((change) => change.nature === 'punctuation')
      case 'cell': return here.some((change) => change.scope === 'cell' && change.kind === 'replaced' && oneWord(change))
    }
  }

  #blockOf(id: string): MarkedBlock | undefined {
    return this.#marked.blocks.find((block) => block.idAfter === this.#truth.get(id) && block.change !== 'movedFrom')
  }

  #next(block: MarkedBlock | undefined): MarkedBlock | undefined {
    return this.#near(block, 1)
  }

  #previous(block: MarkedBlock | undefined): MarkedBlock | undefined {
    return this.#near(block, -1)
  }

  /** What has moved away stands between. */
  #near(block: MarkedBlock | undefined, step: 1 | -1): MarkedBlock | undefined {
    let at = block ? this.#marked.blocks.indexOf(block) + step : -1
    while (this.#marked.blocks[at]?.change === 'movedFrom' || this.#marked.blocks[at]?.change === 'movedTo') at += step
    return this.#marked.blocks[at]
  }
}

function oneWord({ deleted, inserted }: ListedChange): boolean {
  return !/\s/.test(deleted.trim()) && !/\s/.test(inserted.trim())
}

function wordsMarked({ blocks }: MarkedDocument): number {
  return blocks.filter((block) => block.change !== 'movedFrom').reduce((sum, block) => sum + block.content.reduce((inside, inline) => {
    const pieces = 'footnote' in inline && inline.change === 'same' ? inline.footnote : [inline]
    return inside + pieces.filter((piece) => piece.change !== 'same').reduce((words, piece) => words + (plainWords(piece).match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  }, 0), 0)
}

export function scoreLines(score: Score): string[] {
  const kinds = EDIT_KINDS.map((kind) => `${kind} ${score.found[kind].found}/${score.found[kind].of}`).join(', ')
  return [
    `compare, known edits found: ${kinds}`,
    `compare, moved paragraphs paired: ${score.movesPaired} of ${score.moves} (${((100 * score.movesPaired) / score.moves).toFixed(0)} %); words marked over words touched: ${score.marked.toFixed(2)}`,
  ]
}
