/** The clocks of other places, every year from 2016 to 2040: what is left out, what comes twice, and nothing else. */
import { describe, expect, test } from 'vitest'
import { deadlineAgrees, readDeadline } from '../../shared/silence/deadline.ts'

const YEARS = Array.from({ length: 25 }, (_, at) => 2016 + at)

/** Day of the month of the nth Sunday; -1 is the last. Month 1 to 12. */
function sunday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const firstSunday = 1 + ((7 - first.getUTCDay()) % 7)
  return nth > 0 ? firstSunday + 7 * (nth - 1) : firstSunday + 7 * Math.floor((days - firstSunday) / 7)
}

interface Turn {
  readonly month: number
  readonly nth: number
  /** Wall times at the beginning and the end of what is left out or comes twice, the end exclusive. */
  readonly from: string
  readonly to: string
}

/** Directive 2000/84/EC for the zones of the Union; 15 U.S.C. 260a for New York; the Time Act of New Zealand; the Standard Time Act of New South Wales for Lord Howe. */
const ZONES: readonly { readonly zone: string; readonly forward: Turn; readonly back: Turn; readonly shiftMs: number }[] = [
  { zone: 'Europe/Riga', forward: { month: 3, nth: -1, from: '03:00', to: '04:00' }, back: { month: 10, nth: -1, from: '03:00', to: '04:00' }, shiftMs: 3_600_000 },
  { zone: 'Europe/Lisbon', forward: { month: 3, nth: -1, from: '01:00', to: '02:00' }, back: { month: 10, nth: -1, from: '01:00', to: '02:00' }, shiftMs: 3_600_000 },
  { zone: 'Europe/Dublin', forward: { month: 3, nth: -1, from: '01:00', to: '02:00' }, back: { month: 10, nth: -1, from: '01:00', to: '02:00' }, shiftMs: 3_600_000 },
  { zone: 'Asia/Nicosia', forward: { month: 3, nth: -1, from: '03:00', to: '04:00' }, back: { month: 10, nth: -1, from: '03:00', to: '04:00' }, shiftMs: 3_600_000 },
  { zone: 'America/New_York', forward: { month: 3, nth: 2, from: '02:00', to: '03:00' }, back: { month: 11, nth: 1, from: '01:00', to: '02:00' }, shiftMs: 3_600_000 },
  { zone: 'Pacific/Auckland', forward: { month: 9, nth: -1, from: '02:00', to: '03:00' }, back: { month: 4, nth: 1, from: '02:00', to: '03:00' }, shiftMs: 3_600_000 },
  { zone: 'Australia/Lord_Howe', forward: { month: 10, nth: 1, from: '02:00', to: '02:30' }, back: { month: 4, nth: 1, from: '01:30', to: '02:00' }, shiftMs: 1_800_000 },
]

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return 60 * hours + minutes
}
const two = (value: number): string => String(value).padStart(2, '0')
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
const wall = (year: number, { month, nth }: Turn, minutes: number): string => `${year}-${two(month)}-${two(sunday(year, month, nth))}T${timeOf(minutes)}`

describe.each(ZONES)('the clocks of $zone', ({ zone, forward, back, shiftMs }) => {
  test.each(YEARS)('in %i leave out and repeat what their law says, to the minute', (year) => {
    for (const [turn, code] of [[forward, 'deadline-nonexistent'], [back, 'deadline-ambiguous']] as const) {
      const [from, to] = [minutesOf(turn.from), minutesOf(turn.to)]
      for (const minutes of [from, from + 1, to - 1]) {
        const read = readDeadline(wall(year, turn, minutes), zone, 0)
        expect([zone, wall(year, turn, minutes), read.ok ? 'exists once' : read.error.code]).toEqual([zone, wall(year, turn, minutes), code])
        if (!read.ok && 'later' in read.error) expect(read.error.later.utcMs - read.error.earlier.utcMs).toBe(shiftMs)
      }
      for (const minutes of [from - 1, to]) {
        const read = readDeadline(wall(year, turn, minutes), zone, 0)
        expect([wall(year, turn, minutes), read.ok]).toEqual([wall(year, turn, minutes), true])
        if (read.ok) expect(deadlineAgrees(read.value)).toBe(true)
      }
    }
  })
})

describe.each(['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Africa/Abidjan'])('the clocks of %s', (zone) => {
  test('leave nothing out and repeat nothing, from 2016 to 2040', () => {
    for (const year of YEARS) for (let month = 1; month <= 12; month++) for (const nth of [1, -1]) for (const minutes of [60, 90, 120, 150, 180]) {
      expect(readDeadline(wall(year, { month, nth, from: '', to: '' }, minutes), zone, 0).ok).toBe(true)
    }
  })
})

test('every zone that this machine knows by name reads a deadline that agrees with itself', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const read = readDeadline('2031-06-12T12:00', zone, 0)
    expect([zone, read.ok && deadlineAgrees(read.value)]).toEqual([zone, true])
  }
})

test.each(['+02:00', 'Etc', 'Mars/Base', '', 'Europe/', 'europe brussels'])('%j is no zone', (zone) => {
  expect(readDeadline('2031-06-12T12:00', zone, 0)).toEqual({ ok: false, error: { code: 'zone-unknown' } })
})
