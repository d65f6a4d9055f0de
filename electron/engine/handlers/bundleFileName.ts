/** Names of bundle files: `hwpci-20311012.chbundle`, the next one of that day in a folder `hwpci-20311012-2.chbundle`; what carries an exercise, `exercise-hwpci-20311012.chbundle`. A finder of the stick reads a working party, a day and whether it is an exercise, and no more. */
import type { CircleId } from '../../../shared/base/identifiers.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import type { Parcel } from './bundleSelection.ts'
import type { VaultSession } from './context.ts'

/** A short code like HWPCI names the party; anything longer or freer may say more than it should. */
const PARTY_CODE = /^[A-Za-z][A-Za-z0-9]{1,9}$/

export function bundleFileName(circle: Pick<CircleState, 'kind'>, { exercise }: Pick<Parcel, 'exercise'>, nowUtcMs: number): string {
  const party = PARTY_CODE.test(circle.kind) ? circle.kind.toLowerCase() : 'circle'
  const day = new Date(nowUtcMs).toISOString().slice(0, 10).replaceAll('-', '')
  return `${exercise === true ? 'exercise-' : ''}${party}-${day}.chbundle`
}

/** Counts every bundle that this installation made in the circle. */
export function nextCounter(session: VaultSession, circle: CircleId): number {
  const mine = session.store.bundles.of(circle).filter((bundle) => bundle.direction === 'out' && bundle.sender === session.me.installation)
  return Math.max(0, ...mine.map((bundle) => bundle.counter)) + 1
}
