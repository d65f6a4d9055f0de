/** Blocks, tables and footnotes of a text as HTML, marked as its legend says. Every line finds its own direction, so that scripts from right to left stand right. */
import type { MarkedBlock, MarkedFootnote, MarkedInline, MarkedRun } from './marked.ts'
import { piecesOf } from './hiddenSigns.ts'
import { escapeHtml } from './htmlEscape.ts'
import type { Legend } from './legend.ts'
import { markedParts, type MarkedRow } from './markedTable.ts'
import type { ReservedNote, ReservedPlaces } from './reserved.ts'
import { stretchesOf, type Reading, type ReadingBlock } from './reading.ts'

const TAGS = { title: 'h1', heading: 'h2', formula: 'p', numbered: 'p', continuation: 'p', bullet: 'p', recital: 'p', plain: 'p', row: 'p', cell: 'p' } as const

/** `placed` says behind which pieces of these blocks the marks of reservations stand. */
export function blockParts(reading: Reading, legend: Legend, placed: ReservedPlaces['closing'] = NOTHING_RESERVED): string {
  const writer = new BlockWriter(reading, legend, placed)
  return markedParts(reading.blocks.map(({ block }) => block)).map((part) => {
    if ('rows' in part) return writer.table(part.rows)
    const entry = reading.blocks[part.at]
    return entry ? writer.block(entry) : ''
  }).join('\n')
}

export function footnotesPart(reading: Reading, legend: Legend): string {
  const writer = new BlockWriter(reading, legend, NOTHING_RESERVED)
  const notes = [...reading.footnotes].map(([footnote, name]) => `<li dir="auto"><span class="fn">${name}</span> ${writer.footnote(footnote)}</li>`)
  return notes.length === 0 ? '' : `<ol class="footnotes inserted-${legend.inserted}">\n${notes.join('\n')}\n</ol>`
}

const NOTHING_RESERVED: ReservedPlaces['closing'] = new Map()

class BlockWriter {
  readonly #reading: Reading
  readonly #legend: Legend
  readonly #reserved: ReservedPlaces['closing']

  constructor(reading: Reading, legend: Legend, reserved: ReservedPlaces['closing']) {
    this.#reading = reading
    this.#legend = legend
    this.#reserved = reserved
  }

  block(entry: ReadingBlock): string {
    const { block } = entry
    const shape = block.after ?? block.before
    if (!shape) return ''
    if (block.change === 'movedFrom') return `<p class="movedFrom">${escapeHtml(this.#moveNote(block))}</p>`
    const note = block.change === 'movedTo' ? `<span class="note">${escapeHtml(this.#moveNote(block))}</span> ` : ''
    const tag = TAGS[shape.kind]
    return `<${tag} class="${shape.kind} level${shape.level} ${block.change}" dir="auto">${this.#number(entry)}${note}${this.#words(block)}</${tag}>`
  }

  table(rows: readonly MarkedRow[]): string {
    return `<table>\n${rows.map((row) => `<tr class="${row.change}">${row.cells.map(({ block }) => this.#cell(block)).join('')}</tr>`).join('\n')}\n</table>`
  }

  footnote(footnote: MarkedFootnote): string {
    const words = this.#content(footnote.footnote, footnote.change === 'same')
    return this.#marked(footnote.change, words, footnote.by)
  }

  /** A row that moved stands struck where it was: a line in its place would break the table. */
  #cell(block: MarkedBlock): string {
    const level = (block.after ?? block.before)?.level ?? 1
    const words = block.change === 'movedFrom' ? this.#marked('deleted', this.#content(block.content, false), block.by) : this.#words(block)
    return `<td class="${block.change}"${level > 1 ? ` colspan="${level}"` : ''} dir="auto">${words}</td>`
  }

  /** The mark of a reservation is no part of the words, so no mark of a change encloses it. */
  #words(block: MarkedBlock): string {
    return this.#untilMarks(block.content).map(({ pieces, marks }) => this.#part(block, pieces) + (marks === '' ? '' : `<sup class="fn">${marks}</sup>`)).join('')
  }

  #untilMarks(content: readonly MarkedInline[]): { pieces: MarkedInline[]; marks: string }[] {
    const parts: { pieces: MarkedInline[]; marks: string }[] = []
    let pieces: MarkedInline[] = []
    for (const piece of content) {
      pieces.push(piece)
      const notes: readonly ReservedNote[] = this.#reserved.get(piece) ?? []
      if (notes.length === 0) continue
      parts.push({ pieces, marks: notes.map(({ mark }) => mark).join(', ') })
      pieces = []
    }
    return pieces.length === 0 ? parts : [...parts, { pieces, marks: '' }]
  }

  #part(block: MarkedBlock, pieces: readonly MarkedInline[]): string {
    const words = this.#content(pieces, block.change === 'same' || block.change === 'movedTo')
    if (block.change === 'movedTo') return `<span class="moved">${words}</span>`
    return this.#marked(block.change === 'inserted' || block.change === 'deleted' ? block.change : 'same', words, block.by)
  }

  /** The paragraph stands in full where it is now, with its edits; where it was a line says where it went. */
  #moveNote(block: MarkedBlock): string {
    const move = this.#reading.moves.find((one) => one.move === block.move)
    if (block.change === 'movedTo') return `Moved here from ${move?.from ?? ''}.`
    return `Former ${move?.from ?? ''} has moved to ${move?.to ?? ''}.`
  }

  #number({ block, labelBefore, labelAfter }: ReadingBlock): string {
    const before = block.before?.kind === 'bullet' ? '–' : labelBefore
    const after = block.after?.kind === 'bullet' ? '–' : labelAfter
    if (before === '' && after === '') return ''
    const gone = before === '' || block.change === 'movedTo' ? '' : this.#marked('deleted', before)
    const come = after === '' ? '' : this.#marked('inserted', after)
    return `<span class="n">${block.change === 'same' && before === after ? after : gone + come}</span>`
  }

  #content(content: readonly MarkedInline[], showChanges: boolean): string {
    return stretchesOf(content).map(({ change, pieces }) => {
      const words = pieces.map((piece) => ('footnote' in piece ? `<sup class="fn">${this.#reading.footnotes.get(piece) ?? ''}</sup>` : runPart(piece))).join('')
      return showChanges ? this.#marked(change, words, [...new Set(pieces.flatMap((piece) => piece.by ?? []))]) : words
    }).join('')
  }

  #marked(change: MarkedRun['change'], words: string, by: readonly string[] = []): string {
    const asked = by.length > 0 ? ` title="${escapeHtml(by.join(', '))}"` : ''
    if (change === 'inserted') return `<ins${asked}>${words}</ins>`
    return change === 'deleted' ? `<del${asked}>${this.#legend.deleted === 'brackets' ? '[...]' : words}</del>` : words
  }
}

function runPart(run: MarkedRun): string {
  let words = piecesOf(run.text).map(({ text, sign }) => (sign === null ? escapeHtml(text).replaceAll('\n', '<br>') : `<bdi class="hidden" data-sign="${sign}">${text}</bdi>`)).join('')
  if (run.marks.includes('superscript')) words = `<sup>${words}</sup>`
  if (run.marks.includes('underline')) words = `<u>${words}</u>`
  if (run.marks.includes('italic')) words = `<em>${words}</em>`
  if (run.marks.includes('bold')) words = `<strong>${words}</strong>`
  return words
}
