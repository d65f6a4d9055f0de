/** Blocks that somebody asked to move, and was heard: where either of two could count as the moved one, the marks follow the wish. */
import type { Amendment, Suggestion, Verdict } from './amendment.ts'
import type { BlockId } from './document.ts'

export interface Settled {
  readonly suggestion: Suggestion
  readonly verdict: Verdict | null
}

export function askedMoves(settled: readonly Settled[]): ReadonlySet<BlockId> {
  const amendments = settled.flatMap(({ suggestion, verdict }): readonly Amendment[] => {
    if (verdict === null || verdict.verdict === 'notTakenUp') return []
    return verdict.verdict === 'edited' ? verdict.edited ?? [] : suggestion.amendments
  })
  return new Set(amendments.flatMap((amendment) => (amendment.op === 'moveBlock' ? [amendment.block] : [])))
}
