/** Which events still count when an author has contradicted itself. FORMAT.md section 6. */
import type { CircleId, DossierId, EventId, InstallationId } from '../base/identifiers.ts'
import { circleOf } from './encode.ts'
import type { VerifiedEvent } from './event.ts'

/**
 * Leaves out of each log everything from its first fault on: two events under one number, or a `prev` that is not the event one number
 * before. A function of the set alone, so that machines which saw the branches in different order agree. Give it whole logs.
 * What is `aside` counts neither as an event nor as a fault; what counts may build on it, where its author was allowed to go on.
 */
export function withoutFrozen(events: readonly VerifiedEvent[], aside: ReadonlySet<EventId> = new Set()): VerifiedEvent[] {
  const logIn = createLogs()
  const logs = events.map((event) => {
    const log = logIn(event)
    log.events.push(event)
    return log
  })
  for (const log of new Set(logs)) log.end = soundLength(log.events.toSorted((a, b) => a.header.seq - b.header.seq), aside)
  return events.filter((event, at) => event.header.seq <= (logs[at]?.end ?? 0) && !aside.has(event.id))
}

interface Log {
  readonly events: VerifiedEvent[]
  /** Its last number that counts. */
  end: number
}

/** One log per author, circle and dossier. */
function createLogs(): (event: VerifiedEvent) => Log {
  const places = new Map<CircleId, Map<DossierId | null, Map<InstallationId, Log>>>()
  return (event) => {
    const { log, dossier } = event.header
    const circle = circleOf(event)
    const dossiers = places.get(circle) ?? new Map<DossierId | null, Map<InstallationId, Log>>()
    places.set(circle, dossiers)
    const logs = dossiers.get(dossier) ?? new Map<InstallationId, Log>()
    dossiers.set(dossier, logs)
    const found = logs.get(log) ?? { events: [], end: 0 }
    logs.set(log, found)
    return found
  }
}

/** How far the log, given by its numbers, is one chain, counted from 1. */
function soundLength(log: readonly VerifiedEvent[], aside: ReadonlySet<EventId>): number {
  let before: readonly (EventId | null)[] = [null]
  let end = 0
  for (let seq = 1; ; seq++) {
    const from = end
    while (log[end]?.header.seq === seq) end++
    const here = end - from > 1 ? distinct(log.slice(from, end)) : log.slice(from, end)
    const counting = here.length > 1 ? here.filter((event) => !aside.has(event.id)) : here
    const following = (counting.length > 0 ? counting : here).filter((event) => before.includes(event.header.prev))
    if (counting.length > 1 || following.length === 0) return seq - 1
    before = following.map((event) => event.id)
  }
}

function distinct(events: readonly VerifiedEvent[]): VerifiedEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()]
}
