import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDeadline } from '../../shared/silence/deadline.ts'

const YEARS = Array.from({ length: 25 }, (_, at) => 2016 + at)
const ZONE = 'Europe/Brussels'

/** Directive 2000/84/EC: summer time begins and ends at 01:00 UTC on the last Sunday of March and of October. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0))
  return last.getUTCDate() - last.getUTCDay()
}

function wall(year: number, month: number, day: number, time: string): string {
  return `${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}T${time}`
}

/** How far the two readings of a refused wall time lie apart. */
function apartMs(read: ReturnType<typeof readDeadline>): number {
  return !read.ok && 'later' in read.error ? read.error.later.utcMs - read.error.earlier.utcMs : 0
}

const inHour = (hour: string) => ['00', '01', '29', '30', '59'].map((minute) => `${hour}:${minute}`)

describe.each(YEARS)('Brussels time in %i', (year) => {
  const march = lastSunday(year, 2)
  const october = lastSunday(year, 9)

  test('the hour that is left out in March does not exist; the minutes around it do', () => {
    for (const time of inHour('02')) {
      const read = readDeadline(wall(year, 2, march, time), ZONE, 0)
      expect(read).toMatchObject({ ok: false, error: { code: 'deadline-nonexistent' } })
      expect(apartMs(read)).toBe(3_600_000)
    }
    expect(readDeadline(wall(year, 2, march, '01:59'), ZONE, 0)).toMatchObject({ value: { utcMs: Date.UTC(year, 2, march, 0, 59) } })
    expect(readDeadline(wall(year, 2, march, '03:00'), ZONE, 0)).toMatchObject({ value: { utcMs: Date.UTC(year, 2, march, 1) } })
  })

  test('the hour that comes twice in October is ambiguous; the minutes around it are not', () => {
    for (const time of inHour('02')) {
      const read = readDeadline(wall(year, 9, october, time), ZONE, 0)
      expect(read).toMatchObject({ ok: false, error: { code: 'deadline-ambiguous' } })
      expect(apartMs(read)).toBe(3_600_000)
    }
    expect(readDeadline(wall(year, 9, october, '01:59'), ZONE, 0)).toMatchObject({ value: { utcMs: Date.UTC(year, 9, october - 1, 23, 59) } })
    expect(readDeadline(wall(year, 9, october, '03:00'), ZONE, 0)).toMatchObject({ value: { utcMs: Date.UTC(year, 9, october, 2) } })
  })

  test('17:00 on any day is one instant: 16:00 UTC in winter, 15:00 in summer', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 364 }), (day) => {
      const at = new Date(Date.UTC(year, 0, 1 + day))
      const [month, date] = [at.getUTCMonth(), at.getUTCDate()]
      const summer = at.getTime() >= Date.UTC(year, 2, march) && at.getTime() < Date.UTC(year, 9, october)
      expect(readDeadline(wall(year, month, date, '17:00'), ZONE, 0)).toMatchObject({ ok: true, value: { utcMs: Date.UTC(year, month, date, summer ? 15 : 16) } })
    }), { seed: year, numRuns: 20 })
  })
})
