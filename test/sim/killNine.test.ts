import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../fakes/testDelegation.ts'
import { makeExecutioner, type Executioner } from './killNine.ts'
import { killedWorks } from './killedWorks.ts'

const SEED = 20311012
const root = temporaryFolder()
let executioner: Executioner
beforeAll(async () => {
  executioner = await makeExecutioner()
})
afterAll(() => {
  executioner.remove()
  rmSync(root, { recursive: true, force: true })
})

describe('a process that is killed at a random moment', () => {
  it.each(killedWorks.map((work) => [work.name, work] as const))('loses nothing acknowledged and leaves nothing half there: %s', async (name, work) => {
    const { kills, acknowledged, faults } = await executioner.killNine(work, join(root, name), SEED)
    expect(faults).toEqual([])
    expect(kills).toBe(work.kills)
    // It was killed at work, not before or after it.
    expect(acknowledged).toBeGreaterThan(kills / 2)
  }, 240_000)

  it('is killed two hundred times in all', () => {
    expect(killedWorks.reduce((sum, work) => sum + work.kills, 0)).toBeGreaterThanOrEqual(200)
  })
})
