/**
 * All admitted events, by identifier and by place. The truth is in the vault, and this follows each write. At opening only their headers are
 * read: which events there are, where each belongs, and whether anything that one builds on is missing. What was said in a circle or dossier
 * is read whole when the first question about it comes, so that opening a vault of many years does not wait for what nobody asks for.
 */
import type { CircleId, DossierId, EventId } from '../../shared/base/identifiers.ts'
import { parentsOf } from '../../shared/log/causal.ts'
import { circleOf } from '../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import type { HeldEvents, StoredEvent } from './handlers/context.ts'
import { createPlaceMemory, NO_EVENTS, type PlaceMemory } from './heldPlace.ts'
import type { EventsTable } from './vault/eventsTable.ts'

type Held = Omit<PlaceMemory, 'found' | 'add' | 'replace'>

/** The table of events, as far as it is read here. */
export type EventSource = Pick<EventsTable, 'headers' | 'at'>

export interface EventMemory extends HeldEvents {
  /** Whether one was found in the vault before something that it builds on: every event is admitted after its ancestors. */
  readonly lacksAncestor: boolean
  add(stored: StoredEvent): void
  /** The same event with its body, or without it. */
  replace(event: VerifiedEvent): void
  /** Circles whose founding event is here. */
  circles(): readonly CircleId[]
  /** Events of one place that no other event there builds on. */
  unfollowed(circle: CircleId, dossier: DossierId | null): readonly EventId[]
}

export function createEventMemory(source: EventSource): EventMemory {
  const byId = new Map<EventId, PlaceMemory>()
  const byPlace = new Map<CircleId | DossierId, PlaceMemory>()
  const dossiers = new Map<CircleId, Set<DossierId>>()
  const circles = new Set<CircleId>()
  let lacksAncestor = false

  const placeOf = (event: Pick<VerifiedEvent, 'id' | 'header'>): PlaceMemory => {
    const circle = circleOf(event)
    const { dossier, type } = event.header
    if (type === 'circle.founded') circles.add(circle)
    if (dossier !== null) dossiers.set(circle, (dossiers.get(circle) ?? new Set()).add(dossier))
    const place = byPlace.get(dossier ?? circle) ?? createPlaceMemory(source.at)
    byPlace.set(dossier ?? circle, place)
    return place
  }
  for (const found of source.headers()) {
    lacksAncestor ||= parentsOf(found).some((parent) => !byId.has(parent))
    const place = placeOf(found)
    place.found(found.place)
    byId.set(found.id, place)
  }
  const inPlace = (circle: CircleId, dossier: DossierId | null): Held => byPlace.get(dossier ?? circle) ?? NO_EVENTS

  return {
    lacksAncestor,
    add(stored) {
      const place = placeOf(stored.event)
      place.add(stored)
      byId.set(stored.event.id, place)
    },
    replace: (event) => placeOf(event).replace(event),
    lacksBody: (id) => byId.get(id)?.get(id)?.event.signed.body === null,
    circles: () => [...circles],
    has: (id) => byId.has(id),
    get: (id) => byId.get(id)?.get(id) ?? null,
    at: (log, circle, dossier, seq) => inPlace(circle, dossier).at(log, seq),
    inCircle: (circle) => inPlace(circle, null).all(),
    inDossier: (dossier) => byPlace.get(dossier)?.all() ?? [],
    dossiersOf: (circle) => [...(dossiers.get(circle) ?? [])],
    unfollowed: (circle, dossier) => inPlace(circle, dossier).unfollowed(),
    tips: (circle, dossier) => inPlace(circle, dossier).tips(),
  }
}
