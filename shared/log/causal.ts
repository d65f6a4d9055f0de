/** Order by links, never by clock. FORMAT.md section 6. */
import type { EventId } from '../base/identifiers.ts'
import type { VerifiedEvent } from './event.ts'

/** Events that this one directly builds on: its predecessor in its log and its heads. */
export function parentsOf(event: Pick<VerifiedEvent, 'header'>): readonly EventId[] {
  const { prev, heads } = event.header
  return prev === null ? heads : [prev, ...heads]
}

/**
 * Every event after all its ancestors in the set: by the length of the longest chain of links below it within the set, ties by
 * identifier. A function of the set alone; the order given and repeated events make no difference.
 */
export function causalOrder(events: readonly VerifiedEvent[]): VerifiedEvent[] {
  const places = new Map<EventId, number>()
  const distinct: VerifiedEvent[] = []
  for (const event of events) {
    if (places.has(event.id)) continue
    places.set(event.id, distinct.length)
    distinct.push(event)
  }
  const depths = depthsOf(distinct, places)
  const order = distinct.map((event, at) => ({ event, depth: depths[at] ?? 0 }))
  return order.sort((a, b) => a.depth - b.depth || (a.event.id < b.event.id ? -1 : 1)).map((one) => one.event)
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

/**
 * By place in `events`. Each event waits on a stack of its own making until its parents have their depth, because a chain may be longer than
 * the call stack is deep. Links are hashes of what they link to, so that no event is below itself.
 */
function depthsOf(events: readonly VerifiedEvent[], places: ReadonlyMap<EventId, number>): Int32Array {
  const depths = new Int32Array(events.length).fill(UNKNOWN)
  const open: number[] = []
  for (let first = 0; first < events.length; first++) {
    open.push(first)
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const event = events[at]
      if (event === undefined || (depths[at] ?? UNKNOWN) !== UNKNOWN) {
        open.pop()
        continue
      }
      const waiting = open.length
      let depth = 0
      for (const parent of parentsOf(event)) {
        const place = places.get(parent)
        const below = place === undefined ? UNKNOWN : depths[place] ?? UNKNOWN
        if (place !== undefined && below === UNKNOWN) open.push(place)
        else depth = Math.max(depth, below + 1)
      }
      if (open.length > waiting) continue
      depths[at] = depth
      open.pop()
    }
  }
  return depths
}

const UNKNOWN = -1
