/**
 * A marked version in visible formatting, as its legend says: for readers without tracked changes, and for paper. Nothing in it can be
 * accepted or rejected, so numbers are typed, old ones struck, and a paragraph that moved leaves one line where it was.
 */
import type { RunMark } from '../text/document.ts'
import type { Legend } from '../text/legend.ts'
import { markedParts, type MarkedRow } from '../text/markedTable.ts'
import type { MarkedBlock, MarkedDocument, MarkedInline, MarkedRun } from '../text/marked.ts'
import { readingOf, type Reading, type ReadingBlock } from '../text/reading.ts'
import { styleIdOf } from './blockStyle.ts'
import { tableProperties } from './encodeCover.ts'
import { charactersMarkup, type Writing } from './encodeRuns.ts'
import { coverStyleId } from './encodeStyles.ts'
import { element, property } from './encodeXml.ts'

type Shown = 'same' | 'inserted' | 'deleted' | 'moved'

export function encodeVisibleBlocks(document: MarkedDocument, legend: Legend, writing: Writing): string {
  const writer = new VisibleWriter(readingOf(document), legend, writing)
  return markedParts(document.blocks).map((part) => ('rows' in part ? writer.table(part.rows) : writer.block(part.at))).join('')
}

class VisibleWriter {
  readonly #reading: Reading
  readonly #legend: Legend
  readonly #writing: Writing

  constructor(reading: Reading, legend: Legend, writing: Writing) {
    this.#reading = reading
    this.#legend = legend
    this.#writing = writing
  }

  block(at: number): string {
    const entry = this.#reading.blocks[at]
    if (!entry) return ''
    if (entry.block.change === 'movedFrom') return this.#stub(entry.block)
    return this.#paragraph(entry, this.#number(entry))
  }

  table(rows: readonly MarkedRow[]): string {
    const columns = Math.max(...rows.map((row) => row.cells.length))
    const width = Math.floor(9072 / columns)
    return element('w:tbl', {}, tableProperties('grid', Array.from({ length: columns }, () => width)), ...rows.map((row) => element('w:tr', {}, ...row.cells.map(({ at }) => {
      const entry = this.#reading.blocks[at]
      return element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': width, 'w:type': 'dxa' })), entry ? this.#paragraph(entry, '') : '<w:p/>')
    }))))
  }

  #paragraph({ block }: ReadingBlock, number: string): string {
    const shape = block.after ?? block.before ?? { kind: 'plain', level: 1 }
    // Word would count struck paragraphs too: its own numbers are switched off.
    const unlisted = shape.kind === 'numbered' || shape.kind === 'bullet' ? element('w:numPr', {}, property('ilvl', 0), property('numId', 0)) : ''
    return element('w:p', {}, element('w:pPr', {}, property('pStyle', styleIdOf(shape)), unlisted), number, ...block.content.map((inline) => this.#inline(inline, block) + this.#writing.remarks.behind(inline)))
  }

  #number({ block, labelBefore, labelAfter }: ReadingBlock): string {
    const [before, after] = [block.before?.kind === 'bullet' ? '–' : labelBefore, block.after?.kind === 'bullet' ? '–' : labelAfter]
    if (before === '' && after === '') return ''
    const tab = element('w:r', {}, '<w:tab/>')
    if (block.change === 'same' && before === after) return this.#run(plain(after), 'same') + tab
    const gone = before === '' || block.change === 'movedTo' ? '' : this.#run(plain(before), 'deleted')
    return gone + (after === '' ? '' : this.#run(plain(after), block.change === 'movedTo' ? 'moved' : 'inserted')) + tab
  }

  #stub(block: MarkedBlock): string {
    const move = this.#reading.moves.find((one) => one.move === block.move)
    return element('w:p', {}, element('w:pPr', {}, property('pStyle', coverStyleId('Legend'))), this.#run(plain(`[Former ${move?.from ?? ''} has moved to ${move?.to ?? ''}.]`), 'same'))
  }

  #inline(inline: MarkedInline, block: MarkedBlock): string {
    const shown = shownAs(inline.change, block.change)
    if (!('footnote' in inline)) return this.#run(inline, shown)
    const id = this.#writing.footnote(inline.footnote.map((run) => this.#run(run, inline.change === 'same' && block.change === 'same' ? run.change : shown)).join(''))
    const look = visibleMarks({ text: '', marks: ['superscript'], change: 'same' }, shown, this.#legend)
    return element('w:r', {}, element('w:rPr', {}, property('rStyle', 'FootnoteReference'), look), element('w:footnoteReference', { 'w:id': id }))
  }

  #run(run: MarkedRun, shown: Shown): string {
    const properties = visibleMarks(run, shown, this.#legend)
    const text = shown === 'deleted' && this.#legend.deleted === 'brackets' ? '[...]' : run.text
    return element('w:r', {}, properties === '' ? '' : element('w:rPr', {}, properties), ...charactersMarkup(text, 'w:t'))
  }
}

function plain(text: string): MarkedRun {
  return { text, marks: [], change: 'same' }
}

/** In a paragraph that moved, what stayed is moved, and only what came or went on the way is marked so. */
function shownAs(change: MarkedRun['change'], block: MarkedBlock['change']): Shown {
  if (block === 'movedTo') return change === 'same' ? 'moved' : change
  if (block === 'inserted') return 'inserted'
  return block === 'deleted' || block === 'movedFrom' ? 'deleted' : change
}

/** In the order that the schema prescribes: b, i, strike, color, u, vertAlign. */
function visibleMarks(run: MarkedRun, shown: Shown, legend: Legend): string {
  const like: Shown = shown === 'moved' && legend.moved === 'likeInserted' ? 'inserted' : shown
  const has = (mark: RunMark): boolean => run.marks.includes(mark)
  const bold = has('bold') || (like === 'inserted' && (legend.inserted === 'bold' || legend.inserted === 'boldUnderline'))
  const underline = like === 'moved' ? 'double' : has('underline') || (like === 'inserted' && (legend.inserted === 'underline' || legend.inserted === 'boldUnderline')) ? 'single' : null
  return [
    bold ? '<w:b/><w:bCs/>' : '', has('italic') ? '<w:i/><w:iCs/>' : '',
    like === 'deleted' && legend.deleted === 'strikethrough' ? '<w:strike/>' : '',
    like === 'inserted' && legend.inserted === 'colour' ? property('color', '1A4F8B') : '',
    underline === null ? '' : property('u', underline), has('superscript') ? property('vertAlign', 'superscript') : '',
  ].join('')
}
