/** A clock that stands still until it is told to go on. */
import type { Clock } from '../../shared/base/ports.ts'

export interface FixedClock {
  readonly now: Clock
  advance(byMs: number): void
}

/** 12 October 2031, 08:00 UTC, unless told otherwise. */
export function fixedClock(startUtcMs: number = Date.UTC(2031, 9, 12, 8)): FixedClock {
  let nowUtcMs = startUtcMs
  return {
    now: () => nowUtcMs,
    advance(byMs) {
      nowUtcMs += byMs
    },
  }
}
