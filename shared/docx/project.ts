/** One of the two texts of a draft, as blocks: the predecessor (`before`) or the text (`after`). */
import { contentLength, contentText, sliceContent } from '../text/content.ts'
import { LIMITS, type Block, type Inline, type TextDocument } from '../text/document.ts'
import { normalizeInlines } from '../text/normalize.ts'
import { numberLabels } from '../text/numbering.ts'
import { isCell } from '../text/table.ts'
import type { KindAndLevel } from './blockStyle.ts'
import type { Classified, Classifier } from './classify.ts'
import type { DraftCell, DraftItem, DraftRow, Side } from './draft.ts'
import { flowOf, type FlowParagraph, type FlowRow } from './flow.ts'
import type { Tally } from './notes.ts'

interface Projection {
  readonly side: Side
  readonly classifier: Classifier
  readonly tally: Tally
  readonly blocks: Block[]
  readonly typedNumbers: Map<string, string>
  /** The numbered block or bullet that an unnumbered paragraph would continue. */
  open: KindAndLevel | null
  /** Table of the last row. */
  table: object | null
  readonly innerTables: Set<object>
  hasCover: boolean
}

export function projectDraft(items: readonly DraftItem[], side: Side, classifier: Classifier, tally: Tally): TextDocument {
  const projection: Projection = {
    side, classifier, tally, blocks: [], typedNumbers: new Map(), open: null, table: null, innerTables: new Set(), hasCover: false,
  }
  for (const part of flowOf(items, side)) {
    if ('row' in part) addRow(part.row, projection)
    else addParagraph(part, projection)
  }
  if (projection.hasCover && !classifier.ownFile) tally.add('cover')
  const document = { blocks: projection.blocks }
  const labels = projection.typedNumbers.size > 0 ? numberLabels(document) : new Map<string, string>()
  const differing = [...projection.typedNumbers].filter(([id, typed]) => labels.get(id)?.replace(/[^0-9a-z]/g, '') !== typed).length
  if (differing > 0) tally.add('typedNumber', differing)
  return document
}

function addBlock({ kind, level }: KindAndLevel, content: Inline[], projection: Projection): string {
  const id = String(projection.blocks.length + 1)
  projection.blocks.push({ id, kind, level, content })
  return id
}

function addRow(row: DraftRow, projection: Projection): void {
  const cells = row.cells.filter((cell) => cell.presence[projection.side]).map((cell) => readCell(cell, projection))
  if (cells.every((cell) => cell === 'cover')) return
  separate(row, projection)
  for (const [at, cell] of cells.entries()) {
    const { own, content } = cell === 'cover' ? { own: null, content: [] } : cell
    addBlock(own ?? { kind: at === 0 ? 'row' : 'cell', level: columnsOf(row, at, projection) }, normalizeInlines(content), projection)
  }
  projection.open = null
}

/** Two tables with nothing but distance between them would be taken for one. Ours never stand so. */
function separate(row: DraftRow, projection: Projection): void {
  const last = projection.blocks.at(-1)
  if (projection.table !== row.table && last && isCell(last) && !projection.classifier.ownFile) addBlock({ kind: 'plain', level: 1 }, [], projection)
  projection.table = row.table
}

function columnsOf(row: DraftRow, at: number, projection: Projection): number {
  const columns = row.cells.filter((cell) => cell.presence[projection.side])[at]?.span[projection.side].columns ?? 1
  if (columns > LIMITS.levels) projection.tally.add('wideCell')
  return Math.min(columns, LIMITS.levels)
}

interface ReadCell {
  /** Written by us: kept exactly as it is. */
  readonly own: KindAndLevel | null
  readonly content: readonly Inline[]
}

/** Paragraphs of a cell are parted by line breaks. */
function readCell(cell: DraftCell, projection: Projection): ReadCell | 'cover' {
  if (cell.span[projection.side].mergedUp) projection.tally.add('mergedCell')
  const parts = flowOf(cell.items, projection.side)
  const own = parts.map((part) => ('row' in part ? null : ownCell(part, projection))).find((found) => found !== null) ?? null
  if (own === 'cover') {
    projection.hasCover = true
    return own
  }
  const lines = parts.map((part) => lineOf(part, own !== null, projection))
  return { own, content: joined(own ? lines : lines.filter((line) => line.length > 0), '\n') }
}

function ownCell(paragraph: FlowParagraph, projection: Projection): KindAndLevel | 'cover' | null {
  const classified = projection.classifier.classify(paragraph.format, '', null)
  if (classified === 'cover') return 'cover'
  return classified !== 'contents' && classified.own && isCell(classified) ? { kind: classified.kind, level: classified.level } : null
}

function lineOf(part: FlowParagraph | FlowRow, own: boolean, projection: Projection): readonly Inline[] {
  if ('row' in part) return innerRow(part.row, projection)
  if (own) return part.content
  const classified = projection.classifier.classify(part.format, '', null)
  if (classified !== 'cover' && classified !== 'contents' && (classified.kind === 'numbered' || classified.kind === 'bullet')) projection.tally.add('cellList')
  return trimmed(part.content, 0)
}

/** A table inside a cell: cells apart by tabs. */
function innerRow(row: DraftRow, projection: Projection): Inline[] {
  if (!projection.innerTables.has(row.table)) projection.tally.add('innerTable')
  projection.innerTables.add(row.table)
  const cells = row.cells.filter((cell) => cell.presence[projection.side]).map((cell) => readCell(cell, projection))
  return joined(cells.map((cell) => (cell === 'cover' ? [] : cell.content)), '\t')
}

function joined(parts: readonly (readonly Inline[])[], separator: string): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? [...part] : [{ text: separator, marks: [] }, ...part]))
}

function addParagraph(paragraph: FlowParagraph, projection: Projection): void {
  const classified = projection.classifier.classify(paragraph.format, contentText(paragraph.content), projection.open)
  if (classified === 'cover') projection.hasCover = true
  else if (classified === 'contents') projection.tally.add('contents')
  else addClassified(classified, paragraph, projection)
}

function addClassified(classified: Classified, paragraph: FlowParagraph, projection: Projection): void {
  const content = normalizeInlines(classified.own ? paragraph.content : trimmed(paragraph.content, classified.typedLength))
  // An empty paragraph of a foreign file is only distance.
  if (content.length === 0 && !classified.own) return
  const id = addBlock(classified, content, projection)
  if (classified.typedNumber !== null) projection.typedNumbers.set(id, classified.typedNumber)
  const numberLost = !classified.own && classified.kind === 'heading' && projection.classifier.isNumberedHeading(paragraph.format)
  if (numberLost) projection.tally.add('headingNumber')
  projection.open = openAfter(classified, projection.open)
}

function openAfter({ kind, level }: KindAndLevel, open: KindAndLevel | null): KindAndLevel | null {
  if (kind === 'numbered') return { kind, level }
  return kind === 'continuation' || kind === 'bullet' ? open : null
}

/** Without white space at its ends, and without the first `from` positions. */
function trimmed(content: readonly Inline[], from: number): Inline[] {
  const text = contentText(content)
  const leading = /^[ \t\n]*/.exec(text.slice(from))?.[0].length ?? 0
  const trailing = /[ \t\n]*$/.exec(text)?.[0].length ?? 0
  return sliceContent(content, from + leading, Math.max(from + leading, contentLength(content) - trailing))
}
