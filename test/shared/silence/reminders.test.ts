import { expect, test } from 'vitest'
import { MOST_REMINDERS, reminderTimes } from '../../../shared/silence/reminders.ts'

const MINUTE_MS = 60_000
test('the moments ahead, each once, soonest first, and nothing else', () => {
  const [a, b] = [1_000_000_000, 1_000_000_000 + 45 * MINUTE_MS]
  expect(reminderTimes([b, a], { beforeMinutes: [15, 60] }, a - 30 * MINUTE_MS)).toEqual([a - 15 * MINUTE_MS, b - 15 * MINUTE_MS])
  expect(reminderTimes([a, a], { beforeMinutes: [15] }, 0)).toEqual([a - 15 * MINUTE_MS])
  expect(reminderTimes([a], { beforeMinutes: [] }, 0)).toEqual([])
  expect(reminderTimes([a], { beforeMinutes: [15] }, a - 15 * MINUTE_MS)).toEqual([])
  expect(reminderTimes(Array.from({ length: 500 }, (_, at) => a + at * MINUTE_MS), { beforeMinutes: [15] }, 0)).toHaveLength(MOST_REMINDERS)
})
