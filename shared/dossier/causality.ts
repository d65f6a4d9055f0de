/** Who could have known what: answers about the links between the events of one dossier. Clocks play no part. */
import type { EventId } from '../base/identifiers.ts'
import { causalOrder, parentsOf } from '../log/causal.ts'
import type { VerifiedEvent } from '../log/event.ts'

export interface Causality {
  /** Each event once, after all its ancestors; ties by identifier. */
  readonly order: readonly VerifiedEvent[]
  /** Place in `order`. Throws for an event outside it. */
  positionOf(id: EventId): number
  /** True where the author of `later` had `earlier` when signing. Never true of an event and itself. */
  isBefore(earlier: EventId, later: EventId): boolean
  /** The events whose authors had `id` when signing, in causal order. */
  after(id: EventId): readonly VerifiedEvent[]
}

export function causalityOf(events: readonly VerifiedEvent[]): Causality {
  const order = causalOrder(events)
  const positions = new Map(order.map((event, at) => [event.id, at]))
  const parents = order.map((event) => parentsOf(event).map((id) => positions.get(id) ?? -1).filter((at) => at >= 0))
  const pasts = new Map<number, Uint8Array>()
  const positionOf = (id: EventId): number => {
    const at = positions.get(id)
    if (at === undefined) throw new Error('not an event of this dossier')
    return at
  }
  // Few events are ever asked about (closings, extensions), so each past is found once, when needed, instead of one per event.
  const pastOf = (at: number): Uint8Array => {
    const known = pasts.get(at) ?? markPast(parents, at)
    pasts.set(at, known)
    return known
  }
  return {
    order,
    positionOf,
    isBefore: (earlier, later) => earlier !== later && pastOf(positionOf(later))[positionOf(earlier)] === 1,
    after: (id) => descendants(order, parents, positionOf(id)),
  }
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
