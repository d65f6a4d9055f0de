/** Keeps events in the vault and in memory alike: what comes in, what completes it, what an undone import takes away again. */
import type { CircleId } from '../../shared/base/identifiers.ts'
import type { Clock } from '../../shared/base/ports.ts'
import { circleOf } from '../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import type { Placement } from '../../shared/log/place.ts'
import { withoutBody } from '../../shared/log/verify.ts'
import type { Withdrawn } from './handlers/context.ts'
import { indexEvent } from './handlers/searchIndex.ts'
import { createEventMemory, type EventMemory } from './heldEvents.ts'
import type { Store } from './vault/store.ts'

/** All but `held` and `reload` inside a transaction. */
export interface Keeping {
  held(): EventMemory
  keep(event: VerifiedEvent): void
  admit(circle: CircleId, placed: Placement): void
  withdraw(withdrawn: Withdrawn): void
  /** From the vault: what was remembered on the way of a transaction that failed is not what it holds. */
  reload(): void
}

export function createKeeping(store: Store, now: Clock): Keeping {
  let held = createEventMemory(store.events)
  const keep = (event: VerifiedEvent): void => {
    const admittedAtUtcMs = now()
    store.events.add(circleOf(event), event, admittedAtUtcMs)
    indexEvent(store, event)
    held.add({ event, admittedAtUtcMs })
  }
  const replaceBody = (event: VerifiedEvent): void => {
    store.events.setBody(event.id, event.signed.body)
    store.search.remove(event.id)
    indexEvent(store, event)
    held.replace(event)
  }
  return {
    held: () => held,
    keep,
    admit(circle, { admitted, completed, forks, waiting }) {
      for (const event of admitted) {
        store.waiting.remove(event.id)
        keep(event)
      }
      for (const event of completed) replaceBody(event)
      for (const event of waiting) store.waiting.add(circle, event, now())
      for (const fork of forks) store.forks.put(fork, now())
    },
    withdraw({ bodies, events }) {
      for (const id of events) {
        store.search.remove(id)
        store.events.remove(id)
      }
      held = createEventMemory(store.events)
      for (const id of bodies) {
        const stored = held.get(id)
        if (stored !== null) replaceBody(withoutBody(stored.event))
      }
    },
    reload() {
      held = createEventMemory(store.events)
    },
  }
}
