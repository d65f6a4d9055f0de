/** How a lock goes: the window hands over what is being typed, or does not answer in time; then the engine ends and the window is emptied. */
import type { LockReason } from '../../shared/ipc/bridge.ts'

/** As long as a machine that is about to sleep can be expected to wait, and much longer than a draft takes to be kept. */
export const HAND_OVER_MS = 250

export interface LockingPorts {
  /** Tells the window that a lock is coming. */
  warn(): void
  /** Kills the engine, and with it every key in memory. */
  endEngine(): void
  /** Empties the window and shows the lock screen. */
  show(reason: LockReason): void
  /** Calls `work` once after so many milliseconds. Returns how to prevent it. */
  after(ms: number, work: () => void): () => void
}

export interface Locking {
  lock(reason: LockReason): void
  /** The window has handed over what it had. */
  handedOver(): void
}

export function createLocking(ports: LockingPorts): Locking {
  let coming: { readonly reason: LockReason; readonly stopWaiting: () => void } | null = null
  const end = (reason: LockReason): void => {
    coming?.stopWaiting()
    coming = null
    // The window is emptied whether or not the system has buried the old process yet.
    ports.endEngine()
    ports.show(reason)
  }
  return {
    lock(reason) {
      // Whoever asks for it has had everything kept before, or has said that it may go.
      if (reason === 'asked') return end(coming?.reason ?? reason)
      if (coming !== null) return
      coming = { reason, stopWaiting: ports.after(HAND_OVER_MS, () => end(reason)) }
      ports.warn()
    },
    handedOver() {
      if (coming !== null) end(coming.reason)
    },
  }
}
