import { ok } from '../../../shared/base/result.ts'
import { acceptedLogs } from './acceptedLogs.ts'
import type { VaultHandler } from './context.ts'
import { changeRoster, findStanding } from './rosterChange.ts'

export const circleChangeRole: VaultHandler<'circle.changeRole'> = async ({ circle, installation, roles, member, strict }, session, context) =>
  changeRoster(circle, session, context, (state) => {
    const entry = findStanding(state, installation)
    if (!entry.ok) return entry
    const accepted = strict ? acceptedLogs(state, installation, session) : null
    return ok({ kind: 'roleChanged', installation, roles: [...new Set(roles)], member, accepted })
  })
