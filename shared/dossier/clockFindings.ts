/** What in the events themselves contradicts the time that an author claims. Shown beside the time, never corrected. */
import type { VerifiedEvent } from '../log/event.ts'
import type { ClockFinding } from '../silence/procedure.ts'
import type { Causality } from './causality.ts'

/** `known`: an event that the author had before it spoke, for example the opening that it answers. */
export type FindClocks = (event: VerifiedEvent, known: VerifiedEvent) => ClockFinding[]

export function clockFinder({ order }: Causality): FindClocks {
  const placeOf = ({ header }: VerifiedEvent, by: number): string => `${header.log} ${header.seq + by}`
  let places: ReadonlyMap<string, VerifiedEvent> | null = null
  return (event, known) => {
    const { claimedAtUtcMs } = event.header
    const byPlace = (places ??= new Map(order.map((one) => [placeOf(one, 0), one])))
    const [before, after] = [byPlace.get(placeOf(event, -1)), byPlace.get(placeOf(event, 1))]
    const findings: ClockFinding[] = []
    if (after !== undefined && after.header.claimedAtUtcMs < claimedAtUtcMs) findings.push('laterThanSuccessor')
    if (before !== undefined && before.header.claimedAtUtcMs > claimedAtUtcMs) findings.push('setBack')
    if (known.header.claimedAtUtcMs > claimedAtUtcMs) findings.push('beforeWhatItKnew')
    return findings
  }
}
