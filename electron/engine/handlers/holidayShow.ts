import * as v from 'valibot'
import { ok } from '../../../shared/base/result.ts'
import { HOLIDAYS_SOURCE, NO_CHANGES, holidayChangesSchema, holidaysOf, type HolidayChanges } from '../../../shared/silence/holidays.ts'
import type { SettingsTable } from '../vault/settingsTable.ts'
import type { VaultHandler } from './context.ts'

export const HOLIDAYS_SETTING = 'holidays'

export const holidayShow: VaultHandler<'holiday.show'> = async ({ year }, session) => {
  const changes = readHolidayChanges(session.store.settings)
  return ok({ holidays: holidaysOf(year, changes), changes, source: HOLIDAYS_SOURCE })
}

/** What this version cannot read counts as no change. */
export function readHolidayChanges(table: SettingsTable): HolidayChanges {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), holidayChangesSchema), table.get(HOLIDAYS_SETTING))
  return read.success ? read.output : NO_CHANGES
}
