import { describe, expect, test } from 'vitest'
import { easterUtcMs, holidaysOf, type HolidayChanges } from '../../../shared/silence/holidays.ts'
import { deadlineWarnings } from '../../../shared/silence/warnings.ts'
import type { Deadline } from '../../../shared/silence/procedure.ts'
import { readDeadline } from '../../../shared/silence/deadline.ts'

const NONE: HolidayChanges = { added: [], struck: [] }
function deadline(wallTime: string, zone = 'Europe/Brussels'): Deadline {
  const read = readDeadline(wallTime, zone, 0)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}
const kinds = (wallTime: string, nowUtcMs: number, changes = NONE, zone?: string) => deadlineWarnings(deadline(wallTime, zone), nowUtcMs, changes).map((one) => one.kind)

describe('Easter Sunday', () => {
  test.each([[2014, '2014-04-20'], [2016, '2016-03-27'], [2017, '2017-04-16'], [2019, '2019-04-21'], [2024, '2024-03-31'], [2025, '2025-04-20'], [2038, '2038-04-25'], [2285, '2285-03-22']])('of %i is %s', (year, day) => {
    expect(new Date(easterUtcMs(year)).toISOString().slice(0, 10)).toBe(day)
  })
  test('is a Sunday from 22 March to 25 April, every year', () => {
    for (let year = 1900; year <= 2200; year++) {
      const at = new Date(easterUtcMs(year))
      expect(at.getUTCDay()).toBe(0)
      expect(at.toISOString().slice(5, 10) >= '03-22' && at.toISOString().slice(5, 10) <= '04-25').toBe(true)
    }
  })
})

describe('the public holidays of the institutions', () => {
  test('of 2014 hold those of the Decision of 21 December 2012 (OJ C 39, 12.2.2013, p. 26)', () => {
    const days = holidaysOf(2014).map((one) => one.day)
    for (const day of ['01-01', '01-02', '04-17', '04-18', '04-21', '05-01', '05-09', '05-29', '05-30', '06-09', '07-21', '08-15', '12-24', '12-25', '12-26', '12-29', '12-30', '12-31']) expect(days).toContain(`2014-${day}`)
  })
  test('stand in order, each day once, with what a person added and struck out', () => {
    const changes = { added: [{ day: '2031-06-12', name: 'Move of the house' }, { day: '2031-05-09', name: 'Schuman Day' }], struck: ['2031-01-02'] }
    const days = holidaysOf(2031, changes)
    expect(days.map((one) => one.day)).toEqual([...new Set(days.map((one) => one.day))].sort())
    expect(days).toContainEqual({ day: '2031-06-12', name: 'Move of the house' })
    expect(days.filter((one) => one.day === '2031-05-09')).toEqual([{ day: '2031-05-09', name: 'Schuman Day' }])
    expect(days.some((one) => one.day === '2031-01-02')).toBe(false)
    expect(holidaysOf(2032, changes).some((one) => one.day === '2031-06-12')).toBe(false)
  })
})

describe('a deadline is pointed out', () => {
  const early = Date.UTC(2031, 5, 1, 8)
  test('on a weekend, with the day', () => {
    expect(deadlineWarnings(deadline('2031-06-14T17:00'), early, NONE)).toEqual([{ kind: 'weekend', day: 'Saturday', where: 'Europe/Brussels' }])
    expect(kinds('2031-06-15T17:00', early)).toEqual(['weekend'])
    expect(kinds('2031-06-13T17:00', early)).toEqual([])
  })
  test('where it is a weekend in Brussels, or where it was set', () => {
    expect(deadlineWarnings(deadline('2031-06-13T20:00', 'America/New_York'), early, NONE)).toEqual([{ kind: 'weekend', day: 'Saturday', where: 'Europe/Brussels' }])
    expect(deadlineWarnings(deadline('2031-06-14T01:00', 'Pacific/Auckland'), early, NONE)).toEqual([{ kind: 'weekend', day: 'Saturday', where: 'Pacific/Auckland' }])
  })
  test('on a public holiday, with its name; not on one struck out', () => {
    expect(deadlineWarnings(deadline('2031-07-21T12:00'), early, NONE)).toMatchObject([{ kind: 'holiday', name: 'Belgian National Day' }])
    expect(kinds('2031-07-21T12:00', early, { added: [], struck: ['2031-07-21'] })).toEqual([])
    expect(deadlineWarnings(deadline('2031-06-12T12:00'), early, { added: [{ day: '2031-06-12', name: 'Move' }], struck: [] })).toMatchObject([{ kind: 'holiday', name: 'Move', source: 'Added on this machine' }])
  })
  test('less than a day ahead, in whole hours', () => {
    const at = deadline('2031-06-12T17:00')
    expect(deadlineWarnings(at, at.utcMs - 24 * 3_600_000 + 1, NONE)).toEqual([{ kind: 'tooShort', hours: 23 }])
    expect(deadlineWarnings(at, at.utcMs - 24 * 3_600_000, NONE)).toEqual([])
  })
  test('with no working hour before it', () => {
    expect(kinds('2031-06-16T08:00', Date.UTC(2031, 5, 13, 17))).toEqual(['noWorkingTime'])
    expect(kinds('2031-06-16T10:00', Date.UTC(2031, 5, 13, 17))).toEqual([])
    expect(kinds('2032-01-02T09:30', Date.UTC(2031, 11, 23, 18))).toEqual(['holiday', 'noWorkingTime'])
  })
})
