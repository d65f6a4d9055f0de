/** What every written form of a text needs to know about its blocks: their numbers before and after, their footnotes, their moves. */
import type { Block, BlockId, TextDocument } from './document.ts'
import type { MarkedBlock, MarkedDocument, MarkedFootnote, MarkedRun } from './marked.ts'
import type { Publication } from './publication.ts'
import { acceptAll, rejectAll } from './accept.ts'
import { markAll } from './compareContent.ts'
import { normalizeDocument } from './normalize.ts'
import { numberLabels } from './numbering.ts'
import { placeNames } from './place.ts'

export interface ReadingBlock {
  readonly block: MarkedBlock
  /** Number of the paragraph in the predecessor and in the text, empty where it has none there. */
  readonly labelBefore: string
  readonly labelAfter: string
}

export interface Move {
  readonly move: number
  readonly from: string
  readonly to: string
  /** Words inside have changed as well. */
  readonly edited: boolean
}

export interface Reading {
  readonly blocks: readonly ReadingBlock[]
  /** The sign by which each is called: its number in the text, or `d1`, `d2`, ... where the reference is gone. */
  readonly footnotes: ReadonlyMap<MarkedFootnote, string>
  readonly moves: readonly Move[]
}

export function bodyOf(publication: Publication): MarkedDocument {
  return publication.body.version === 'marked' ? publication.body.document : unchanged(publication.body.document)
}

/** A text as a marked version in which nothing has changed. */
export function unchanged(document: TextDocument): MarkedDocument {
  return { blocks: normalizeDocument(document).blocks.map(unchangedBlock) }
}

function unchangedBlock(block: Block): MarkedBlock {
  const shape = { kind: block.kind, level: block.level }
  return { change: 'same', move: null, idBefore: block.id, idAfter: block.id, before: shape, after: shape, content: markAll(block.content, 'same') }
}

export function readingOf(marked: MarkedDocument): Reading {
  const [after, before] = [acceptAll(marked), rejectAll(marked)]
  const labels = { before: numberLabels(before), after: numberLabels(after) }
  return {
    blocks: marked.blocks.map((block) => ({
      block,
      labelBefore: block.change === 'movedTo' ? '' : labelOf(labels.before, block.idBefore),
      labelAfter: block.change === 'movedFrom' ? '' : labelOf(labels.after, block.idAfter),
    })),
    footnotes: footnoteNames(marked),
    moves: movesOf(marked, placeNames(before), placeNames(after)),
  }
}

function labelOf(labels: ReadonlyMap<BlockId, string>, id: BlockId | null): string {
  return id === null ? '' : (labels.get(id) ?? '')
}

function footnoteNames(marked: MarkedDocument): Map<MarkedFootnote, string> {
  const names = new Map<MarkedFootnote, string>()
  let running = 0
  let gone = 0
  for (const block of marked.blocks) {
    for (const inline of block.content) {
      if (!('footnote' in inline)) continue
      names.set(inline, inline.change === 'deleted' ? `d${++gone}` : String(++running))
    }
  }
  return names
}

function movesOf(marked: MarkedDocument, before: ReadonlyMap<BlockId, string>, after: ReadonlyMap<BlockId, string>): Move[] {
  return marked.blocks.flatMap((block) => {
    if (block.change !== 'movedTo' || block.move === null) return []
    const [from, to] = [before.get(block.idBefore ?? '') ?? '', after.get(block.idAfter ?? '') ?? '']
    return [{ move: block.move, from, to, edited: block.content.some((inline) => inline.change !== 'same') }]
  }).sort((a, b) => a.move - b.move)
}

/** Change by change: neighbouring pieces of one kind together, so that one mark encloses them. */
export function stretchesOf<Piece extends MarkedRun | MarkedFootnote>(content: readonly Piece[]): { change: Piece['change']; pieces: Piece[] }[] {
  const stretches: { change: Piece['change']; pieces: Piece[] }[] = []
  for (const piece of content) {
    const last = stretches.at(-1)
    if (last?.change === piece.change) last.pieces.push(piece)
    else stretches.push({ change: piece.change, pieces: [piece] })
  }
  return stretches
}
