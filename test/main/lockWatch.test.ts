import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test } from 'vitest'
import { MACHINE_EVENT_NAMES, watchForLock, type LockWatch } from '../../electron/main/lockWatch.ts'
import type { LockReason } from '../../shared/ipc/bridge.ts'

const REASONS: Readonly<Record<string, LockReason>> = { 'suspend': 'suspended', 'shutdown': 'suspended', 'lock-screen': 'screenLocked', 'user-did-resign-active': 'screenLocked' }

/** The machine, the window's page and the time, as the runtime would give them. */
let machine: EventEmitter
let contents: EventEmitter
let nowMs: number
let look: () => void
let locks: LockReason[]
let watch: LockWatch

beforeEach(() => {
  machine = new EventEmitter()
  contents = new EventEmitter()
  nowMs = 0
  look = () => undefined
  locks = []
  const time = { now: () => nowMs, every: (_ms: number, tick: () => void) => { look = tick; return () => { look = () => undefined } } }
  watch = watchForLock({ contents, machine, time }, (reason) => { locks.push(reason) })
})

function pass(minutes: number): void {
  nowMs += minutes * 60_000
  look()
}

describe('what the machine tells', () => {
  test('is heard in every one of its events, and in no other', () => {
    expect(machine.eventNames()).toEqual([...MACHINE_EVENT_NAMES])
    expect(Object.keys(REASONS).toSorted()).toEqual([...MACHINE_EVENT_NAMES].toSorted())
  })

  test.each(Object.entries(REASONS))('locks an open vault: %s', (event, reason) => {
    watch.vaultOpened()
    machine.emit(event)
    expect(locks).toEqual([reason])
  })

  test.each(Object.keys(REASONS))('does nothing while no vault is open, before and after: %s', (event) => {
    machine.emit(event)
    watch.vaultOpened()
    watch.vaultLocked()
    machine.emit(event)
    expect(locks).toEqual([])
  })
})

describe('idle time', () => {
  test.each(['rawKeyDown', 'mouseDown', 'mouseMove', 'mouseWheel', 'touchStart', 'pointerDown'])('begins anew with %s in the window', (type) => {
    watch.vaultOpened()
    pass(4)
    contents.emit('input-event', {}, { type })
    pass(4)
    expect(locks).toEqual([])
    pass(1)
    expect(locks).toEqual(['idle'])
  })

  test.each(['mouseEnter', 'mouseLeave', 'gestureScrollEnd'])('goes on with %s, which nobody need have done', (type) => {
    watch.vaultOpened()
    pass(4)
    contents.emit('input-event', {}, { type })
    pass(1)
    expect(locks).toEqual(['idle'])
  })

  test('is what was set', () => {
    watch.vaultOpened()
    watch.setIdleMinutes(30)
    pass(29)
    expect(locks).toEqual([])
    pass(1)
    expect(locks).toEqual(['idle'])
  })
})
