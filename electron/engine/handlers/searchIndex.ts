/** Keeps the search index in step with the events, and makes it anew from them. */
import { passagesOf } from '../../../shared/dossier/passages.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Store } from '../vault/store.ts'

/** Inside the transaction that admits the event. What the fold sets aside is indexed as well: whether it counts is asked when it is found. */
export function indexEvent(store: Store, event: VerifiedEvent): void {
  const { dossier } = event.header
  if (dossier !== null) store.search.add(event.id, dossier, passagesOf(event))
}

/**
 * The whole index from the events in the database. Inside a transaction. Events go in by their claimed time, then by identifier, so that
 * two vaults with the same events get the same index, byte for byte, in whatever order these came. Returns how many passages it holds.
 */
export function rebuildSearchIndex(store: Store): number {
  const events = store.events.all().map((stored) => stored.event)
  let passages = 0
  store.search.remake((add) => {
    for (const event of events.sort(byClaimedTime)) {
      const { dossier } = event.header
      const found = dossier === null ? [] : passagesOf(event)
      if (dossier !== null) add(event.id, dossier, found)
      passages += found.length
    }
  })
  return passages
}

function byClaimedTime(a: VerifiedEvent, b: VerifiedEvent): number {
  return a.header.claimedAtUtcMs - b.header.claimedAtUtcMs || (a.id < b.id ? -1 : 1)
}
