import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createReminders, type Reminders } from '../../electron/main/reminders.ts'
import { keepMoments, readMoments } from '../../electron/main/reminderFile.ts'

const MINUTE_MS = 60_000
let now: number
let timer: { at: number; work: () => void } | null
let notified: number[]
let kept: (readonly number[])[]
let reminders: Reminders

/** Time passes; a timer runs when it is due. */
function pass(ms: number): void {
  const end = now + ms
  while (timer !== null && timer.at <= end) {
    const { at, work } = timer
    now = at
    timer = null
    work()
  }
  now = end
}

beforeEach(() => {
  now = 1_000_000_000_000
  timer = null
  notified = []
  kept = []
  reminders = createReminders({
    now: () => now, notify: () => notified.push(now), keep: (moments) => kept.push(moments),
    after(ms, work) {
      const mine = { at: now + ms, work }
      timer = mine
      return () => { if (timer === mine) timer = null }
    },
  })
})

describe('reminders of an open vault', () => {
  test('come at their moments, once each, however far ahead', () => {
    const [soon, late] = [now + 5 * MINUTE_MS, now + 60 * 24 * 60 * MINUTE_MS]
    reminders.set({ atUtcMs: [late, soon], whenLocked: false })
    pass(5 * MINUTE_MS - 1)
    expect(notified).toEqual([])
    pass(1)
    expect(notified).toEqual([soon])
    pass(late - now)
    expect(notified).toEqual([soon, late])
    pass(10 * MINUTE_MS)
    expect(notified).toHaveLength(2)
  })
  test('are replaced by what the vault says next', () => {
    reminders.set({ atUtcMs: [now + MINUTE_MS], whenLocked: false })
    reminders.set({ atUtcMs: [], whenLocked: false })
    pass(5 * MINUTE_MS)
    expect(notified).toEqual([])
  })
  test('two that passed together are one; one that passed long ago is none', () => {
    reminders.set({ atUtcMs: [now + 1, now + 2], whenLocked: false })
    timer = { at: now + 30 * MINUTE_MS, work: timer!.work }
    pass(30 * MINUTE_MS)
    expect(notified).toHaveLength(1)
    reminders.set({ atUtcMs: [now + 1], whenLocked: false })
    timer = { at: now + 3 * 60 * MINUTE_MS, work: timer!.work }
    pass(3 * 60 * MINUTE_MS)
    expect(notified).toHaveLength(1)
  })
})

describe('a locked vault', () => {
  test('reminds of nothing, and leaves nothing outside, unless the person allows it', () => {
    reminders.set({ atUtcMs: [now + MINUTE_MS], whenLocked: false })
    reminders.vaultLocked()
    pass(5 * MINUTE_MS)
    expect(notified).toEqual([])
    expect(kept.every((moments) => moments.length === 0)).toBe(true)
  })
  test('reminds where allowed: the moments are kept outside, and go as they pass', () => {
    const [a, b] = [now + MINUTE_MS, now + 3 * MINUTE_MS]
    reminders.set({ atUtcMs: [a, b], whenLocked: true })
    reminders.vaultLocked()
    pass(2 * MINUTE_MS)
    expect(notified).toEqual([a])
    expect(kept).toEqual([[a, b], [b]])
  })
  test('reminds after a new start of what was kept', () => {
    reminders.begin([now + MINUTE_MS])
    pass(MINUTE_MS)
    expect(notified).toHaveLength(1)
  })
  test('forgets what was kept once it is no longer allowed', () => {
    reminders.set({ atUtcMs: [now + MINUTE_MS], whenLocked: true })
    reminders.set({ atUtcMs: [now + MINUTE_MS], whenLocked: false })
    expect(kept.at(-1)).toEqual([])
  })
})

describe('what is kept outside the vault', () => {
  let folder: string
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'chancery-reminders-')) })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  test('is a list of numbers and nothing else, and no file at all where there is none', () => {
    const path = join(folder, 'reminders.json')
    keepMoments(path, [1, 2])
    expect(readFileSync(path, 'utf8')).toBe('[1,2]')
    expect(readMoments(path)).toEqual([1, 2])
    keepMoments(path, [])
    expect(existsSync(path)).toBe(false)
    expect(readMoments(path)).toEqual([])
  })
  test.each([['not JSON', 'x'], ['not a list', '{"a":1}'], ['words in it', '["9114/31"]'], ['too long', `[${'1,'.repeat(6000)}1]`], ['a time before time', '[-1]']])('with %s counts as none', (_, text) => {
    const path = join(folder, 'odd.json')
    writeFileSync(path, text)
    expect(readMoments(path)).toEqual([])
  })
})
