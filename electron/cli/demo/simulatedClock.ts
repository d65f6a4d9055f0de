/** One clock for all machines of the demo, moved by hand, so that a deadline passes without waiting. */

const MINUTE_MS = 60_000

export interface SimulatedClock {
  readonly now: () => number
  pass(minutes: number): void
  /** Forward only. */
  moveTo(utcMs: number): void
}

/** Monday, 23 March 2026, 09:00 in Brussels: the week before the clocks go forward. */
const DEMO_BEGINS_UTC_MS = Date.UTC(2026, 2, 23, 8, 0)

export function createSimulatedClock(): SimulatedClock {
  let nowUtcMs = DEMO_BEGINS_UTC_MS
  return {
    now: () => nowUtcMs,
    pass: (minutes) => { nowUtcMs += minutes * MINUTE_MS },
    moveTo: (utcMs) => { nowUtcMs = Math.max(nowUtcMs, utcMs) },
  }
}
