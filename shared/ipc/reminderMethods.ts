import * as v from 'valibot'
import { holidayChangesSchema, holidaySchema } from '../silence/holidays.ts'
import { reminderTimesSchema } from '../silence/reminders.ts'
import { method } from './method.ts'

export const reminderMethods = {
  /** The working list of one year, with what a person of this machine changed in it. */
  'holiday.show': method({
    needs: 'vault', codes: [],
    input: v.strictObject({ year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)) }),
    output: v.object({ holidays: v.array(holidaySchema), changes: holidayChangesSchema, source: v.string() }),
  }),
  'holiday.change': method({ needs: 'vault', codes: [], input: v.strictObject({ changes: holidayChangesSchema }), output: holidayChangesSchema }),
  /** Moments at which to remind of deadlines, content-free, soonest first. `whenLocked`: the person allows it while the vault is locked. */
  'reminder.times': method({ needs: 'vault', codes: [], input: v.strictObject({}), output: reminderTimesSchema }),
} as const
