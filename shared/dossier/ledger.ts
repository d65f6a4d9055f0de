/** Reads the events of one dossier for the fold, and keeps account of each: applied with effect, or set aside with the reason. */
import type { EventId } from '../base/identifiers.ts'
import { quarantined } from '../circle/quarantine.ts'
import { entryAt, type CircleState, type RosterEntry } from '../circle/roster.ts'
import type { VerifiedEvent } from '../log/event.ts'
import { withoutFrozen } from '../log/frozen.ts'
import { suggestedStep } from '../toolbox/steps.ts'
import type { EntryKind } from '../toolbox/entry.ts'
import { readBody } from './bodies.ts'
import { causalityOf, type Causality } from './causality.ts'
import { dossierEventSchemas, type DossierEventBody, type DossierEventType } from './events.ts'
import { mayAuthor, type Distribution } from './permissions.ts'
import type { SetAside, Statement, TimelineEntry } from './state.ts'

/** An event whose author may say such a thing, with its body read. */
export interface Reading<T extends DossierEventType> {
  readonly event: VerifiedEvent
  readonly body: DossierEventBody<T>
  readonly entry: RosterEntry
  readonly statement: Statement
}

export interface Ledger {
  readonly causality: Causality
  /** Whether the event is among those of this dossier that are here. */
  holds(id: string): id is EventId
  /** The author as it stood in the roster when it signed; null for somebody without a place in it, or for a log frozen by a fork. */
  authorOf(id: EventId): RosterEntry | null
  /** Events of one type in causal order; those that their author may not say, or that cannot be read, are set aside. Once per type. */
  read<T extends DossierEventType>(type: T, distribution: Distribution | null): Reading<T>[]
  /** `subject` names what it concerns; `step` only where it is not the usual one of its type, `about` where it is about an entry. */
  apply(reading: Pick<Reading<DossierEventType>, 'event' | 'statement'>, subject: string, step?: number, about?: EntryKind): void
  setAside(event: VerifiedEvent, why: SetAside['why']): void
  /** Both lists in causal order. */
  close(): { timeline: TimelineEntry[]; setAside: SetAside[] }
}

export function createLedger(events: readonly VerifiedEvent[], circle: CircleState): Ledger {
  const causality = causalityOf(events)
  const quarantine = quarantined(circle, causality.order)
  const sound = withoutFrozen(causality.order, quarantine)
  const authors = authorsOf(sound, circle)
  const byType = Map.groupBy(causality.order, (event) => event.header.type)
  const known: ReadonlySet<string> = new Set(causality.order.map((event) => event.id))
  const timeline: TimelineEntry[] = []
  const aside = new Map<EventId, SetAside>()
  const inOrder = (a: { event: EventId }, b: { event: EventId }): number => causality.positionOf(a.event) - causality.positionOf(b.event)

  const setAside = (event: VerifiedEvent, why: SetAside['why']): void => {
    aside.set(event.id, { event: event.id, author: event.header.log, type: event.header.type, why })
  }
  const readOne = <T extends DossierEventType>(type: T, event: VerifiedEvent, distribution: Distribution | null): Reading<T> | null => {
    const entry = authors.get(event.id)
    if (entry === undefined) return null
    const body = mayAuthor(type, entry, distribution) ? readBody[type](event) : null
    if (body?.ok) return { event, body: body.value, entry, statement: statementOf(event, entry) }
    setAside(event, body === null ? 'role' : body.error)
    return null
  }

  setAsideUnread(causality.order, { quarantine, sound: new Set(sound), authors }, setAside)
  return {
    causality,
    holds: (id): id is EventId => known.has(id),
    authorOf: (id) => authors.get(id) ?? null,
    read: (type, distribution) => (byType.get(type) ?? []).map((event) => readOne(type, event, distribution)).filter((reading) => reading !== null),
    apply({ event, statement }, subject, step, about) {
      const { type } = event.header
      timeline.push({ ...statement, type, step: step ?? suggestedStep(type), subject, ...(about === undefined ? {} : { about }) })
    },
    setAside,
    close: () => ({ timeline: timeline.toSorted(inOrder), setAside: [...aside.values()].sort(inOrder) }),
  }
}

/** Authors with a place in the roster at the epoch they name, if that epoch is known. */
function authorsOf(events: readonly VerifiedEvent[], circle: CircleState): Map<EventId, RosterEntry> {
  const authors = new Map<EventId, RosterEntry>()
  for (const { id, header } of events) {
    const entry = header.rosterEpoch <= circle.epoch ? entryAt(circle, header.log, header.rosterEpoch) : null
    if (entry !== null) authors.set(id, entry)
  }
  return authors
}

interface Readable {
  readonly quarantine: ReadonlySet<EventId>
  readonly sound: ReadonlySet<VerifiedEvent>
  readonly authors: ReadonlyMap<EventId, RosterEntry>
}

/** Events that nobody reads: quarantined, or their log forked before, their author is nobody here, or their type is not known. */
function setAsideUnread(order: readonly VerifiedEvent[], { quarantine, sound, authors }: Readable, setAside: Ledger['setAside']): void {
  for (const event of order) {
    if (quarantine.has(event.id)) setAside(event, 'quarantined')
    else if (!sound.has(event)) setAside(event, 'forked')
    else if (!authors.has(event.id)) setAside(event, 'role')
    else if (!Object.hasOwn(dossierEventSchemas, event.header.type)) setAside(event, 'unknownType')
  }
}

function statementOf(event: VerifiedEvent, entry: RosterEntry): Statement {
  return { event: event.id, author: entry.installation, person: entry.name, delegation: entry.delegation, claimedAtUtcMs: event.header.claimedAtUtcMs }
}
