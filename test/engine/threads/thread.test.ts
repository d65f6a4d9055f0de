/** A thread of the engine answers in order, fails what waits when it ends, and nobody waits long for one that hangs at its start. */
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, test } from 'vitest'
import { begunThread, threadOn, within, type Thread } from '../../../electron/engine/threads/thread.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import { ECHO, ENDS, HANGS } from '../../fakes/threads.ts'

const SOON_MS = 200
const ENOUGH_MS = 20_000
const NEVER = 600_000
const started: Thread<number, number>[] = []

function start(script: string, mostStartMs = ENOUGH_MS): Thread<number, number> {
  const thread = threadOn<number, number>(new Worker(script, { eval: true }), mostStartMs)
  started.push(thread)
  return thread
}

afterEach(async () => {
  for (const thread of started.splice(0)) await thread.end()
})

describe('a thread', () => {
  test('answers each question in its turn', async () => {
    const thread = start(ECHO)
    expect(await Promise.all([1, 2, 3].map((question) => thread.ask(question)))).toEqual([1, 2, 3])
    expect(await thread.begun).toBe(true)
    expect(thread.over).toBe(false)
  })

  test.each([
    ['hangs at its start', HANGS, SOON_MS, 'did not begin'], ['ends before it begins', ENDS, ENOUGH_MS, 'has ended'], ['fails before it begins', 'throw new Error("out of order")', ENOUGH_MS, 'out of order'],
  ] as const)('that %s is over, and so is what waits for it', async (_, script, mostStartMs, why) => {
    const thread = start(script, mostStartMs)
    await expect(thread.ask(1)).rejects.toThrow(why)
    expect(await thread.begun).toBe(false)
    expect(thread.over).toBe(true)
    await expect(thread.ask(2)).rejects.toThrow(why)
  })

  test('that was ended fails what waits, and has begun or not as it had', async () => {
    const [begun, hung] = [start(ECHO), start(HANGS)]
    expect(await begun.begun).toBe(true)
    const waiting = unheard(hung.ask(1))
    await Promise.all([begun.end(), hung.end()])
    await expect(waiting).rejects.toThrow('was ended')
    expect(await hung.begun).toBe(false)
    await expect(begun.ask(1)).rejects.toThrow('was ended')
  })

  test('that begins late is not taken for one that hangs once it has begun', async () => {
    const thread = start(`setTimeout(() => { ${ECHO} }, 20)`)
    expect(await thread.begun).toBe(true)
    expect(await thread.ask(7)).toBe(7)
  })
})

describe('where the first does not begin', () => {
  test('a second is tried', async () => {
    const scripts = [HANGS, ECHO]
    const thread = await begunThread(() => start(scripts.shift() ?? ENDS, scripts.length === 1 ? SOON_MS : ENOUGH_MS))
    expect(await thread.ask(5)).toBe(5)
    expect(scripts).toEqual([])
  })

  test('nor the second, its questions fail', async () => {
    let starts = 0
    const thread = await begunThread(() => {
      starts++
      return start(HANGS, SOON_MS)
    })
    await expect(thread.ask(5)).rejects.toThrow('did not begin')
    expect(starts).toBe(2)
  })
})

describe('work that may take too long', () => {
  test('gives what it gives in time, or nothing', async () => {
    expect(await within(NEVER, Promise.resolve(3))).toBe(3)
    expect(await within(1, new Promise<number>(() => undefined))).toBeNull()
  })

  test('fails as it fails in time, and unheard afterwards', async () => {
    await expect(within(NEVER, Promise.reject(new Error('no')))).rejects.toThrow('no')
    const { promise, reject } = Promise.withResolvers<number>()
    expect(await within(1, promise)).toBeNull()
    reject(new Error('too late'))
  })
})
