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

export function placeNames(document: TextDocument): ReadonlyMap<BlockId, string> {
  const labels = numberLabels(document)
  const names = new Map<BlockId, string>()
  let paragraph = ''
  let top = ''
  const counts = { continuation: 1, bullet: 0, heading: 0, recital: 0, plain: 0 }
  const table = { number: 0, row: 0, column: 0, open: false }
  for (const block of document.blocks) {
    if (!isCell(block)) table.open = false
    switch (block.kind) {
      case 'title': names.set(block.id, 'title'); break
      case 'formula': names.set(block.id, 'opening formula'); break
      case 'numbered': {
        const label = (labels.get(block.id) ?? '').replace(/\.$/, '')
        top = block.level === 1 ? label : top
        paragraph = block.level === 1 ? `paragraph ${label}` : `paragraph ${top} ${label}`.replace('  ', ' ')
        Object.assign(counts, { continuation: 1, bullet: 0 })
        names.set(block.id, paragraph)
        break
      }
      case 'continuation': names.set(block.id, `${paragraph || 'opening'}, subparagraph ${++counts.continuation}`); break
      case 'bullet': names.set(block.id, `${paragraph || 'opening'}, bullet ${++counts.bullet}`); break
      case 'heading': names.set(block.id, `heading ${++counts.heading}`); break
      case 'recital': names.set(block.id, `recital ${++counts.recital}`); break
      case 'row':
      case 'cell': {
        Object.assign(table, table.open ? {} : { number: table.number + 1, row: 0, column: 0 })
        Object.assign(table, block.kind === 'row' || !table.open ? { row: table.row + 1, column: 1, open: true } : { column: table.column + 1 })
        names.set(block.id, `table ${table.number}, row ${table.row}, column ${table.column}`)
        break
      }
      case 'plain': names.set(block.id, `unnumbered paragraph ${++counts.plain}`); break
    }
  }
  return names
}
