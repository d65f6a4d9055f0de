/** Names of bundle files: `hwpci-20311012-gsc-0001.chbundle`. What a finder of the stick reads tells a working party, a day and a sender. */
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import type { VaultSession } from './context.ts'

/** A short code like HWPCI names the party; anything longer or freer may say more than it should. */
const PARTY_CODE = /^[A-Za-z][A-Za-z0-9]{1,9}$/

export function bundleFileName(circle: Pick<CircleState, 'kind'>, sender: Delegation, counter: number, nowUtcMs: number): string {
  const party = PARTY_CODE.test(circle.kind) ? circle.kind.toLowerCase() : 'circle'
  const day = new Date(nowUtcMs).toISOString().slice(0, 10).replaceAll('-', '')
  return `${party}-${day}-${sender.toLowerCase()}-${String(counter).padStart(4, '0')}.chbundle`
}

/** Counts every bundle that this installation made in the circle. */
export function nextCounter(session: VaultSession, circle: CircleId): number {
  const mine = session.store.bundles.of(circle).filter((bundle) => bundle.direction === 'out')
  return Math.max(0, ...mine.map((bundle) => bundle.counter)) + 1
}
