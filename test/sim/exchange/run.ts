/**
 * One run from one seed. Five machines say things, attach files, write bundles, look at them, import them, and undo imports; the roster changes, members are
 * suspended, and now and then one is removed; the stick loses, doubles, cuts, spoils, swaps and brings back old files; a member forges; any
 * machine loses its power between any two steps. Then the stick heals, everybody sends what others lack, and it must hold that all who still
 * take part see the same, that nothing that was acknowledged is lost, that nothing unsigned came in, that contents are given out byte for byte, and that of a member that was heard no
 * more just what the roster names counts.
 */
import { begin, heal } from './healing.ts'
import { examineOne, judgeAll } from './judge.ts'
import type { Plants } from './party.ts'
import { step } from './step.ts'
import type { Template } from './template.ts'
import { Broken, createWorld, type Counts } from './world.ts'

const STEPS = 24

export interface Run extends Readonly<Counts> {
  readonly seed: number
  /** What happened, line by line. */
  readonly trace: readonly string[]
  /** The state that all ended with. */
  readonly stateHash: string
}

export async function runOf(seed: number, template: Template, plants: Plants = {}): Promise<Run> {
  const world = createWorld(seed, template, plants)
  try {
    await begin(world)
    for (let left = STEPS; left > 0; left--) await step(world)
    await heal(world)
    await examineOne(world)
    return { seed, trace: world.trace, ...world.counts, stateHash: await judgeAll(world) }
  } catch (error) {
    if (error instanceof Broken) throw error
    throw world.broken(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    world.end()
  }
}
