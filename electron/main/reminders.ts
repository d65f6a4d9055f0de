/**
 * Reminds of deadlines at moments that the open vault names, by a notification that says nothing of what it is about. While the vault is locked only
 * those moments may be remembered that the person allowed to be kept outside it.
 */
import type { Output } from '../../shared/ipc/contract.ts'

export type ReminderTimes = Output<'reminder.times'>

export interface ReminderPorts {
  now(): number
  /** Runs `work` once after so many milliseconds. Returns how to prevent it. */
  after(ms: number, work: () => void): () => void
  /** Content-free: that a deadline is near, and nothing else. */
  notify(): void
  /** Keeps moments outside the vault, or, given none, leaves nothing there. */
  keep(atUtcMs: readonly number[]): void
}

export interface Reminders {
  /** What the open vault says now. */
  set(times: ReminderTimes): void
  /** Moments that were kept outside the vault before this start. */
  begin(atUtcMs: readonly number[]): void
  vaultLocked(): void
}

/** Timers do not count while a machine sleeps, nor beyond 2^31 ms: the clock is looked at again at least this often. */
const LOOK_AGAIN_MS = 60_000
/** A moment that passed longer ago, while the machine slept, is no longer worth a notification. */
const STALE_MS = 3_600_000

export function createReminders(ports: ReminderPorts): Reminders {
  let moments: readonly number[] = []
  let keptOutside = false
  let stop = (): void => undefined
  const look = (): void => {
    stop()
    const now = ports.now()
    const due = moments.filter((at) => at <= now)
    if (due.length > 0) {
      moments = moments.filter((at) => at > now)
      if (keptOutside) ports.keep(moments)
      if (due.some((at) => at > now - STALE_MS)) ports.notify()
    }
    const [next] = moments
    stop = next === undefined ? () => undefined : ports.after(Math.min(LOOK_AGAIN_MS, Math.max(1, next - now)), look)
  }
  const take = (atUtcMs: readonly number[], kept: boolean): void => {
    moments = [...atUtcMs].sort((a, b) => a - b)
    keptOutside = kept
    look()
  }
  return {
    set({ atUtcMs, whenLocked }) {
      ports.keep(whenLocked ? atUtcMs : [])
      take(atUtcMs, whenLocked)
    },
    begin: (atUtcMs) => take(atUtcMs, true),
    vaultLocked() {
      if (!keptOutside) take([], false)
    },
  }
}
