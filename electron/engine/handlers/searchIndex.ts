/** Keeps the search index in step with the events, and makes it anew from them. */
import { passagesOf } from '../../../shared/dossier/passages.ts'
import { causalOrder } from '../../../shared/log/causal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Store } from '../vault/store.ts'

/** Inside the transaction that admits the event. What the fold sets aside is indexed as well: whether it counts is asked when it is found. */
export function indexEvent(store: Store, event: VerifiedEvent): void {
  const { dossier } = event.header
  if (dossier !== null) store.search.add(event.id, dossier, passagesOf(event))
}

/**
 * The whole index from the events in the database. Inside a transaction. Events go in by their claimed time, those of one time by
 * causality, so that two vaults with the same events get the same index, byte for byte, in whatever order these came. Returns how many passages it holds.
 */
export function rebuildSearchIndex(store: Store): number {
  const events = causalOrder(store.events.all().map((stored) => stored.event)).toSorted((a, b) => a.header.claimedAtUtcMs - b.header.claimedAtUtcMs)
  let passages = 0
  store.search.remake((add) => {
    for (const event of events) {
      const { dossier } = event.header
      const found = dossier === null ? [] : passagesOf(event)
      if (dossier !== null) add(event.id, dossier, found)
      passages += found.length
    }
  })
  return passages
}
