import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import type { KeptBundle } from '../vault/bundlesTable.ts'
import type { VaultHandler } from './context.ts'
import { receiptsIn } from './recipientKnowledge.ts'
import { whyItStays } from './undoObstacle.ts'

/** Newest first. */
export const bundleHistory: VaultHandler<'bundle.history'> = async (_input, session) => {
  const imports = session.store.imports.standing()
  const stays = new Map(imports.map((kept) => [kept.place, whyItStays(kept, session)]))
  const bundles = session.circles().flatMap((state) => {
    const receipts = receiptsIn(state.circle, session.held)
    return session.store.bundles.of(state.circle).map((bundle) => {
      const givers = bundle.recipients.filter((recipient) => receipts.get(recipient)?.some((receipt) => receipt.bundle === bundle.hash))
      const kept = bundle.direction === 'in' ? imports.find((one) => one.changes.bundles.includes(bundle.hash)) ?? null : null
      const parties = bundle.direction === 'out' ? bundle.recipients : [bundle.sender]
      return {
        direction: bundle.direction, bundle: bundle.hash, fileName: bundle.fileName, circleName: state.name, atUtcMs: bundle.atUtcMs,
        counter: bundle.counter, events: bundle.events.length,
        delegations: delegationsOf(parties, state), receipts: delegationsOf(givers, state),
        attachments: bundle.contents.length, import: kept?.place ?? null, stays: kept === null ? (bundle.direction === 'in' ? 'sealed' as const : null) : stays.get(kept.place) ?? null,
      }
    })
  })
  return ok({ bundles: bundles.toReversed().toSorted((a, b) => b.atUtcMs - a.atUtcMs) })
}

function delegationsOf(installations: KeptBundle['recipients'], state: CircleState): Delegation[] {
  const of = (installation: InstallationId): Delegation[] => state.entries.filter((entry) => entry.installation === installation).map((entry) => entry.delegation)
  return [...new Set(installations.flatMap(of))].toSorted(compareDelegations)
}
