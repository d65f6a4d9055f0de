/** One of the two texts of a draft, as blocks: the predecessor (`before`) or the text (`after`). */
import { contentLength, contentText, sliceContent } from '../text/content.ts'
import type { Block, Inline, TextDocument } from '../text/document.ts'
import { normalizeInlines } from '../text/normalize.ts'
import { numberLabels } from '../text/numbering.ts'
import type { KindAndLevel } from './blockStyle.ts'
import type { Classified, Classifier } from './classify.ts'
import type { DraftItem, DraftRow, Side } from './draft.ts'
import { flowOf, type FlowParagraph } from './flow.ts'
import type { Tally } from './notes.ts'

interface Projection {
  readonly side: Side
  readonly classifier: Classifier
  readonly tally: Tally
  readonly blocks: Block[]
  readonly typedNumbers: Map<string, string>
  /** The numbered block or bullet that an unnumbered paragraph would continue. */
  open: KindAndLevel | null
  tableHasText: boolean
  hasCover: boolean
}

export function projectDraft(items: readonly DraftItem[], side: Side, classifier: Classifier, tally: Tally): TextDocument {
  const projection: Projection = {
    side, classifier, tally, blocks: [], typedNumbers: new Map(), open: null, tableHasText: false, hasCover: false,
  }
  for (const part of flowOf(items, side)) {
    if ('row' in part) addRow(part.row, projection)
    else addParagraph(part, projection)
  }
  if (projection.hasCover) tally.add('cover')
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
  if (row.firstOfTable) projection.tableHasText = false
  const content = normalizeInlines(rowContent(row, projection))
  if (content.length === 0) return
  if (!projection.tableHasText) projection.tally.add('table')
  projection.tableHasText = true
  addBlock({ kind: 'plain', level: 1 }, content, projection)
}

/** Cells apart by tabs, paragraphs of a cell by line breaks; empty where no cell has any text. */
function rowContent(row: DraftRow, projection: Projection): Inline[] {
  const cells = row.cells.filter((cell) => cell.presence[projection.side]).map((cell) => cellContent(cell.items, projection))
  return cells.some((cell) => cell.length > 0) ? joined(cells, '\t') : []
}

function cellContent(items: readonly DraftItem[], projection: Projection): Inline[] {
  const lines = flowOf(items, projection.side).map((part) => {
    if ('row' in part) return rowContent(part.row, projection)
    if (projection.classifier.classify(part.format, '', null) !== 'cover') return trimmed(part.content, 0)
    projection.hasCover = true
    return []
  })
  return joined(lines.filter((line) => line.length > 0), '\n')
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
