/** Where arriving events belong among the known ones. FORMAT.md section 6. */
import type { CircleId, DossierId, EventId, InstallationId } from '../base/identifiers.ts'
import { causalOrder, parentsOf } from './causal.ts'
import { circleOf } from './encode.ts'
import type { VerifiedEvent } from './event.ts'

/** The place of an event in its log. `circle` is `circleOf(event)`: for a founding event the circle that it founds. */
export interface Position {
  readonly log: InstallationId
  readonly circle: CircleId
  readonly dossier: DossierId | null
  readonly seq: number
}

export interface KnownEvents {
  /** Admitted here; an event that waits is not known. */
  has(id: EventId): boolean
  /** An admitted event at this place; any one of them where the log is forked there. */
  at(log: InstallationId, circle: CircleId, dossier: DossierId | null, seq: number): EventId | null
  /** Admitted here, but without its body, which was withheld. */
  lacksBody(id: EventId): boolean
}

/** One author signed two things under one number. Both are kept: together they are the proof. */
export interface Fork extends Position {
  readonly events: readonly EventId[]
}

export interface Placement {
  /** In causal order; both branches of a fork are among them, so that every machine ends with the same set. */
  readonly admitted: VerifiedEvent[]
  /** An ancestor is not here yet. */
  readonly waiting: VerifiedEvent[]
  readonly duplicates: EventId[]
  /** Known ones whose body had been withheld, and has come. Not among the duplicates. */
  readonly completed: VerifiedEvent[]
  readonly forks: Fork[]
}

/** `arrived` should include what was waiting before: what its ancestors' arrival frees comes out as admitted. */
export function placeEvents(known: KnownEvents, arrived: readonly VerifiedEvent[]): Placement {
  const fresh = new Map<EventId, VerifiedEvent>()
  const duplicates: EventId[] = []
  const completed = new Map<EventId, VerifiedEvent>()
  for (const event of arrived) {
    const { body } = event.signed
    if (known.has(event.id)) {
      if (body !== null && known.lacksBody(event.id)) completed.set(event.id, event)
      else duplicates.push(event.id)
    } else if (!fresh.has(event.id)) fresh.set(event.id, event)
    else {
      duplicates.push(event.id)
      if (body !== null && fresh.get(event.id)?.signed.body === null) fresh.set(event.id, event)
    }
  }
  const admitted: VerifiedEvent[] = []
  const waiting: VerifiedEvent[] = []
  const here = new Set<EventId>()
  for (const event of causalOrder([...fresh.values()])) {
    const complete = parentsOf(event).every((parent) => here.has(parent) || known.has(parent))
    if (complete) here.add(event.id)
    ;(complete ? admitted : waiting).push(event)
  }
  return { admitted, waiting, duplicates, completed: [...completed.values()], forks: forksAmong(known, admitted) }
}

export function positionOf(event: VerifiedEvent): Position {
  const { log, dossier, seq } = event.header
  return { log, circle: circleOf(event), dossier, seq }
}

function forksAmong(known: KnownEvents, admitted: readonly VerifiedEvent[]): Fork[] {
  const places = new Map<string, Fork>()
  for (const event of admitted) {
    const position = positionOf(event)
    const { log, circle, dossier, seq } = position
    const key = [log, circle, dossier, seq].join(' ')
    const earlier = known.at(log, circle, dossier, seq)
    const events = places.get(key)?.events ?? (earlier === null ? [] : [earlier])
    places.set(key, { ...position, events: [...events, event.id] })
  }
  return [...places.values()].filter((place) => place.events.length > 1)
}
