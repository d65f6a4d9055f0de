import type { VerifiedEvent } from '../../shared/log/event.ts'
import { positionOf, type KnownEvents } from '../../shared/log/place.ts'

/** Knows exactly these events. */
export function knownFrom(events: readonly VerifiedEvent[]): KnownEvents {
  return {
    has: (id) => events.some((event) => event.id === id),
    lacksBody: (id) => events.some((event) => event.id === id && event.signed.body === null),
    at: (log, circle, dossier, seq) => events.find((event) => {
      const place = positionOf(event)
      return place.log === log && place.circle === circle && place.dossier === dossier && place.seq === seq
    })?.id ?? null,
  }
}
