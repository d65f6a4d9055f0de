/** Reads the events of one dossier for the fold, and keeps account of each: applied with effect, or set aside with the reason. */
import type { EventId, InstallationId } from '../base/identifiers.ts'
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
  /** Whether it counts is not asked; null where it is not here. */
  eventOf(id: EventId): VerifiedEvent | null
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
  const { order, placeOf } = causality
  const standings = standingsIn(order, circle)
  const byType = new Map<string, number[]>()
  const timeline: { readonly at: number; readonly entry: TimelineEntry }[] = []
  const aside = new Map<EventId, SetAside>()

  const setAside = (event: VerifiedEvent, why: SetAside['why']): void => {
    aside.set(event.id, { event: event.id, author: event.header.log, type: event.header.type, why })
  }
  const readOne = <T extends DossierEventType>(type: T, at: number, distribution: Distribution | null): Reading<T> | null => {
    const [event, entry] = [order[at], standings[at]]
    if (event === undefined || typeof entry !== 'object') return null
    const body = mayAuthor(type, entry, distribution) ? readBody[type](event) : null
    if (body?.ok) return { event, body: body.value, entry, statement: statementOf(event, entry) }
    setAside(event, body === null ? 'role' : body.error)
    return null
  }

  for (const [at, event] of order.entries()) {
    const { type } = event.header
    const standing = standings[at]
    const alike = byType.get(type)
    if (alike === undefined) byType.set(type, [at])
    else alike.push(at)
    if (typeof standing === 'string') setAside(event, standing)
    else if (!Object.hasOwn(dossierEventSchemas, type)) setAside(event, 'unknownType')
  }
  return {
    causality,
    holds: (id): id is EventId => placeOf(id) !== undefined,
    eventOf: (id) => order[placeOf(id) ?? -1] ?? null,
    authorOf(id) {
      const standing = standings[placeOf(id) ?? -1]
      return typeof standing === 'object' ? standing : null
    },
    read: (type, distribution) => (byType.get(type) ?? []).map((at) => readOne(type, at, distribution)).filter((reading) => reading !== null),
    apply({ event, statement }, subject, step, about) {
      const { type } = event.header
      timeline.push({ at: causality.positionOf(event.id), entry: { ...statement, type, step: step ?? suggestedStep(type), subject, ...(about === undefined ? {} : { about }) } })
    },
    setAside,
    close: () => ({
      timeline: timeline.toSorted((a, b) => a.at - b.at).map(({ entry }) => entry),
      setAside: [...aside.values()].sort((a, b) => causality.positionOf(a.event) - causality.positionOf(b.event)),
    }),
  }
}

/** The author as it stood in the roster, or why nobody reads the event. */
type Standing = RosterEntry | 'quarantined' | 'forked' | 'role'

/** By place in `order`: quarantined, behind a fork of its log, of an author without a place in the roster at the epoch it names (if that epoch is known), or to be read. */
function standingsIn(order: readonly VerifiedEvent[], circle: CircleState): Standing[] {
  const quarantine = quarantined(circle, order)
  const sound = withoutFrozen(order, quarantine)
  const entryOf = entriesOf(circle)
  let next = 0
  return order.map((event) => {
    // What is sound stands in the same order.
    if (event === sound[next]) {
      next++
      return entryOf(event) ?? 'role'
    }
    return quarantine.has(event.id) ? 'quarantined' : 'forked'
  })
}

/** The same few authors in the same few epochs say everything: each is looked for once. */
function entriesOf(circle: CircleState): (event: VerifiedEvent) => RosterEntry | null {
  const known = new Map<InstallationId, Map<number, RosterEntry | null>>()
  return ({ header: { log, rosterEpoch } }) => {
    const epochs = known.get(log) ?? new Map<number, RosterEntry | null>()
    known.set(log, epochs)
    const found = epochs.get(rosterEpoch)
    if (found !== undefined) return found
    const entry = rosterEpoch <= circle.epoch ? entryAt(circle, log, rosterEpoch) : null
    epochs.set(rosterEpoch, entry)
    return entry
  }
}

function statementOf(event: VerifiedEvent, entry: RosterEntry): Statement {
  return { event: event.id, author: entry.installation, person: entry.name, delegation: entry.delegation, claimedAtUtcMs: event.header.claimedAtUtcMs }
}
