import { ok } from '../../../shared/base/result.ts'
import { reminderTimes as timesOf } from '../../../shared/silence/reminders.ts'
import type { VaultHandler, VaultSession } from './context.ts'
import { readSettings } from './settingsShow.ts'

export const reminderTimes: VaultHandler<'reminder.times'> = async (_input, session, context) => {
  const { remindBeforeMinutes, remindWhenLocked } = readSettings(session.store.settings)
  return ok({ atUtcMs: timesOf(runningDeadlines(session), { beforeMinutes: remindBeforeMinutes }, context.now()), whenLocked: remindWhenLocked })
}

/** Of procedures that run, unless this delegation has answered and is not the setter. */
function runningDeadlines(session: VaultSession): number[] {
  return session.dossiers().flatMap(({ state }) => state.silences
    .filter((one) => one.phase === 'running' && (one.delegation === session.me.delegation || !one.responses.some((answer) => answer.delegation === session.me.delegation)))
    .map((one) => one.deadline.utcMs))
}
