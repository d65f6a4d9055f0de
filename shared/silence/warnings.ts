/** What is unusual about a deadline. A warning forbids nothing: the setter decides, and says why if it likes. */
import { Temporal } from 'temporal-polyfill'
import * as v from 'valibot'
import { HOLIDAYS_SOURCE, holidaysOf, type HolidayChanges } from './holidays.ts'
import type { Deadline } from './procedure.ts'

export const deadlineWarningSchema = v.variant('kind', [
  /** The deadline falls on a Saturday or Sunday, there or in Brussels. */
  v.object({ kind: v.literal('weekend'), day: v.string(), where: v.string() }),
  /** The deadline falls on a public holiday of the institutions. */
  v.object({ kind: v.literal('holiday'), day: v.string(), name: v.string(), source: v.string() }),
  /** Less than a day is left, in whole hours. */
  v.object({ kind: v.literal('tooShort'), hours: v.number() }),
  /** No hour of a working day in Brussels lies between now and the deadline. */
  v.object({ kind: v.literal('noWorkingTime') }),
])
export type DeadlineWarning = v.InferOutput<typeof deadlineWarningSchema>

const BRUSSELS = 'Europe/Brussels'
const SHORT_HOURS = 24
const HOUR_MS = 3_600_000
const OFFICE = { from: 9, to: 18 } as const
const SATURDAY = 6
/** A period longer than this holds working time whatever the holidays. */
const LONG_DAYS = 40

export function deadlineWarnings(deadline: Deadline, nowUtcMs: number, changes: HolidayChanges): DeadlineWarning[] {
  const leftMs = deadline.utcMs - nowUtcMs
  return [
    // Once is enough: where it is a weekend in the zone of the deadline, or else in Brussels.
    ...[deadline.zone, BRUSSELS].flatMap((zone) => weekendIn(deadline, zone)).slice(0, 1),
    ...holidayIn(deadline, changes),
    ...(leftMs < SHORT_HOURS * HOUR_MS ? [{ kind: 'tooShort' as const, hours: Math.max(0, Math.floor(leftMs / HOUR_MS)) }] : []),
    ...(hasWorkingTime(nowUtcMs, deadline.utcMs, changes) ? [] : [{ kind: 'noWorkingTime' as const }]),
  ]
}

function zoned(utcMs: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(utcMs).toZonedDateTimeISO(zone)
}

function weekendIn({ utcMs }: Deadline, zone: string): DeadlineWarning[] {
  const there = zoned(utcMs, zone)
  return there.dayOfWeek < SATURDAY ? [] : [{ kind: 'weekend', day: there.dayOfWeek === SATURDAY ? 'Saturday' : 'Sunday', where: zone }]
}

function holidayIn({ utcMs }: Deadline, changes: HolidayChanges): DeadlineWarning[] {
  const day = zoned(utcMs, BRUSSELS).toPlainDate().toString()
  const holiday = holidaysOf(Number(day.slice(0, 4)), changes).find((one) => one.day === day)
  return holiday === undefined ? [] : [{ kind: 'holiday', day, name: holiday.name, source: changes.added.some((one) => one.day === day) ? 'Added on this machine' : HOLIDAYS_SOURCE }]
}

function hasWorkingTime(fromUtcMs: number, toUtcMs: number, changes: HolidayChanges): boolean {
  const [first, last] = [zoned(fromUtcMs, BRUSSELS), zoned(toUtcMs, BRUSSELS)]
  for (let at = 0; at <= LONG_DAYS; at++) {
    const day = first.toPlainDate().add({ days: at })
    if (Temporal.PlainDate.compare(day, last.toPlainDate()) > 0) return false
    const opens = day.toZonedDateTime({ timeZone: BRUSSELS, plainTime: { hour: OFFICE.from } }).epochMilliseconds
    const closes = day.toZonedDateTime({ timeZone: BRUSSELS, plainTime: { hour: OFFICE.to } }).epochMilliseconds
    const works = day.dayOfWeek < SATURDAY && !holidaysOf(day.year, changes).some((one) => one.day === day.toString())
    if (works && Math.max(opens, fromUtcMs) < Math.min(closes, toUtcMs)) return true
  }
  return true
}
