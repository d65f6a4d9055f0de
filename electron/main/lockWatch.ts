/** When the vault locks by itself: after a time without a key or pointer, when the machine sleeps, when its screen is locked. */
import { powerMonitor } from 'electron'
import type { LockReason } from '../../shared/ipc/bridge.ts'

const LOOK_EVERY_MS = 5_000
const DEFAULT_IDLE_MINUTES = 5

export interface LockWatch {
  /** The vault is open: from now on idle time counts. */
  vaultOpened(): void
  vaultLocked(): void
  setIdleMinutes(minutes: number): void
}

export function watchForLock(lock: (reason: LockReason) => void): LockWatch {
  let open = false
  let idleMinutes = DEFAULT_IDLE_MINUTES
  const lockIfOpen = (reason: LockReason) => (): void => {
    if (open) lock(reason)
  }
  powerMonitor.on('suspend', lockIfOpen('suspended'))
  powerMonitor.on('shutdown', lockIfOpen('suspended'))
  powerMonitor.on('lock-screen', lockIfOpen('screenLocked'))
  powerMonitor.on('user-did-resign-active', lockIfOpen('screenLocked'))
  setInterval(() => {
    if (powerMonitor.getSystemIdleTime() >= idleMinutes * 60) lockIfOpen('idle')()
  }, LOOK_EVERY_MS)
  return {
    vaultOpened: () => {
      open = true
    },
    vaultLocked: () => {
      open = false
    },
    setIdleMinutes: (minutes) => {
      idleMinutes = minutes
    },
  }
}
