/** Contributions to situational awareness, and positions: each stands as it was given, nothing replaces another. */
import type { Ledger } from './ledger.ts'
import type { Distribution } from './permissions.ts'
import type { Contribution, Position } from './state.ts'

export function foldContributions(ledger: Ledger, distribution: Distribution): Contribution[] {
  return ledger.read('contribution.added', distribution).map((reading) => {
    ledger.apply(reading, reading.body.title)
    return { ...reading.statement, ...reading.body }
  })
}

export function foldPositions(ledger: Ledger, distribution: Distribution): Position[] {
  return ledger.read('position.taken', distribution).map((reading) => {
    ledger.apply(reading, reading.body.subject)
    return { ...reading.statement, ...reading.body }
  })
}
