/** Titles and names of what arrived, where they may stand in the bundle itself. */
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { DossierId, EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import type { CircleState, RosterEntry } from '../../../shared/circle/roster.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { VaultSession } from './context.ts'
import type { SubjectSource } from './eventSubject.ts'

export function withArrived({ held }: VaultSession, events: readonly VerifiedEvent[]): SubjectSource {
  const arrived = new Map(events.map((event) => [event.id, { event }]))
  // Only what gives a dossier its name, and once: all events of a dossier, gone through for each of them, would cost the square of their number.
  const openings = new Map<DossierId, readonly { readonly event: VerifiedEvent }[]>()
  const openingsOf = (dossier: DossierId) => [...held.inDossier(dossier), ...arrived.values()].filter(({ event }) => event.header.type === 'dossier.opened' && event.header.dossier === dossier)
  return {
    get: (id: EventId) => held.get(id) ?? arrived.get(id) ?? null,
    inDossier(dossier: DossierId) {
      const found = openings.get(dossier) ?? openingsOf(dossier)
      openings.set(dossier, found)
      return found
    },
  }
}

/** Every author of a verified event stands in the roster: that is how its key was found. */
export function entryOf(circle: CircleState, installation: InstallationId): RosterEntry {
  const entry = circle.entries.findLast((candidate) => candidate.installation === installation)
  if (entry === undefined) throw new Error('the author of a verified event stands in no roster')
  return entry
}

export function delegationIn(circle: CircleState, installation: InstallationId): Delegation {
  return entryOf(circle, installation).delegation
}
