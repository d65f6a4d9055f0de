/** When the vault locks by itself: after a time without a key or pointer, when the machine sleeps, when its screen is locked. */
import type { LockReason } from '../../shared/ipc/bridge.ts'
import { forwardClock, watchIdle } from './idleWatch.ts'
import type { IdlePorts } from './idleWatch.ts'

/** The machine's own events that lock. Not every system has each of them: macOS alone tells that another user came to the screen. */
const MACHINE_EVENTS = { 'suspend': 'suspended', 'shutdown': 'suspended', 'lock-screen': 'screenLocked', 'user-did-resign-active': 'screenLocked' } as const
type MachineEvent = keyof typeof MACHINE_EVENTS
export const MACHINE_EVENT_NAMES: readonly MachineEvent[] = ['suspend', 'shutdown', 'lock-screen', 'user-did-resign-active']

/** What a person does. A pointer that enters or leaves may only mean that another window moved. */
const SIGNS_OF_LIFE: readonly string[] = ['rawKeyDown', 'keyDown', 'char', 'mouseDown', 'mouseMove', 'mouseWheel', 'touchStart', 'touchMove', 'pointerDown', 'pointerMove']

export interface LockSources {
  /** The page of the window: keys and pointers in it. */
  readonly contents: { on(event: 'input-event', listener: (event: unknown, input: { readonly type: string }) => void): unknown }
  /** The runtime's own powerMonitor. */
  readonly machine: { on(event: MachineEvent, listener: () => void): unknown }
  readonly time: IdlePorts
}

export interface LockWatch {
  /** The vault is known to be open: from now on idle time counts. May be said again. */
  vaultOpened(): void
  vaultLocked(): void
  setIdleMinutes(minutes: number): void
}

export function machineTime(): IdlePorts {
  return {
    now: forwardClock([() => performance.now(), () => Date.now()]),
    every(ms, look) {
      const timer = setInterval(look, ms)
      return () => clearInterval(timer)
    },
  }
}

export function watchForLock({ contents, machine, time }: LockSources, lock: (reason: LockReason) => void): LockWatch {
  let open = false
  const lockIfOpen = (reason: LockReason) => (): void => {
    if (open) lock(reason)
  }
  const idle = watchIdle(time, lockIfOpen('idle'))
  contents.on('input-event', (_event, { type }) => {
    if (SIGNS_OF_LIFE.includes(type)) idle.signOfLife()
  })
  for (const event of MACHINE_EVENT_NAMES) machine.on(event, lockIfOpen(MACHINE_EVENTS[event]))
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
