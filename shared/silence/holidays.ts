/**
 * Public holidays of the institutions of the European Union in Brussels, as a working list: days that return every year by the calendar or
 * with Easter. The list that the institutions decide and publish each year counts; a person can add days to it and strike days out.
 */
import * as v from 'valibot'

export const HOLIDAYS_SOURCE = 'Usual public holidays of the EU institutions, after Commission Decision of 21 December 2012 (OJ C 39, 12.2.2013, p. 26); the decision for each year counts'

/** `2031-06-12`. */
export const daySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check((day) => new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day) === true))

export const holidaySchema = v.strictObject({ day: daySchema, name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)) })
export type Holiday = v.InferOutput<typeof holidaySchema>

/** What a person changed in the list. */
export const holidayChangesSchema = v.strictObject({
  added: v.pipe(v.array(holidaySchema), v.maxLength(200)),
  struck: v.pipe(v.array(daySchema), v.maxLength(200)),
})
export type HolidayChanges = v.InferOutput<typeof holidayChangesSchema>
export const NO_CHANGES: HolidayChanges = { added: [], struck: [] }

interface Rule {
  readonly name: string
  /** Month 1 to 12 and day, or days after Easter Sunday. */
  readonly on: { readonly month: number; readonly day: number } | { readonly afterEaster: number }
}

const fixed = (month: number, day: number, name: string): Rule => ({ name, on: { month, day } })
const moving = (afterEaster: number, name: string): Rule => ({ name, on: { afterEaster } })

export const HOLIDAY_RULES: readonly Rule[] = [
  fixed(1, 1, 'New Year’s Day'), fixed(1, 2, 'the day after New Year’s Day'), moving(-3, 'Maundy Thursday'), moving(-2, 'Good Friday'), moving(1, 'Easter Monday'),
  fixed(5, 1, 'Labour Day'), fixed(5, 9, 'Europe Day'), moving(39, 'Ascension Day'), moving(40, 'the day after Ascension Day'), moving(50, 'Whit Monday'),
  fixed(7, 21, 'Belgian National Day'), fixed(8, 15, 'Assumption'), fixed(11, 1, 'All Saints’ Day'), fixed(11, 2, 'All Souls’ Day'),
  ...[24, 25, 26, 27, 28, 29, 30, 31].map((day) => fixed(12, day, day === 25 ? 'Christmas Day' : 'the end-of-year days')),
]

const DAY_MS = 86_400_000

/** In the order of the calendar, with a person's changes made. */
export function holidaysOf(year: number, { added, struck }: HolidayChanges = NO_CHANGES): Holiday[] {
  const easter = easterUtcMs(year)
  const usual = HOLIDAY_RULES.map(({ name, on }) => ({ name, day: dayOf('afterEaster' in on ? easter + on.afterEaster * DAY_MS : Date.UTC(year, on.month - 1, on.day)) }))
  const own = added.filter(({ day }) => day.startsWith(`${String(year).padStart(4, '0')}-`))
  const kept = usual.filter(({ day }) => !struck.includes(day) && !own.some((one) => one.day === day))
  return [...kept, ...own].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function dayOf(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 10)
}

/** Easter Sunday of the Gregorian calendar: the anonymous algorithm as given by Meeus, Astronomical Algorithms, chapter 8. */
export function easterUtcMs(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}
