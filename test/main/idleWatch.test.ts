import { beforeEach, describe, expect, test } from 'vitest'
import { forwardClock, watchIdle, type IdleWatch } from '../../electron/main/idleWatch.ts'

const MINUTE_MS = 60_000

/** A time that passes only when told to, with everything that ticks in it. */
let nowMs: number
let ticking: { everyMs: number; look: () => void }[]
let locks: number
let watch: IdleWatch

function pass(ms: number): void {
  for (let step = 0; step < ms; step += 1_000) {
    nowMs += 1_000
    for (const { everyMs, look } of ticking) if (nowMs % everyMs === 0) look()
  }
}

beforeEach(() => {
  nowMs = 0
  ticking = []
  locks = 0
  watch = watchIdle({
    now: () => nowMs,
    every(everyMs, look) {
      const one = { everyMs, look }
      ticking.push(one)
      return () => { ticking = ticking.filter((other) => other !== one) }
    },
  }, () => { locks += 1 })
})

describe('an open vault', () => {
  test('is locked after five minutes without a sign of life where nothing else is set, and not a second sooner', () => {
    watch.vaultOpened()
    pass(5 * MINUTE_MS - 1_000)
    expect(locks).toBe(0)
    pass(1_000)
    expect(locks).toBe(1)
  })

  test('stays open as long as there are signs of life', () => {
    watch.vaultOpened()
    for (let sign = 0; sign < 10; sign++) {
      pass(4 * MINUTE_MS)
      watch.signOfLife()
    }
    pass(4 * MINUTE_MS)
    expect(locks).toBe(0)
    pass(MINUTE_MS)
    expect(locks).toBe(1)
  })

  test('follows a setting that changes while nobody is there, in both directions', () => {
    watch.vaultOpened()
    watch.setIdleMinutes(30)
    pass(20 * MINUTE_MS)
    expect(locks).toBe(0)
    watch.setIdleMinutes(1)
    pass(1_000)
    expect(locks).toBe(1)
  })

  test('is locked once, and again only after it was opened again, with a whole time before it', () => {
    watch.vaultOpened()
    pass(60 * MINUTE_MS)
    expect(locks).toBe(1)
    watch.vaultLocked()
    watch.vaultOpened()
    pass(4 * MINUTE_MS)
    expect(locks).toBe(1)
    pass(MINUTE_MS)
    expect(locks).toBe(2)
  })

  test('that is said to be open again is watched once, and that is no sign of life', () => {
    watch.vaultOpened()
    pass(4 * MINUTE_MS)
    watch.vaultOpened()
    expect(ticking).toHaveLength(1)
    pass(MINUTE_MS)
    expect(locks).toBe(1)
  })
})

describe('a vault that is not open', () => {
  test('is never locked, and nothing ticks', () => {
    watch.signOfLife()
    watch.setIdleMinutes(1)
    pass(600 * MINUTE_MS)
    expect(ticking).toEqual([])
    expect(locks).toBe(0)
  })

  test('is left alone after it was locked for another reason', () => {
    watch.vaultOpened()
    watch.vaultLocked()
    pass(600 * MINUTE_MS)
    expect(ticking).toEqual([])
    expect(locks).toBe(0)
  })
})

test('the clock counts a sleep that only one of its clocks has seen, and does not go back with one that is set back', () => {
  let steady = 0
  let wall = 1_000_000
  const now = forwardClock([() => steady, () => wall])
  const step = (steadyMs: number, wallMs: number): number => {
    steady += steadyMs
    wall += wallMs
    return now()
  }
  expect(step(100, 100)).toBe(100)
  expect(step(0, 5 * MINUTE_MS)).toBe(100 + 5 * MINUTE_MS)
  expect(step(200, -10 * MINUTE_MS)).toBe(300 + 5 * MINUTE_MS)
  expect(step(-50, -50)).toBe(300 + 5 * MINUTE_MS)
})
