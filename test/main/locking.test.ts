import { beforeEach, describe, expect, test } from 'vitest'
import { createLocking, HAND_OVER_MS, type Locking } from '../../electron/main/locking.ts'

let done: string[]
let waiting: { ms: number; work: () => void }[]
let locking: Locking

beforeEach(() => {
  done = []
  waiting = []
  locking = createLocking({
    warn: () => done.push('warned'),
    endEngine: () => done.push('engine ended'),
    show: (reason) => done.push(`shown: ${reason}`),
    after(ms, work) {
      const one = { ms, work }
      waiting.push(one)
      return () => { waiting = waiting.filter((other) => other !== one) }
    },
  })
})

describe('a lock that the machine brings', () => {
  test.each(['idle', 'suspended', 'screenLocked'] as const)('(%s) comes when the window has handed over, and not before', (reason) => {
    locking.lock(reason)
    expect(done).toEqual(['warned'])
    locking.handedOver()
    expect(done).toEqual(['warned', 'engine ended', `shown: ${reason}`])
    expect(waiting).toEqual([])
  })

  test('comes without an answer after a quarter of a second', () => {
    locking.lock('suspended')
    expect(waiting.map(({ ms }) => ms)).toEqual([HAND_OVER_MS])
    expect(HAND_OVER_MS).toBeLessThanOrEqual(250)
    waiting[0]?.work()
    expect(done).toEqual(['warned', 'engine ended', 'shown: suspended'])
  })

  test('comes once, whatever else happens while the window hands over, and an answer that is late does nothing', () => {
    locking.lock('screenLocked')
    locking.lock('suspended')
    locking.handedOver()
    locking.handedOver()
    expect(done).toEqual(['warned', 'engine ended', 'shown: screenLocked'])
  })

  test('can come again', () => {
    locking.lock('idle')
    locking.handedOver()
    locking.lock('suspended')
    locking.handedOver()
    expect(done.filter((step) => step === 'engine ended')).toHaveLength(2)
  })
})

describe('a lock that a person asks for', () => {
  test('comes at once', () => {
    locking.lock('asked')
    expect(done).toEqual(['engine ended', 'shown: asked'])
  })

  test('does not wait either where the machine was about to bring one', () => {
    locking.lock('idle')
    locking.lock('asked')
    expect(done).toEqual(['warned', 'engine ended', 'shown: idle'])
    expect(waiting).toEqual([])
  })
})

test('a window that hands over unasked locks nothing', () => {
  locking.handedOver()
  expect(done).toEqual([])
})
