/** What the clocks of others claim and cannot be: shown before an import, never corrected. Order follows the links between statements alone. */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { ImportEffect } from '../../../shared/ipc/exchangeMethods.ts'
import { delegationIn } from './arrivedSource.ts'
import type { Arrival } from './bundleEffect.ts'
import type { VaultSession } from './context.ts'

type Clock = ImportEffect['clocks'][number]

/** Two sound clocks may be that far apart. */
const SLACK_MS = 5 * 60_000

export function clocksIn({ bundles, circle, placed }: Arrival, { held }: VaultSession, nowUtcMs: number): Clock[] {
  const arrived = new Map(placed.admitted.map((event) => [event.id, event]))
  const claimedBy = (id: EventId | null): number | null => (id === null ? null : (arrived.get(id) ?? held.get(id)?.event)?.header.claimedAtUtcMs ?? null)
  const found = new Map<string, Clock>()
  const note = (installation: Parameters<typeof delegationIn>[1], finding: Clock['finding'], atUtcMs: number): void => {
    const delegation = delegationIn(circle, installation)
    const known = found.get(`${delegation} ${finding}`)
    found.set(`${delegation} ${finding}`, { delegation, finding, count: (known?.count ?? 0) + 1, latestUtcMs: Math.max(atUtcMs, known?.latestUtcMs ?? 0) })
  }
  for (const { header } of placed.admitted) {
    const before = claimedBy(header.prev)
    if (before !== null && before > header.claimedAtUtcMs) note(header.log, 'setBack', header.claimedAtUtcMs)
    if (header.claimedAtUtcMs > nowUtcMs + SLACK_MS) note(header.log, 'ahead', header.claimedAtUtcMs)
  }
  for (const { opened: { manifest } } of bundles) if (manifest.sealedAtUtcMs > nowUtcMs + SLACK_MS) note(manifest.sender, 'sealedAhead', manifest.sealedAtUtcMs)
  return [...found.values()]
}
