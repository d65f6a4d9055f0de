/** `npm run sim -- [--seeds N] [--from N] [--seed N]`: many runs, or one again with everything that happened in it. */
import { parseArgs } from 'node:util'
import { runOf } from './run.ts'
import { Broken } from './world.ts'
import { makeTemplate } from './template.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' }, seed: { type: 'string' } } })
const template = await makeTemplate()

async function replay(seed: number): Promise<void> {
  const { trace, stateHash } = await runOf(seed, template)
  for (const line of trace) console.log(line)
  console.log(`all five see ${stateHash}`)
}

async function runMany(from: number, count: number): Promise<void> {
  const totals = { cuts: 0, imports: 0, refusals: 0, undone: 0 }
  let last = performance.now()
  for (let seed = from; seed < from + count; seed++) {
    const { cuts, imports, refusals, undone } = await runOf(seed, template)
    totals.cuts += cuts
    totals.imports += imports
    totals.refusals += refusals
    totals.undone += undone
    if (performance.now() - last < 10_000) continue
    last = performance.now()
    console.log(`seed ${seed}`)
  }
  console.log(`${count} runs from seed ${from}: ${totals.imports} imports, ${totals.refusals} refusals, ${totals.undone} undone, ${totals.cuts} power cuts; every law held`)
}

try {
  await (values.seed === undefined ? runMany(Number(values.from), Number(values.seeds)) : replay(Number(values.seed)))
} catch (error) {
  console.error(error instanceof Broken ? error.message : error)
  process.exitCode = 1
}
