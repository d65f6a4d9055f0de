/** The tables of a marked version: rows that stand, come or go as a whole, and rows in which cells come or go. */
import type { MarkedBlock } from './marked.ts'
import { isCell } from './table.ts'

/** A paragraph, or a table as its rows of cells, each with the place in the marked version. */
export type MarkedPart = { readonly at: number; readonly block: MarkedBlock } | { readonly rows: readonly MarkedRow[] }

export interface MarkedCell {
  readonly at: number
  readonly block: MarkedBlock
}
export interface MarkedRow {
  readonly cells: readonly MarkedCell[]
  /** What became of the row as a whole; `same` also where only some of its cells came or went. */
  readonly change: MarkedBlock['change']
}

export function markedParts(blocks: readonly MarkedBlock[]): MarkedPart[] {
  const parts: MarkedPart[] = []
  let rows: MarkedCell[][] | null = null
  const close = (): void => {
    if (rows) parts.push({ rows: rows.map((cells) => ({ cells, change: rowChange(cells) })) })
    rows = null
  }
  for (const [at, block] of blocks.entries()) {
    if (!isMarkedCell(block)) {
      close()
      parts.push({ at, block })
    } else if (rows && !opensRow(block)) rows.at(-1)?.push({ at, block })
    else rows = [...(rows ?? []), [{ at, block }]]
  }
  close()
  return parts
}

/** As it stands now, or stood. */
export function isMarkedCell({ before, after }: MarkedBlock): boolean {
  const shape = after ?? before
  return shape !== null && isCell(shape)
}

/** It goes on in a row that stands on either side; where the first cell of a row has gone, the second goes on in the same. */
function opensRow({ before, after, change }: MarkedBlock): boolean {
  const sides = change === 'movedFrom' ? [before] : change === 'movedTo' ? [after] : [before, after]
  return sides.every((shape) => shape === null || shape.kind === 'row')
}

function rowChange(cells: readonly MarkedCell[]): MarkedBlock['change'] {
  const changes = cells.map(({ block }) => block.change)
  if (changes.includes('same')) return 'same'
  return changes.find((change) => change === 'movedFrom' || change === 'movedTo') ?? changes[0] ?? 'same'
}
