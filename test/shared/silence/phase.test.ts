import { describe, expect, test } from 'vitest'
import { PHASES } from '../../../shared/silence/procedure.ts'
import { phaseAt, timeLeft } from '../../../shared/silence/phase.ts'

const deadline = { wallTime: '2031-06-12T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 5, 12, 15) }
const HOUR_MS = 3_600_000

describe('the phase that a view shows', () => {
  test('of a running procedure is expired from the instant of the deadline', () => {
    expect(phaseAt({ phase: 'running', deadline }, deadline.utcMs - 1)).toBe('running')
    expect(phaseAt({ phase: 'running', deadline }, deadline.utcMs)).toBe('expired')
  })
  test.each(PHASES.filter((phase) => phase !== 'running'))('%s does not change with the clock', (phase) => {
    expect(phaseAt({ phase, deadline }, deadline.utcMs + HOUR_MS)).toBe(phase)
  })
})

describe('the time left', () => {
  test.each([
    [49 * HOUR_MS + 61_000, { days: 2, hours: 1, minutes: 1, near: false, ended: false }],
    [2 * HOUR_MS + 42 * 60_000 + 59_999, { days: 0, hours: 2, minutes: 42, near: true, ended: false }],
    [24 * HOUR_MS, { days: 1, hours: 0, minutes: 0, near: false, ended: false }],
    [1, { days: 0, hours: 0, minutes: 0, near: true, ended: false }],
    [0, { days: 0, hours: 0, minutes: 0, near: true, ended: true }],
    [-5 * HOUR_MS, { days: 0, hours: 0, minutes: 0, near: true, ended: true }],
  ])('%i ms before the deadline', (left, expected) => {
    expect(timeLeft(0, deadline.utcMs, deadline.utcMs - left)).toMatchObject(expected)
  })
  test('knows how much of the period has passed, never less than nothing nor more than all', () => {
    expect(timeLeft(0, 1000, 250).elapsedPermille).toBe(250)
    expect(timeLeft(0, 1000, -9).elapsedPermille).toBe(0)
    expect(timeLeft(0, 1000, 9000).elapsedPermille).toBe(1000)
    expect(timeLeft(1000, 1000, 1000).elapsedPermille).toBe(0)
  })
})
