/**
 * Whether an event counts although its author was suspended or removed: log/FORMAT.md section 5, rule 7, worked out once more from the
 * changes of the roster alone.
 */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { LogEnd, RosterChange } from '../../../shared/circle/events.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'

export interface Counting {
  /** Where the logs of those who lost something stood, as the roster says. */
  readonly named: readonly LogEnd[]
  /** Whether it was taken away from its author. */
  isTaken(event: VerifiedEvent): boolean
}

interface Decision {
  readonly epoch: number
  readonly change: RosterChange
}

/** `events`: all that there are. */
export function countingBy({ history }: CircleState, events: readonly VerifiedEvent[]): Counting {
  const byId = new Map(events.map((event) => [event.id, event]))
  const decisions = history.flatMap(({ change, concerns, effective, epoch }) => (effective && change !== null && concerns !== null ? [{ concerns, epoch, change }] : []))
  const about = Map.groupBy(decisions, ({ concerns }) => concerns)

  const isBelow = (end: EventId, id: EventId): boolean => {
    for (let at = byId.get(end); at !== undefined; at = at.header.prev === null ? undefined : byId.get(at.header.prev)) if (at.id === id) return true
    return false
  }
  return {
    named: decisions.flatMap(({ change }) => acceptedIn(change) ?? []),
    isTaken({ id, header: { dossier, log, rosterEpoch } }) {
      const own: readonly Decision[] = about.get(log) ?? []
      const standing = own.findLast(({ change: { kind }, epoch }) => epoch <= rosterEpoch && (kind === 'suspended' || kind === 'reinstated' || kind === 'removed'))
      if (standing !== undefined && standing.change.kind !== 'reinstated') return true
      const accepted = own.filter(({ epoch }) => epoch > rosterEpoch).map(({ change }) => acceptedIn(change)).find((ends) => ends !== null)
      if (accepted === undefined || accepted === null) return false
      const end = accepted.find((one) => one.dossier === dossier)
      return end === undefined || !isBelow(end.event, id)
    },
  }
}

/** Null where the change takes nothing away. */
function acceptedIn(change: RosterChange): readonly LogEnd[] | null {
  return 'accepted' in change ? change.accepted : null
}
