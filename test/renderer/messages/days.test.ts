import { expect, test } from 'vitest'
import { startOfDay, startOfNextDay } from '../../../renderer/messages/time.ts'

test('a day begins and ends at midnight in Brussels, also where the clocks change, and half a date is none', () => {
  expect(startOfDay('2031-06-12')).toBe(Date.parse('2031-06-11T22:00:00Z'))
  expect(startOfDay('2031-12-12')).toBe(Date.parse('2031-12-11T23:00:00Z'))
  expect([startOfDay('2031-03-30'), startOfNextDay('2031-03-30')]).toEqual([Date.parse('2031-03-29T23:00:00Z'), Date.parse('2031-03-30T22:00:00Z')])
  expect([startOfDay('2031-10-26'), startOfNextDay('2031-10-26')]).toEqual([Date.parse('2031-10-25T22:00:00Z'), Date.parse('2031-10-26T23:00:00Z')])
  expect([startOfDay(''), startOfDay('2031-06'), startOfNextDay('2031-13-01')]).toEqual([null, null, null])
})
