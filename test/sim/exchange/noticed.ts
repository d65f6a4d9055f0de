/** For faults that are planted: what the runs say of them. */
import type { Plants } from './party.ts'
import { runOf } from './run.ts'
import type { Template } from './template.ts'
import { Broken } from './world.ts'

/** By then a planted fault must have shown. */
const MOST_SEEDS = 100

/** By the first seed that notices. */
export async function noticed(template: Template, plants: Plants = {}): Promise<Broken> {
  for (let seed = 1; seed <= MOST_SEEDS; seed++) {
    const failure = await runOf(seed, template, plants).then(() => null, (error: unknown) => error)
    if (failure instanceof Broken) return failure
    if (failure !== null) throw failure
  }
  throw new Error(`${MOST_SEEDS} seeds noticed nothing`)
}
