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
  return byDepth(distinct, depthsOf(distinct, places))
}

/** Each depth has its stretch of the order, as long as there are events of it; within one they stand by identifier. */
function byDepth(events: readonly VerifiedEvent[], depths: Int32Array): VerifiedEvent[] {
  const ends = new Int32Array(depths.reduce((deepest, depth) => Math.max(deepest, depth), 0) + 1)
  for (const depth of depths) ends[depth] = (ends[depth] ?? 0) + 1
  for (let depth = 1; depth < ends.length; depth++) ends[depth] = (ends[depth] ?? 0) + (ends[depth - 1] ?? 0)
  const order = [...events]
  const free = ends.slice()
  for (const [at, event] of events.entries()) {
    const depth = depths[at] ?? 0
    const place = (free[depth] ?? 0) - 1
    free[depth] = place
    order[place] = event
  }
  let from = 0
  for (const end of ends) {
    if (end - from > 1) for (const event of order.slice(from, end).sort((a, b) => (a.id < b.id ? -1 : 1))) order[from++] = event
    from = end
  }
  return order
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
      const { prev, heads } = event.header
      for (let link = -1; link < heads.length; link++) {
        const parent = link < 0 ? prev : heads[link]
        const place = parent === null || parent === undefined ? undefined : places.get(parent)
        if (place === undefined) continue
        const below = depths[place] ?? UNKNOWN
        if (below === UNKNOWN) open.push(place)
        else if (below >= depth) depth = below + 1
      }
      if (open.length > waiting) continue
      depths[at] = depth
      open.pop()
    }
  }
  return depths
}

const UNKNOWN = -1
