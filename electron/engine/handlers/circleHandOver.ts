import { ok } from '../../../shared/base/result.ts'
import { acceptedLogs } from './acceptedLogs.ts'
import type { VaultHandler } from './context.ts'
import { changeRoster, findStanding } from './rosterChange.ts'

/** Where my own logs stand I know exactly: whatever else is signed with my keys for the time before does not count. */
export const circleHandOver: VaultHandler<'circle.handOver'> = async ({ circle, installation, roles }, session, context) =>
  changeRoster(circle, session, context, (state) => {
    const entry = findStanding(state, installation)
    if (!entry.ok) return entry
    const kept = [...new Set(roles)].filter((role) => role !== 'secretariat')
    return ok({ kind: 'handedOver', installation, roles: kept.length === 0 ? ['delegate'] : kept, accepted: acceptedLogs(state, state.secretariat, session) })
  })
