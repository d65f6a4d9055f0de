/** Times as people say them. The machine's clock is passed in; zones are IANA names. */
import { words } from './words.ts'
import { cityName } from './zone.ts'

export const BRUSSELS = 'Europe/Brussels'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Below this much time left, the time is shown in ochre. */
export const NEAR_MS = DAY_MS

const formats = new Map<string, Intl.DateTimeFormat>()

function format(utcMs: number, zone: string, options: Intl.DateTimeFormatOptions): string {
  const { locale } = words.time
  const key = locale + zone + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formats.set(key, known)
  return known.format(utcMs)
}

/** 14:18 */
export function clockTime(utcMs: number, zone: string = BRUSSELS): string {
  return format(utcMs, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Thursday 12 June */
export function dayName(utcMs: number, zone: string = BRUSSELS): string {
  return words.time.day(format(utcMs, zone, { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', ''))
}

/** Thursday 12 June 2031 */
export function dayNameWithYear(utcMs: number, zone: string = BRUSSELS): string {
  return `${dayName(utcMs, zone)} ${format(utcMs, zone, { year: 'numeric' })}`
}

/** 12 June 2031: as printed on a cover. */
export function coverDate(utcMs: number, zone: string = BRUSSELS): string {
  return words.time.day(format(utcMs, zone, { day: 'numeric', month: 'long', year: 'numeric' }))
}

/** 12 Jun */
export function dayShortMonth(utcMs: number, zone: string = BRUSSELS): string {
  return words.time.day(format(utcMs, zone, { day: 'numeric', month: 'short' }))
}

/** Jun 2031 */
export function shortMonth(utcMs: number, zone: string = BRUSSELS): string {
  return format(utcMs, zone, { month: 'short', year: 'numeric' })
}

/** 12 Jun, 17:00 */
export function shortMoment(utcMs: number, zone: string = BRUSSELS): string {
  return words.time.at(dayShortMonth(utcMs, zone), clockTime(utcMs, zone))
}

/** 10:42 today, 12 Jun, 10:42 on any other day. */
export function clockOrMoment(utcMs: number, nowUtcMs: number, zone: string = BRUSSELS): string {
  return dayKey(utcMs, zone) === dayKey(nowUtcMs, zone) ? clockTime(utcMs, zone) : shortMoment(utcMs, zone)
}

/** Not for reading: the same in every language. */
function days(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone })
  formats.set(zone, known)
  return known
}

/** 2031-06-12: what tells two days apart. */
export function dayKey(utcMs: number, zone: string = BRUSSELS): string {
  return days(zone).format(utcMs).split('/').reverse().join('-')
}

/** `Europe/Riga` is said as Riga. */
export function cityOf(zone: string): string {
  return words.time.city(cityName(zone))
}

export function sameClock(zone: string, utcMs: number): boolean {
  return clockTime(utcMs, zone) === clockTime(utcMs, BRUSSELS)
}

/** 2 h 42 min, 4 days, 1 day 3 h, 12 min: never seconds. */
export function span(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS))
  if (minutes < 60) return words.time.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return words.time.hours(hours, minutes % 60)
  const days = Math.floor(hours / 24)
  return words.time.days(days, days > 3 ? 0 : hours % 24)
}

/** today, 17:00 / Monday 16 June, 12:00 / Friday 12 June 2099, 17:00 */
export function when(utcMs: number, nowUtcMs: number, zone: string = BRUSSELS): string {
  const [day, today] = [dayKey(utcMs, zone), dayKey(nowUtcMs, zone)]
  const name = day.slice(0, 4) === today.slice(0, 4) ? dayName(utcMs, zone) : dayNameWithYear(utcMs, zone)
  return words.time.at(day === today ? words.time.today : name, clockTime(utcMs, zone))
}

/** today, 17:00 Brussels time (18:00 in Riga) */
export function deadlineWords(utcMs: number, nowUtcMs: number, localZone: string): string {
  const there = words.time.brusselsTime(when(utcMs, nowUtcMs))
  if (sameClock(localZone, utcMs)) return there
  const sameDay = dayKey(utcMs, localZone) === dayKey(utcMs, BRUSSELS)
  const here = sameDay ? clockTime(utcMs, localZone) : shortMoment(utcMs, localZone)
  return words.time.withHere(there, here, localZone === 'UTC' ? 'UTC' : cityName(localZone))
}

/** Midnight at which a day such as `2031-06-12` begins in this zone; null for what is no day, as half-typed ones are. */
export function startOfDay(day: string, zone: string = BRUSSELS): number | null {
  const utcMs = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(utcMs)) return null
  for (let quarters = -14 * 4; quarters <= 14 * 4; quarters++) {
    const midnight = utcMs - quarters * 15 * MINUTE_MS
    if (clockTime(midnight, zone) === '00:00' && dayKey(midnight, zone) === day) return midnight
  }
  return null
}

/** Midnight at which that day ends. */
export function startOfNextDay(day: string, zone: string = BRUSSELS): number | null {
  const start = startOfDay(day, zone)
  // Days last 23 to 25 hours: half a day into the next one is the next one.
  return start === null ? null : startOfDay(dayKey(start + 36 * HOUR_MS, zone), zone)
}
