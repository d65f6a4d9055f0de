/** Which cell of a row was which cell of the row as it was. Cells keep their order, and as many as possible pair: a row only gains columns or only loses some. */
import type { Block } from './document.ts'
import type { CompareOptions, Pair } from './align.ts'
import { contentKey } from './canonical.ts'
import { bagLikeness, bagOf } from './likeness.ts'

/** Rows wider than this pair cell by cell from the left. */
const WIDEST = 60

export function alignCells(before: readonly Block[], after: readonly Block[], identifiers: CompareOptions['identifiers']): Pair[] {
  const few = Math.min(before.length, after.length)
  if (before.length === after.length || before.length > WIDEST || after.length > WIDEST) return Array.from({ length: few }, (_, at) => ({ before: at, after: at }))
  return bestChain(before, after, likenessOf(identifiers))
}

function likenessOf(identifiers: CompareOptions['identifiers']): (a: Block, b: Block) => number {
  return (a, b) => {
    const named = identifiers === 'stable' && a.id === b.id ? 2 : 0
    return named + (contentKey(a.content) === contentKey(b.content) ? 1.5 : bagLikeness(bagOf(a.content), bagOf(b.content)))
  }
}

/** The full chain of pairs with the most in common: `best[i][j]` over the last cells from i and from j. */
function bestChain(before: readonly Block[], after: readonly Block[], likeness: (a: Block, b: Block) => number): Pair[] {
  // A pair outweighs any likeness, so that no cell stays single on both sides.
  const scores = before.map((a) => after.map((b) => 10 + likeness(a, b)))
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) best[i]?.fill(Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (scores[i]?.[j] ?? 0)), j, j + 1)
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < before.length && j < after.length;) {
    if (at(i, j) === at(i + 1, j + 1) + (scores[i]?.[j] ?? 0)) pairs.push({ before: i++, after: j++ })
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}
