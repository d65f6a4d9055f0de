/** Cells of tables in the editor: a table is a run of cells, each of which is a paragraph as wide as its columns. */
import type { TextDocument } from '../../shared/text/document.ts'
import { isCell, unitsOf, type Unit } from '../../shared/text/table.ts'

/** By the place of the block. Every row of a table is as wide as its widest. */
export function cellStyles(document: TextDocument): ReadonlyMap<number, string> {
  const styles = new Map<number, string>()
  if (!document.blocks.some(isCell)) return styles
  let table: Unit[] = []
  const close = (): void => {
    const columns = Math.max(1, ...table.map((row) => row.blocks.reduce((sum, cell) => sum + cell.level, 0)))
    for (const row of table) for (const [nth, cell] of row.blocks.entries()) styles.set(row.from + nth, `--columns: ${columns}; --span: ${cell.level}`)
    table = []
  }
  for (const unit of unitsOf(document)) {
    if (unit.isRow) table.push(unit)
    else close()
  }
  close()
  return styles
}
