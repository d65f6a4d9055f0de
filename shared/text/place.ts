/** Places in a text: the words of a passage, and where a block stands in the words of a drafter: `paragraph 5, bullet 2`. */
import * as v from 'valibot'
import { blockIdSchema, type BlockId, type TextDocument } from './document.ts'
import { contentLength } from './content.ts'
import { numberLabels } from './numbering.ts'
import { isCell } from './table.ts'

const unit = v.pipe(v.number(), v.integer(), v.minValue(0))
/** Units [from, to) of a block; an empty stretch is the paragraph as a whole. */
export const textPlaceSchema = v.strictObject({ block: blockIdSchema, from: unit, to: unit })
export type TextPlace = v.InferOutput<typeof textPlaceSchema>

export function isPlaceIn(document: TextDocument, { block, from, to }: TextPlace): boolean {
  const found = document.blocks.find((one) => one.id === block)
  return found !== undefined && from <= to && to <= contentLength(found.content)
}

/** What a language must have to say where something stands. `paragraph` is the numbered paragraph before, or nothing at the beginning. */
export interface PlaceWords {
  readonly title: string
  readonly formula: string
  readonly paragraph: (label: string) => string
  readonly continuation: (paragraph: string, number: number) => string
  readonly bullet: (paragraph: string, number: number) => string
  readonly heading: (number: number) => string
  readonly recital: (number: number) => string
  readonly cell: (table: number, row: number, column: number) => string
  readonly plain: (number: number) => string
}

export const ENGLISH_PLACES: PlaceWords = {
  title: 'title', formula: 'opening formula', paragraph: (label) => `paragraph ${label}`,
  continuation: (paragraph, number) => `${paragraph || 'opening'}, subparagraph ${number}`, bullet: (paragraph, number) => `${paragraph || 'opening'}, bullet ${number}`,
  heading: (number) => `heading ${number}`, recital: (number) => `recital ${number}`, cell: (table, row, column) => `table ${table}, row ${row}, column ${column}`,
  plain: (number) => `unnumbered paragraph ${number}`,
}

export function placeNames(document: TextDocument, say: PlaceWords = ENGLISH_PLACES): ReadonlyMap<BlockId, string> {
  const labels = numberLabels(document)
  const names = new Map<BlockId, string>()
  let paragraph = ''
  let top = ''
  const counts = { continuation: 1, bullet: 0, heading: 0, recital: 0, plain: 0 }
  const table = { number: 0, row: 0, column: 0, open: false }
  for (const block of document.blocks) {
    if (!isCell(block)) table.open = false
    switch (block.kind) {
      case 'title': names.set(block.id, say.title); break
      case 'formula': names.set(block.id, say.formula); break
      case 'numbered': {
        const label = (labels.get(block.id) ?? '').replace(/\.$/, '')
        top = block.level === 1 ? label : top
        paragraph = say.paragraph(block.level === 1 || top === '' ? label : `${top} ${label}`)
        Object.assign(counts, { continuation: 1, bullet: 0 })
        names.set(block.id, paragraph)
        break
      }
      case 'continuation': names.set(block.id, say.continuation(paragraph, ++counts.continuation)); break
      case 'bullet': names.set(block.id, say.bullet(paragraph, ++counts.bullet)); break
      case 'heading': names.set(block.id, say.heading(++counts.heading)); break
      case 'recital': names.set(block.id, say.recital(++counts.recital)); break
      case 'row':
      case 'cell': {
        Object.assign(table, table.open ? {} : { number: table.number + 1, row: 0, column: 0 })
        Object.assign(table, block.kind === 'row' || !table.open ? { row: table.row + 1, column: 1, open: true } : { column: table.column + 1 })
        names.set(block.id, say.cell(table.number, table.row, table.column))
        break
      }
      case 'plain': names.set(block.id, say.plain(++counts.plain)); break
    }
  }
  return names
}
