/** Order by links, never by clock. FORMAT.md section 6. */
import type { EventId } from '../base/identifiers.ts'
import type { VerifiedEvent } from './event.ts'

/** Events that this one directly builds on: its predecessor in its log and its heads. */
export function parentsOf(event: VerifiedEvent): readonly EventId[] {
  const { prev, heads } = event.header
  return prev === null ? heads : [prev, ...heads]
}

/**
 * Every event after all its ancestors in the set: by the length of the longest chain of links below it within the set, ties by
 * identifier. A function of the set alone; the order given and repeated events make no difference.
 */
export function causalOrder(events: readonly VerifiedEvent[]): VerifiedEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  const depths = depthsOf(byId)
  const depthOf = (event: VerifiedEvent): number => depths.get(event.id) ?? 0
  return [...byId.values()].sort((a, b) => depthOf(a) - depthOf(b) || (a.id < b.id ? -1 : 1))
}

/** The event itself and everything below it, as far as the set goes. Empty where the set does not hold the event. */
export function causalPast(events: readonly VerifiedEvent[], id: EventId): ReadonlySet<EventId> {
  const byId = new Map(events.map((event) => [event.id, event]))
  const past = new Set<EventId>()
  const open = [id]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const event = byId.get(next)
    if (event === undefined || past.has(next)) continue
    past.add(next)
    open.push(...parentsOf(event))
  }
  return past
}

/** Level by level from the events without parents in the set, because a chain may be longer than the call stack is deep. */
function depthsOf(byId: ReadonlyMap<EventId, VerifiedEvent>): Map<EventId, number> {
  const missing = new Map<EventId, number>()
  const children = new Map<EventId, EventId[]>()
  for (const event of byId.values()) {
    const parents = new Set(parentsOf(event).filter((parent) => byId.has(parent)))
    missing.set(event.id, parents.size)
    for (const parent of parents) {
      const known = children.get(parent)
      if (known === undefined) children.set(parent, [event.id])
      else known.push(event.id)
    }
  }
  return levels(missing, children)
}

function levels(missing: Map<EventId, number>, children: ReadonlyMap<EventId, EventId[]>): Map<EventId, number> {
  const depths = new Map<EventId, number>()
  let level = [...missing].filter(([, count]) => count === 0).map(([id]) => id)
  for (let depth = 0; level.length > 0; depth++) {
    const next: EventId[] = []
    for (const id of level) {
      depths.set(id, depth)
      for (const child of children.get(id) ?? []) {
        const left = (missing.get(child) ?? 0) - 1
        missing.set(child, left)
        if (left === 0) next.push(child)
      }
    }
    level = next
  }
  return depths
}
