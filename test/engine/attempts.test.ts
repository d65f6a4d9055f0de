import { expect, it } from 'vitest'
import { createAttempts } from '../../electron/engine/attempts.ts'
import { fixedClock } from '../fakes/fixedClock.ts'

it('each wrong attempt from the third on doubles the wait, up to half a minute', () => {
  const { now, advance } = fixedClock()
  const attempts = createAttempts(now)
  const waits = Array.from({ length: 9 }, () => {
    attempts.failed()
    const waitMs = attempts.waitMs()
    advance(waitMs)
    expect(attempts.waitMs()).toBe(0)
    return waitMs
  })
  expect(waits).toEqual([0, 0, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
})

it('a right one begins the count anew', () => {
  const { now } = fixedClock()
  const attempts = createAttempts(now)
  for (let at = 0; at < 5; at++) attempts.failed()
  attempts.succeeded()
  expect(attempts.waitMs()).toBe(0)
  attempts.failed()
  expect(attempts.waitMs()).toBe(0)
})

it('what was tried before counts on, less the time that has passed since', () => {
  const { now, advance } = fixedClock()
  expect(createAttempts(now, { wrong: 5, agoMs: 1000 }).waitMs()).toBe(3000)
  expect(createAttempts(now, { wrong: 5, agoMs: 60_000 }).waitMs()).toBe(0)
  const attempts = createAttempts(now, { wrong: 5, agoMs: 60_000 })
  attempts.failed()
  expect(attempts.waitMs()).toBe(8000)
  advance(8000)
  expect(attempts.waitMs()).toBe(0)
})
