/** Blocks that somebody asked to move, and was heard: where either of two could count as the moved one, the marks follow the wish. */
import { isTakenUp, type Amendment, type Suggestion, type Verdict } from './amendment.ts'
import type { BlockId } from './document.ts'

export interface Settled {
  readonly suggestion: Suggestion
  readonly verdict: Verdict | null
}

export function askedMoves(settled: readonly Settled[]): ReadonlySet<BlockId> {
  return new Set(settled.flatMap(amendmentsTaken).flatMap((amendment) => (amendment.op === 'moveBlock' ? [amendment.block] : [])))
}

/** What of a suggestion went into the next REV. */
export function amendmentsTaken({ suggestion, verdict }: Settled): readonly Amendment[] {
  if (verdict === null || !isTakenUp(verdict)) return []
  return verdict.verdict === 'edited' ? verdict.edited ?? [] : suggestion.amendments
}
