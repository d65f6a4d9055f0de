/** When this machine wrote procedures to others: its own bundles, not what became of them. */
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { presentEntries, type CircleState } from '../../../shared/circle/roster.ts'
import type { VaultSession } from './context.ts'

/** Per procedure: each delegation with the time of the first bundle that held it. */
export type SentTimes = ReadonlyMap<EventId, ReadonlyMap<Delegation, number>>

export function sentTimes(session: VaultSession, circle: CircleState, procedures: readonly EventId[]): SentTimes {
  const times = new Map(procedures.map((id) => [id, new Map<Delegation, number>()]))
  const delegationOf = new Map(presentEntries(circle).map((entry) => [entry.installation, entry.delegation]))
  for (const { atUtcMs, direction, events, recipients } of session.store.bundles.of(circle.circle)) {
    if (direction !== 'out') continue
    for (const procedure of events) {
      const known = times.get(procedure)
      for (const recipient of known === undefined ? [] : recipients) {
        const delegation = delegationOf.get(recipient)
        if (known && delegation !== undefined && !known.has(delegation)) known.set(delegation, atUtcMs)
      }
    }
  }
  return times
}
