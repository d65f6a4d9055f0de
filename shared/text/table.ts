/**
 * Tables. A table is an unbroken run of cells, and every cell is a block: kind `row` opens a row, kind `cell` goes on in it. So a cell is
 * amended, compared, marked and looked up as a paragraph is, and a row comes, goes and moves as its cells together.
 * The first cell of a run opens a row whatever it was (`normalize.ts`): whoever deletes one cell leaves a table all the same.
 */
import type { Block, TextDocument } from './document.ts'

export function isCell({ kind }: Pick<Block, 'kind'>): boolean {
  return kind === 'row' || kind === 'cell'
}

/** A paragraph, or a row of a table: what stands, comes, goes and moves as a whole. */
export interface Unit {
  readonly blocks: readonly Block[]
  /** Place of its first block. */
  readonly from: number
  readonly isRow: boolean
}

export function unitsOf(document: TextDocument): Unit[] {
  const units: { blocks: Block[]; from: number; isRow: boolean }[] = []
  for (const [from, block] of document.blocks.entries()) {
    const last = units.at(-1)
    if (block.kind === 'cell' && last?.isRow) last.blocks.push(block)
    else units.push({ blocks: [block], from, isRow: isCell(block) })
  }
  return units
}
