import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { HOLIDAYS_SETTING, readHolidayChanges } from './holidayShow.ts'

export const holidayChange: VaultHandler<'holiday.change'> = async ({ changes }, session) => {
  const before = readHolidayChanges(session.store.settings)
  const [old, now] = [before, changes].map((one) => JSON.stringify(one))
  if (old === now || now === undefined) return ok(changes)
  session.transaction(() => {
    session.store.settings.set(HOLIDAYS_SETTING, now)
    session.record('settings.changed', 'Public holidays', 'done', null, { details: [['holidaysAdded', changes.added.map((one) => one.day).join(', ')], ['holidaysStruck', changes.struck.join(', ')]] })
  })
  return ok(changes)
}
