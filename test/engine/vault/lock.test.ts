import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acquireLock, type Busy, type VaultLock } from '../../../electron/engine/vault/lock.ts'
import { encodeHolder, parseHolder, thisMachine, type LockHolder, type LockMachine } from '../../../electron/engine/vault/lockHolder.ts'
import { refusalWords } from '../../../shared/ipc/refusalWords.ts'

const NOON = Date.UTC(2031, 9, 12, 12)
const HOUR_MS = 3_600_000

let folder: string
let file: string
const held: VaultLock[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-lock-'))
  file = join(folder, 'lock')
})
afterEach(() => {
  for (const lock of held.splice(0)) lock.release()
  rmSync(folder, { recursive: true, force: true })
})

/** A machine that was started eight hours ago, on which these processes run: number, and a mark of when each began. */
function machine(running: Readonly<Record<number, string | null>>, changed: Partial<LockMachine> = {}): LockMachine {
  return {
    pid: 400, host: 'WS-0231', user: 'kallas',
    nowUtcMs: () => NOON,
    startedUtcMs: () => NOON - 8 * HOUR_MS,
    isAlive: (pid) => pid in running,
    beganOf: (pid) => running[pid] ?? null,
    ...changed,
  }
}

function left(holder: Partial<LockHolder>): LockHolder {
  const whole = { pid: 77, host: 'WS-0231', user: 'verbeke', sinceUtcMs: NOON - HOUR_MS, began: '5100', ...holder }
  writeFileSync(file, encodeHolder(whole))
  return whole
}

function acquire(on: LockMachine): Busy | 'acquired' {
  const answer = acquireLock(folder, on)
  if (!answer.ok) return answer.error
  held.push(answer.value)
  return 'acquired'
}

describe('a lock file', () => {
  test('says who holds the vault and since when, and nothing else', () => {
    expect(acquire(machine({ 400: '9000' }))).toBe('acquired')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: 400, host: 'WS-0231', user: 'kallas', sinceUtcMs: NOON, began: '9000' })
  })

  test('goes when the vault is closed', () => {
    expect(acquire(machine({}))).toBe('acquired')
    held.pop()?.release()
    expect(existsSync(file)).toBe(false)
  })

  test('that another process wrote in the meantime is not removed with ours', () => {
    expect(acquire(machine({}))).toBe('acquired')
    const other = left({ pid: 78 })
    held.pop()?.release()
    expect(parseHolder(readFileSync(file, 'utf8'))).toEqual(other)
  })

  test('of this very process is respected, also where its number proves nothing', () => {
    expect(acquire(machine({}))).toBe('acquired')
    expect(acquire(machine({}))).toMatchObject({ holder: { pid: 400 }, elsewhere: false })
  })
})

describe('on this host, a lock', () => {
  test('of a process that lives is respected, and its holder named', () => {
    const holder = left({})
    expect(acquire(machine({ 77: '5100' }))).toEqual({ holder, elsewhere: false })
    expect(parseHolder(readFileSync(file, 'utf8'))).toEqual(holder)
  })

  test('of a process that is no more is taken over', () => {
    left({})
    expect(acquire(machine({}))).toBe('acquired')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: 400, user: 'kallas' })
  })

  test('of a dead process whose number another has now is taken over', () => {
    left({ began: '5100' })
    expect(acquire(machine({ 77: '7200' }))).toBe('acquired')
  })

  test('from before the machine was started is taken over, whoever has the number now', () => {
    left({ sinceUtcMs: NOON - 9 * HOUR_MS, began: null })
    expect(acquire(machine({ 77: null }))).toBe('acquired')
  })

  test('is respected in doubt: where the platform does not tell when a process began', () => {
    left({ began: null })
    expect(acquire(machine({ 77: '7200' }))).toMatchObject({ elsewhere: false })
    left({ began: '5100' })
    expect(acquire(machine({ 77: null }))).toMatchObject({ elsewhere: false })
  })

  test('that bears our own number, and was written by a process before us, is taken over', () => {
    left({ pid: 400, began: '5100' })
    expect(acquire(machine({ 400: '9000' }))).toBe('acquired')
    held.pop()?.release()
    left({ pid: 400, began: null })
    expect(acquire(machine({ 400: null }))).toBe('acquired')
  })

  test.each(['', '{"pid":77,', '4711\n', '{"pid":-1,"host":"WS-0231","user":"","sinceUtcMs":0,"began":null}', 'x'.repeat(9000), '{"pid":77,"host":"a\\u001b[2J","user":"","sinceUtcMs":0,"began":null}'])(
    'that cannot be understood (%#) was not finished by its writer, and is taken over', (content) => {
      writeFileSync(file, content)
      expect(acquire(machine({ 77: '5100', 4711: null }))).toBe('acquired')
    })

  test('of a later version, which says more, is understood', () => {
    writeFileSync(file, JSON.stringify({ ...left({}), session: 4 }))
    expect(acquire(machine({ 77: '5100' }))).toMatchObject({ holder: { user: 'verbeke' } })
  })
})

describe('on a folder that machines share, a lock of another host', () => {
  test('is never taken over, for nobody can see from here whether that process lives', () => {
    const holder = left({ host: 'WS-0007', sinceUtcMs: NOON - 1000 * HOUR_MS })
    expect(acquire(machine({}))).toEqual({ holder, elsewhere: true })
    expect(parseHolder(readFileSync(file, 'utf8'))).toEqual(holder)
  })

  test('is refused in words that name the holder, and the file to remove when one is sure', () => {
    const { meaning, remedy } = refusalWords({ code: 'vault-busy', facts: { user: 'verbeke', host: 'WS-0007', sinceUtcMs: NOON, where: 'elsewhere' } })
    expect(meaning).toContain('since 12 October 2031, 12:00:00 UTC: verbeke on WS-0007.')
    expect(remedy).toMatch(/^Lock it or close it there first\. Only if you are sure .* WS-0007 .* remove the file “lock” from the vault folder\.$/)
  })

  test('of this host is refused without the offer to remove anything', () => {
    expect(refusalWords({ code: 'vault-busy', facts: { user: '', host: 'WS-0231', sinceUtcMs: NOON, where: 'here' } })).toEqual({
      meaning: 'Another window or command has had this vault open since 12 October 2031, 12:00:00 UTC: somebody on WS-0231.', remedy: 'Lock it or close it there first.',
    })
  })
})

test('this machine tells its own processes from others', () => {
  expect(thisMachine.isAlive(process.pid)).toBe(true)
  expect(thisMachine.isAlive(999_999_999)).toBe(false)
  expect(thisMachine.beganOf(999_999_999)).toBeNull()
  expect(thisMachine.startedUtcMs()).toBeLessThan(Date.now() - process.uptime() * 1000)
  const began = thisMachine.beganOf(process.pid)
  expect(began).toBe(thisMachine.beganOf(process.pid))
  if (process.platform === 'linux') {
    expect(began).toMatch(/^\d+$/)
    expect(began).not.toBe(thisMachine.beganOf(1))
  }
})

test('a lock that does not let itself be read is respected without a name, and left in place', () => {
  mkdirSync(file)
  expect(acquire(machine({}))).toEqual({ holder: null, elsewhere: false })
  expect(existsSync(file)).toBe(true)
})
