import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDelegation, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import { fixedClock } from '../../fakes/fixedClock.ts'
import { filesHolding } from '../../fakes/vaultFiles.ts'

const root = temporaryFolder()
const clock = fixedClock()
let cz: TestDelegation
beforeAll(async () => {
  cz = await makeDelegation({ folder: join(root, 'vault'), delegation: 'CZ', clock })
})
afterAll(async () => {
  await cz.close()
  rmSync(root, { recursive: true })
})

const kept = async (): Promise<unknown[]> => [...(await cz.call('form.list', {})).forms]

test('a half-typed form is kept in place of what stood there, outlives the engine, is forgotten when it is asked for, and is no line in the register', async () => {
  const lines = (await cz.call('register.list', { limit: 1 })).total
  await cz.call('form.keep', { place: 'respond/1', content: '{"remark":"We can"}' })
  clock.advance(1000)
  const { keptAtUtcMs } = await cz.call('form.keep', { place: 'respond/1', content: '{"remark":"We cannot"}' })
  await cz.call('form.keep', { place: 'step/1', content: '{}' })
  expect(keptAtUtcMs).toBe(clock.now())
  expect((await cz.call('register.list', { limit: 1 })).total).toBe(lines)
  await cz.reopen()
  expect(await kept()).toEqual([{ place: 'respond/1', content: '{"remark":"We cannot"}', keptAtUtcMs }, { place: 'step/1', content: '{}', keptAtUtcMs }])
  expect(await cz.call('form.forget', { place: 'respond/1' })).toEqual({ forgotten: true })
  expect(await cz.call('form.forget', { place: 'respond/1' })).toEqual({ forgotten: false })
  expect(await kept()).toHaveLength(1)
})

test('no word of it lies open in any file', async () => {
  await cz.call('form.keep', { place: 'respond/2', content: '{"remark":"zanzibarquokka"}' })
  expect(filesHolding(join(root, 'vault'), ['zanzibarquokka', 'respond/2'])).toEqual([])
})

test('a form of no sensible size is refused', async () => {
  expect(await cz.refused('form.keep', { place: 'x', content: ' '.repeat(512 * 1024 + 1) })).toMatchObject({ code: 'input-malformed' })
  expect(await cz.refused('form.keep', { place: '', content: '{}' })).toMatchObject({ code: 'input-malformed' })
})
