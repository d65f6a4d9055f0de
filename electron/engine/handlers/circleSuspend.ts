import { ok } from '../../../shared/base/result.ts'
import { acceptedLogs } from './acceptedLogs.ts'
import type { VaultHandler } from './context.ts'
import { changeRoster, findStanding } from './rosterChange.ts'

export const circleSuspend: VaultHandler<'circle.suspend'> = async ({ circle, installation, reason }, session, context) =>
  changeRoster(circle, session, context, (state) => {
    const entry = findStanding(state, installation)
    return entry.ok ? ok({ kind: 'suspended', installation, reason, accepted: acceptedLogs(state, installation, session) }) : entry
  })
