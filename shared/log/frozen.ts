/** Which events still count when an author has contradicted itself. FORMAT.md section 6. */
import type { VerifiedEvent } from './event.ts'
import { positionOf } from './place.ts'

/**
 * Leaves out of each log everything from its first fault on: two events under one number, or a `prev` that is not the event one number
 * before. A function of the set alone, so that machines which saw the branches in different order agree. Give it whole logs.
 */
export function withoutFrozen(events: readonly VerifiedEvent[]): VerifiedEvent[] {
  const logs = Map.groupBy(new Map(events.map((event) => [event.id, event])).values(), logKey)
  const ends = new Map([...logs].map(([key, log]) => [key, soundLength(log)]))
  return events.filter((event) => event.header.seq <= (ends.get(logKey(event)) ?? 0))
}

function logKey(event: VerifiedEvent): string {
  const { log, circle, dossier } = positionOf(event)
  return [log, circle, dossier].join(' ')
}

/** How far the log is one chain, counted from 1. */
function soundLength(log: readonly VerifiedEvent[]): number {
  const bySeq = Map.groupBy(log, (event) => event.header.seq)
  let prev: string | null = null
  for (let seq = 1; ; seq++) {
    const [event, other] = bySeq.get(seq) ?? []
    if (event === undefined || other !== undefined || event.header.prev !== prev) return seq - 1
    prev = event.id
  }
}
