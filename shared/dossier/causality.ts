/** Who could have known what: answers about the links between the events of one dossier. The authors' clocks play no part. */
import type { EventId } from '../base/identifiers.ts'
import { causalOrder, parentsOf } from '../log/causal.ts'
import type { VerifiedEvent } from '../log/event.ts'
import { withoutFrozen } from '../log/frozen.ts'

export interface Causality {
  /** Each event once, after all its ancestors; ties by identifier. */
  readonly order: readonly VerifiedEvent[]
  /** Place in `order`; undefined for an event outside it. */
  placeOf(id: string): number | undefined
  /** The same. Throws for an event outside it. */
  positionOf(id: EventId): number
  /** True where the author of `later` had `earlier` when signing. Never true of an event and itself. */
  isBefore(earlier: EventId, later: EventId): boolean
  /** The events whose authors had `id` when signing, in causal order. */
  after(id: EventId): readonly VerifiedEvent[]
}

export function causalityOf(events: readonly VerifiedEvent[]): Causality {
  const order = causalOrder(events)
  const positions = new Map<string, number>()
  for (const [at, event] of order.entries()) positions.set(event.id, at)
  const parents = lazily(() => order.map((event) => parentsOf(event).map((id) => positions.get(id) ?? -1).filter((at) => at >= 0)))
  const known = lazily(() => knownLogs(order, parents()))
  const pasts = new Map<number, Uint8Array>()
  const positionOf = (id: EventId): number => {
    const at = positions.get(id)
    if (at === undefined) throw new Error('not an event of this dossier')
    return at
  }
  // Only for what lies behind a fork: each past is found once, when it is asked for.
  const pastOf = (at: number): Uint8Array => {
    const past = pasts.get(at) ?? markPast(parents(), at)
    pasts.set(at, past)
    return past
  }
  return {
    order,
    placeOf: (id) => positions.get(id),
    positionOf,
    isBefore(earlier, later) {
      if (earlier === later) return false
      const [from, to] = [positionOf(earlier), positionOf(later)]
      return known().reaches(to, from) ?? pastOf(to)[from] === 1
    },
    after: (id) => descendants(order, parents(), positionOf(id)),
  }
}

/** How far each event's author had each log. */
interface KnownLogs {
  /** Null where `earlier` stands on or behind a fork: there a number does not name one event. */
  reaches(later: number, earlier: number): boolean | null
}

/** A log without a fault is one chain from 1, so that knowing one event of it means knowing all before: one number per log says it all. */
function knownLogs(order: readonly VerifiedEvent[], parents: readonly (readonly number[])[]): KnownLogs {
  const sound = new Set(withoutFrozen(order))
  const columns = new Map<string, number>()
  for (const { header } of sound) if (!columns.has(header.log)) columns.set(header.log, columns.size)
  const width = columns.size
  const reached = new Uint32Array(order.length * width)
  const columnOf = (event: VerifiedEvent | undefined): number => (event !== undefined && sound.has(event) ? columns.get(event.header.log) ?? -1 : -1)
  for (const [at, event] of order.entries()) {
    for (const parent of parents[at] ?? []) {
      for (let log = 0; log < width; log++) reached[at * width + log] = Math.max(reached[at * width + log] ?? 0, reached[parent * width + log] ?? 0)
    }
    const own = columnOf(event)
    if (own >= 0) reached[at * width + own] = event.header.seq
  }
  return {
    reaches(later, earlier) {
      const event = order[earlier]
      const log = columnOf(event)
      return event === undefined || log < 0 ? null : (reached[later * width + log] ?? 0) >= event.header.seq
    },
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

/** One byte per position up to `from`: 1 for `from` and its ancestors. Parents always stand before their children. */
function markPast(parents: readonly (readonly number[])[], from: number): Uint8Array {
  const past = new Uint8Array(parents.length)
  past[from] = 1
  for (let at = from; at >= 0; at--) {
    if (past[at] === 0) continue
    for (const parent of parents[at] ?? []) past[parent] = 1
  }
  return past
}

function descendants(order: readonly VerifiedEvent[], parents: readonly (readonly number[])[], from: number): VerifiedEvent[] {
  const reached = new Uint8Array(order.length)
  reached[from] = 1
  return order.filter((_, at) => {
    if (at > from && (parents[at] ?? []).some((parent) => reached[parent] === 1)) reached[at] = 1
    return at > from && reached[at] === 1
  })
}
