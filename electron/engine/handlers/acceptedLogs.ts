/** How far this machine has the logs of one installation: what a roster event that takes something away names as accepted. */
import type { DossierId, InstallationId } from '../../../shared/base/identifiers.ts'
import type { LogEnd } from '../../../shared/circle/events.ts'
import { quarantined } from '../../../shared/circle/quarantine.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import { withoutFrozen } from '../../../shared/log/frozen.ts'
import type { VaultSession } from './context.ts'

/** Of a log that forked what stands before the fork; nothing that is in quarantine already. Ascending, the circle's own first. */
export function acceptedLogs(state: CircleState, installation: InstallationId, { held }: VaultSession): LogEnd[] {
  const places = [null, ...held.dossiersOf(state.circle).toSorted()]
  return places.flatMap((dossier) => endIn(dossier, state, installation, held) ?? [])
}

function endIn(dossier: DossierId | null, state: CircleState, installation: InstallationId, held: VaultSession['held']): LogEnd | null {
  const place = dossier === null ? held.inCircle(state.circle) : held.inDossier(dossier)
  const log = place.map(({ event }) => event).filter((event) => event.header.log === installation)
  const last = withoutFrozen(log, quarantined(state, log)).toSorted((a, b) => a.header.seq - b.header.seq).at(-1)
  return last === undefined ? null : { dossier, seq: last.header.seq, event: last.id }
}
