/** Tables with tracked rows and cells (ISO/IEC 29500-1, 17.4 and 17.13.5). A row that has moved is one that went and one that came: Word knows no other. */
import type { MarkedCell, MarkedRow } from '../text/markedTable.ts'
import type { MarkedBlock } from '../text/marked.ts'
import { tableProperties } from './encodeCover.ts'
import type { Writing } from './encodeRuns.ts'
import { element, property } from './encodeXml.ts'

/** Twentieths of a point between the margins of a page. */
const TABLE_WIDTH = 9072

/** `paragraph` writes one cell's paragraph. */
export function encodeTable(rows: readonly MarkedRow[], writing: Writing, paragraph: (block: MarkedBlock) => string): string {
  const columns = Math.max(...rows.map((row) => row.cells.reduce((sum, cell) => sum + levelOf(cell.block), 0)))
  const width = Math.floor(TABLE_WIDTH / columns)
  return element('w:tbl', {}, tableProperties('grid', Array.from({ length: columns }, () => width)),
    ...rows.map((row) => element('w:tr', {}, rowProperties(row, writing), ...row.cells.map((cell) => encodeCell(cell, row, width, writing, paragraph)))))
}

function rowProperties({ change, cells }: MarkedRow, writing: Writing): string {
  const name = change === 'inserted' || change === 'movedTo' ? 'w:ins' : change === 'deleted' || change === 'movedFrom' ? 'w:del' : null
  return element('w:trPr', {}, '<w:cantSplit/>', name === null ? '' : element(name, writing.change(cells[0]?.block.by)))
}

function encodeCell({ block }: MarkedCell, row: MarkedRow, width: number, writing: Writing, paragraph: (block: MarkedBlock) => string): string {
  const now = levelOf(block)
  const before = block.before?.level ?? now
  const alone = row.change === 'same' && block.change !== 'same'
  const came = block.change === 'inserted' || block.change === 'movedTo'
  return element('w:tc', {}, element('w:tcPr', {}, span(now, width),
    alone ? element(came ? 'w:cellIns' : 'w:cellDel', writing.change(block.by)) : '',
    block.change === 'same' && before !== now ? element('w:tcPrChange', writing.change(block.by), element('w:tcPr', {}, span(before, width))) : ''),
  paragraph(block))
}

function span(columns: number, width: number): string {
  return element('w:tcW', { 'w:w': width * columns, 'w:type': 'dxa' }) + (columns > 1 ? property('gridSpan', columns) : '')
}

function levelOf(block: MarkedBlock): number {
  const gone = block.change === 'deleted' || block.change === 'movedFrom'
  return (gone ? block.before : block.after)?.level ?? 1
}
