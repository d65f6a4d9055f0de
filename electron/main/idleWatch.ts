/** How long nobody has given the window a sign of life. The clock and its ticking come from outside. */

const LOOK_EVERY_MS = 1_000
const MINUTE_MS = 60_000
const DEFAULT_IDLE_MINUTES = 5

export interface IdlePorts {
  /** Milliseconds of a clock that never goes back. */
  now(): number
  /** Calls `look` every so many milliseconds. Returns how to stop that. */
  every(ms: number, look: () => void): () => void
}

export interface IdleWatch {
  /** From now on idle time counts; nothing changes where it counted before. */
  vaultOpened(): void
  /** Nothing is left to lock, and no time counts. */
  vaultLocked(): void
  signOfLife(): void
  setIdleMinutes(minutes: number): void
}

/** Calls `idle` once, when an open vault has seen no sign of life for the minutes that are set. */
export function watchIdle(ports: IdlePorts, idle: () => void): IdleWatch {
  let minutes = DEFAULT_IDLE_MINUTES
  let lastSign = 0
  let stopLooking: (() => void) | null = null
  const stop = (): void => {
    stopLooking?.()
    stopLooking = null
  }
  const look = (): void => {
    if (ports.now() - lastSign < minutes * MINUTE_MS) return
    stop()
    idle()
  }
  return {
    vaultOpened() {
      if (stopLooking !== null) return
      lastSign = ports.now()
      stopLooking = ports.every(LOOK_EVERY_MS, look)
    },
    vaultLocked: stop,
    signOfLife() {
      lastSign = ports.now()
    },
    setIdleMinutes(next) {
      minutes = next
    },
  }
}

/**
 * A clock that goes as fast as the faster of several, and never back. The steady clock stands still while a machine sleeps, and a machine
 * does not always say that it slept; the wall clock can be set back.
 */
export function forwardClock(clocks: readonly (() => number)[]): () => number {
  let total = 0
  let before = clocks.map((clock) => clock())
  return () => {
    const readings = clocks.map((clock) => clock())
    total += Math.max(0, ...readings.map((reading, at) => reading - (before[at] ?? reading)))
    before = readings
    return total
  }
}
