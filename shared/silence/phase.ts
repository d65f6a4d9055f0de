/** Where a procedure stands, seen with a clock. The folded state knows none, so only views ask this. */
import type { Deadline, Phase } from './procedure.ts'

/** `expired` from the very instant of the deadline, while nobody has broken it and the intake is open. */
export function phaseAt(silence: { readonly phase: Phase; readonly deadline: Deadline }, nowUtcMs: number): Phase {
  return silence.phase === 'running' && nowUtcMs >= silence.deadline.utcMs ? 'expired' : silence.phase
}

export interface TimeLeft {
  readonly ended: boolean
  /** Whole days, then whole hours, then whole minutes that remain, rounded down; all 0 once ended. */
  readonly days: number
  readonly hours: number
  readonly minutes: number
  /** Less than 24 hours remain. */
  readonly near: boolean
  /** How much of the period has passed, 0 to 1000. */
  readonly elapsedPermille: number
}

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

export function timeLeft(openedUtcMs: number, deadlineUtcMs: number, nowUtcMs: number): TimeLeft {
  const leftMinutes = Math.max(0, Math.floor((deadlineUtcMs - nowUtcMs) / MINUTE_MS))
  const passed = (nowUtcMs - openedUtcMs) / Math.max(1, deadlineUtcMs - openedUtcMs)
  return {
    ended: nowUtcMs >= deadlineUtcMs,
    days: Math.floor(leftMinutes / DAY_MINUTES),
    hours: Math.floor((leftMinutes % DAY_MINUTES) / 60),
    minutes: leftMinutes % 60,
    near: leftMinutes < DAY_MINUTES,
    elapsedPermille: Math.round(1000 * Math.min(1, Math.max(0, passed))),
  }
}
