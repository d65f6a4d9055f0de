import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { changeRoster, findStanding } from './rosterChange.ts'

export const circleReinstate: VaultHandler<'circle.reinstate'> = async ({ circle, installation }, session, context) =>
  changeRoster(circle, session, context, (state) => {
    const entry = findStanding(state, installation)
    return entry.ok ? ok({ kind: 'reinstated', installation }) : entry
  })
