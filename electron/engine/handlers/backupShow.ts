import { ok } from '../../../shared/base/result.ts'
import type { BackupState } from '../../../shared/ipc/backupMethods.ts'
import type { VaultHandler, VaultSession } from './context.ts'
import { readSettings } from './settingsShow.ts'

/** Among the settings, but no choice of anybody's: when the last backup was written and verified. */
export const LAST_BACKUP = 'backup.lastAtUtcMs'
const DAY_MS = 86_400_000

export const backupShow: VaultHandler<'backup.show'> = async (_input, session, { now }) => ok(backupState(session, now()))

export function backupState(session: VaultSession, nowUtcMs: number): BackupState {
  const { store } = session
  const noted = Number(store.settings.get(LAST_BACKUP) ?? Number.NaN)
  const lastAtUtcMs = Number.isFinite(noted) ? noted : null
  const everyDays = readSettings(store.settings).backupReminderDays
  const since = lastAtUtcMs ?? store.register.lines()[0]?.atUtcMs ?? nowUtcMs
  return { lastAtUtcMs, everyDays, due: everyDays > 0 && nowUtcMs - since > everyDays * DAY_MS, restored: restoredState(session) }
}

/** In a circle whose roster still names who this vault was, the secretariat has to admit who it is now. */
function restoredState({ formers, circles, me }: VaultSession): BackupState['restored'] {
  const last = formers.at(-1)
  if (last === undefined) return null
  const awaitsAdmission = circles().some(({ entries }) => (
    entries.some((entry) => formers.some((former) => former.installation === entry.installation)) && !entries.some((entry) => entry.installation === me.installation)
  ))
  return { atUtcMs: last.retiredAtUtcMs, awaitsAdmission }
}
