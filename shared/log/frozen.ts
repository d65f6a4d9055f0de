/** Which events still count when an author has contradicted itself. FORMAT.md section 6. */
import type { EventId } from '../base/identifiers.ts'
import type { VerifiedEvent } from './event.ts'
import { positionOf } from './place.ts'

/**
 * Leaves out of each log everything from its first fault on: two events under one number, or a `prev` that is not the event one number
 * before. A function of the set alone, so that machines which saw the branches in different order agree. Give it whole logs.
 * What is `aside` counts neither as an event nor as a fault; what counts may build on it, where its author was allowed to go on.
 */
export function withoutFrozen(events: readonly VerifiedEvent[], aside: ReadonlySet<EventId> = new Set()): VerifiedEvent[] {
  const logs = Map.groupBy(new Map(events.map((event) => [event.id, event])).values(), logKey)
  const ends = new Map([...logs].map(([key, log]) => [key, soundLength(log, aside)]))
  return events.filter((event) => !aside.has(event.id) && event.header.seq <= (ends.get(logKey(event)) ?? 0))
}

function logKey(event: VerifiedEvent): string {
  const { log, circle, dossier } = positionOf(event)
  return [log, circle, dossier].join(' ')
}

/** How far the log is one chain, counted from 1. */
function soundLength(log: readonly VerifiedEvent[], aside: ReadonlySet<EventId>): number {
  const bySeq = Map.groupBy(log, (event) => event.header.seq)
  let before: ReadonlySet<EventId | null> = new Set([null])
  for (let seq = 1; ; seq++) {
    const here = bySeq.get(seq) ?? []
    const counting = here.filter((event) => !aside.has(event.id))
    const following = (counting.length > 0 ? counting : here).filter((event) => before.has(event.header.prev))
    if (counting.length > 1 || following.length === 0) return seq - 1
    before = new Set(following.map((event) => event.id))
  }
}
