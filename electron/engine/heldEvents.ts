/** All admitted events in memory, by identifier and by place. The truth is in the vault; this is read from it and follows each write. */
import type { CircleId, DossierId, EventId, InstallationId } from '../../shared/base/identifiers.ts'
import { parentsOf } from '../../shared/log/causal.ts'
import { circleOf } from '../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import type { HeldEvents, StoredEvent } from './handlers/context.ts'

export interface EventMemory extends HeldEvents {
  add(stored: StoredEvent): void
  /** The same event with its body, or without it. */
  replace(event: VerifiedEvent): void
  /** In the order of admission. */
  all(): Iterable<StoredEvent>
  /** Circles whose founding event is here. */
  circles(): readonly CircleId[]
  /** Events of one place that no other event there builds on. */
  unfollowed(circle: CircleId, dossier: DossierId | null): readonly EventId[]
}

export function createEventMemory(stored: Iterable<StoredEvent>): EventMemory {
  const byId = new Map<EventId, StoredEvent>()
  const byPosition = new Map<string, EventId>()
  const byPlace = new Map<string, StoredEvent[]>()
  const tips = new Map<string, Map<InstallationId, StoredEvent>>()
  const dossiers = new Map<CircleId, Set<DossierId>>()
  const circles = new Set<CircleId>()
  const unfollowed = new Map<string, Set<EventId>>()

  const add = (item: StoredEvent): void => {
    const { header, id } = item.event
    const circle = circleOf(item.event)
    const place = header.dossier ?? circle
    byId.set(id, item)
    if (header.type === 'circle.founded') circles.add(circle)
    listIn(byPlace, place).push(item)
    const open = unfollowed.get(place) ?? new Set<EventId>()
    unfollowed.set(place, open.add(id))
    for (const parent of parentsOf(item.event)) open.delete(parent)
    const position = positionKey(header.log, place, header.seq)
    if (!byPosition.has(position)) byPosition.set(position, id)
    const tipsHere = tips.get(place) ?? new Map<InstallationId, StoredEvent>()
    tips.set(place, tipsHere)
    if (header.seq > (tipsHere.get(header.log)?.event.header.seq ?? 0)) tipsHere.set(header.log, item)
    if (header.dossier !== null) dossiers.set(circle, (dossiers.get(circle) ?? new Set()).add(header.dossier))
  }
  for (const item of stored) add(item)

  const replace = (event: VerifiedEvent): void => {
    const before = byId.get(event.id)
    if (before === undefined) throw new Error('only what is here can be replaced')
    const after = { ...before, event }
    const place = event.header.dossier ?? circleOf(event)
    const list = listIn(byPlace, place)
    list[list.indexOf(before)] = after
    byId.set(event.id, after)
    if (tips.get(place)?.get(event.header.log) === before) tips.get(place)?.set(event.header.log, after)
  }

  return {
    add, replace,
    all: () => byId.values(),
    lacksBody: (id) => byId.get(id)?.event.signed.body === null,
    circles: () => [...circles],
    has: (id) => byId.has(id),
    get: (id) => byId.get(id) ?? null,
    at: (log, circle, dossier, seq) => byPosition.get(positionKey(log, dossier ?? circle, seq)) ?? null,
    inCircle: (circle) => byPlace.get(circle) ?? [],
    inDossier: (dossier) => byPlace.get(dossier) ?? [],
    dossiersOf: (circle) => [...(dossiers.get(circle) ?? [])],
    unfollowed: (circle, dossier) => [...(unfollowed.get(dossier ?? circle) ?? [])],
    tips: (circle, dossier) => tips.get(dossier ?? circle) ?? new Map(),
  }
}

function positionKey(log: InstallationId, place: string, seq: number): string {
  return `${log} ${place} ${seq}`
}

function listIn<K>(map: Map<K, StoredEvent[]>, key: K): StoredEvent[] {
  const known = map.get(key)
  if (known) return known
  const fresh: StoredEvent[] = []
  map.set(key, fresh)
  return fresh
}
