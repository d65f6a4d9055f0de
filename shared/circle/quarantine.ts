/**
 * What does not count because its author was suspended or removed, or lost a right or a key: everything but what the roster named as
 * accepted, however it is dated. A function of the set of events and the roster. log/FORMAT.md section 5.
 */
import type { DossierId, EventId, InstallationId } from '../base/identifiers.ts'
import type { VerifiedEvent } from '../log/event.ts'
import type { LogEnd } from './events.ts'
import type { CircleState, RosterEntry } from './roster.ts'

/** What makes the roster itself is judged by its own chain. */
const GOVERNING: readonly string[] = ['circle.founded', 'roster.changed']

/** Identifiers of those among `events` that are set aside. Give it whole logs. */
export function quarantined(circle: CircleState, events: readonly VerifiedEvent[]): ReadonlySet<EventId> {
  const byAuthor = Map.groupBy(circle.entries, (entry) => entry.installation)
  const limited = new Set([...byAuthor].filter(([, entries]) => isLimited(entries)).map(([installation]) => installation))
  const concerned = events.filter((event) => limited.has(event.header.log))
  const judged = concerned.filter((event) => !GOVERNING.includes(event.header.type))
  if (judged.length === 0) return new Set()
  const chains = acceptedChains(concerned)
  return new Set(judged.filter((event) => isQuarantined(event, byAuthor.get(event.header.log) ?? [], circle.epoch, chains)).map((event) => event.id))
}

/** Nearly everybody: an author of whom nothing was ever taken away is not looked at again. */
function isLimited(entries: readonly RosterEntry[]): boolean {
  return entries.some((entry) => entry.suspended || entry.accepted !== null) || entries.every((entry) => entry.untilEpoch !== null)
}

function isQuarantined({ id, header }: VerifiedEvent, entries: readonly RosterEntry[], newest: number, chains: Chains): boolean {
  const { rosterEpoch, dossier, log, seq } = header
  const last = entries.at(-1)
  // Somebody who is out may be back in an epoch that has not come here yet. Until it has, this is nothing, and no branch of a fork either.
  if (rosterEpoch > newest) return last === undefined || last.untilEpoch !== null || last.suspended
  // Before its first standing it may have signed as little as in it: that is its first standing to be judged by.
  const at = rosterEpoch < (entries[0]?.fromEpoch ?? 0) ? 0 : entries.findIndex((entry) => holds(entry, rosterEpoch))
  if (at < 0 || entries[at]?.suspended === true) return true
  const limit = entries.slice(at).find((entry) => entry.accepted !== null)?.accepted
  if (limit === undefined || limit === null) return false
  const end = limit.find((one) => one.dossier === dossier)
  return end === undefined || seq > end.seq || !chains.holds(log, end, id)
}

function holds(entry: RosterEntry, epoch: number): boolean {
  return entry.fromEpoch <= epoch && (entry.untilEpoch === null || epoch < entry.untilEpoch)
}

interface Chains {
  /** Whether the event is the end or below it; also true while the end itself is not here, so that nobody can tell. */
  holds(log: InstallationId, end: LogEnd, id: EventId): boolean
}

function acceptedChains(events: readonly VerifiedEvent[]): Chains {
  const byId = new Map(events.map((event) => [event.id, event]))
  const known = new Map<string, ReadonlySet<EventId>>()
  return {
    holds(log, end, id) {
      const last = byId.get(end.event)
      if (last === undefined || last.header.log !== log) return true
      const chain = known.get(end.event) ?? chainDownFrom(last, end.dossier, byId)
      known.set(end.event, chain)
      return chain.has(id)
    },
  }
}

function chainDownFrom(last: VerifiedEvent, dossier: DossierId | null, byId: ReadonlyMap<EventId, VerifiedEvent>): ReadonlySet<EventId> {
  const chain = new Set<EventId>()
  for (let event: VerifiedEvent | undefined = last; event !== undefined && event.header.dossier === dossier && !chain.has(event.id);) {
    chain.add(event.id)
    event = event.header.prev === null ? undefined : byId.get(event.header.prev)
  }
  return chain
}
