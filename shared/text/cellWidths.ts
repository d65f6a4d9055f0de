/** How wide the cells of a table are: every row of a table is as wide as its widest, and a cell as many columns as its level says. */
import type { TextDocument } from './document.ts'
import { isCell, unitsOf, type Unit } from './table.ts'

export interface CellWidth {
  readonly span: number
  /** Of the whole table. */
  readonly columns: number
}

/** By the place of the block; nothing for what is no cell. */
export function cellWidths(document: TextDocument): ReadonlyMap<number, CellWidth> {
  const widths = new Map<number, CellWidth>()
  if (!document.blocks.some(isCell)) return widths
  let table: Unit[] = []
  const close = (): void => {
    const columns = Math.max(1, ...table.map((row) => row.blocks.reduce((sum, cell) => sum + cell.level, 0)))
    for (const row of table) for (const [nth, cell] of row.blocks.entries()) widths.set(row.from + nth, { span: cell.level, columns })
    table = []
  }
  for (const unit of unitsOf(document)) {
    if (unit.isRow) table.push(unit)
    else close()
  }
  close()
  return widths
}
