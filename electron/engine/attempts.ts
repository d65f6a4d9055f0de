/** Wrong guesses at what opens the vault: from the third on each has to wait longer, also where the engine was started anew in between. */
import type { Clock } from '../../shared/base/ports.ts'

const FREE_ATTEMPTS = 2
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

/** What an engine before this one saw: how many wrong ones in a row, and how long ago the last. */
export interface AttemptsBefore {
  readonly wrong: number
  readonly agoMs: number
}

export interface Attempts {
  /** How long the next one has to wait; 0 where it may be made now. */
  waitMs(): number
  failed(): void
  succeeded(): void
}

/** `elapsedMs` never runs backwards: setting the machine's clock neither shortens nor lengthens a wait. */
export function createAttempts(elapsedMs: Clock, before: AttemptsBefore = { wrong: 0, agoMs: 0 }): Attempts {
  let { wrong } = before
  let nextAtMs = elapsedMs() + Math.max(0, waitAfter(wrong) - before.agoMs)
  return {
    waitMs: () => Math.max(0, nextAtMs - elapsedMs()),
    failed() {
      wrong += 1
      nextAtMs = elapsedMs() + waitAfter(wrong)
    },
    succeeded() {
      wrong = 0
      nextAtMs = elapsedMs()
    },
  }
}

/** 0, 0, 1, 2, 4 ... 30 seconds. */
function waitAfter(wrong: number): number {
  return wrong <= FREE_ATTEMPTS ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_ATTEMPTS - 1))
}
