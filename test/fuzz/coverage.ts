/** Which counters have been seen how often, in steps of powers of two: a new step is something new. */
import type { Instrument } from './instrument.ts'

export interface Coverage {
  /** Clears the counters before a run. */
  begin(): void
  /** How many places or steps this run saw for the first time. */
  news(): number
  /** Places seen at all, and how many there are. */
  seen(): { readonly places: number; readonly of: number }
}

export function createCoverage({ counters, size }: Instrument): Coverage {
  const steps = new Uint8Array(counters.length)
  let places = 0
  return {
    begin: () => void counters.fill(0),
    news() {
      let fresh = 0
      for (let at = 0; at < size(); at++) {
        const step = stepOf(counters[at] ?? 0)
        const known = steps[at] ?? 0
        if ((step & ~known) === 0) continue
        if (known === 0) places++
        steps[at] = known | step
        fresh++
      }
      return fresh
    },
    seen: () => ({ places, of: size() }),
  }
}

/** One bit each for once, twice, up to 7, up to 31, more. */
function stepOf(count: number): number {
  if (count === 0) return 0
  if (count === 1) return 1
  if (count === 2) return 2
  if (count < 8) return 4
  return count < 32 ? 8 : 16
}
