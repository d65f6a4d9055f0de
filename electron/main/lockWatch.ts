/** When the vault locks by itself: after a time without a key or pointer, when the machine sleeps, when its screen is locked. */
import { powerMonitor } from 'electron'
import type { WebContents } from 'electron'
import type { LockReason } from '../../shared/ipc/bridge.ts'
import { forwardClock, watchIdle } from './idleWatch.ts'
import type { IdlePorts } from './idleWatch.ts'

/** What a person does. A pointer that enters or leaves may only mean that another window moved. */
const SIGNS_OF_LIFE: readonly string[] = ['rawKeyDown', 'keyDown', 'char', 'mouseDown', 'mouseMove', 'mouseWheel', 'touchStart', 'touchMove', 'pointerDown', 'pointerMove']

export interface LockWatch {
  /** The vault is known to be open: from now on idle time counts. May be said again. */
  vaultOpened(): void
  vaultLocked(): void
  setIdleMinutes(minutes: number): void
}

function machineTime(): IdlePorts {
  return {
    now: forwardClock([() => performance.now(), () => Date.now()]),
    every(ms, look) {
      const timer = setInterval(look, ms)
      return () => clearInterval(timer)
    },
  }
}

export function watchForLock(contents: WebContents, lock: (reason: LockReason) => void): LockWatch {
  let open = false
  const lockIfOpen = (reason: LockReason) => (): void => {
    if (open) lock(reason)
  }
  const idle = watchIdle(machineTime(), lockIfOpen('idle'))
  contents.on('input-event', (_event, { type }) => {
    if (SIGNS_OF_LIFE.includes(type)) idle.signOfLife()
  })
  powerMonitor.on('suspend', lockIfOpen('suspended'))
  powerMonitor.on('shutdown', lockIfOpen('suspended'))
  powerMonitor.on('lock-screen', lockIfOpen('screenLocked'))
  powerMonitor.on('user-did-resign-active', lockIfOpen('screenLocked'))
  return {
    vaultOpened() {
      open = true
      idle.vaultOpened()
    },
    vaultLocked() {
      open = false
      idle.vaultLocked()
    },
    setIdleMinutes: idle.setIdleMinutes,
  }
}
