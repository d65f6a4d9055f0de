/** `npm run sim -- [--seeds N] [--from N] [--seed N]`: many runs, or one again with everything that happened in it. */
import { parseArgs } from 'node:util'
import { temporaryRoot } from '../../../build/temporary.ts'
import { runOf } from './run.ts'
import { makeTemplate } from './template.ts'
import { Broken, COUNTED, noCounts } from './world.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1000' }, from: { type: 'string', default: '1' }, seed: { type: 'string' } } })
// By hand as in `npm test`, which has a folder of its own: the stick and the machines lie in memory.
process.env['TMPDIR'] ??= temporaryRoot()
const template = await makeTemplate()

const NAMES: Readonly<Record<(typeof COUNTED)[number], string>> = {
  imports: 'imports', attachments: 'attachments', refusals: 'refusals', undone: 'undone', suspensions: 'suspensions', removals: 'removals', cuts: 'power cuts',
}

async function replay(seed: number): Promise<void> {
  const { trace, stateHash } = await runOf(seed, template)
  for (const line of trace) console.log(line)
  console.log(`all see ${stateHash}`)
}

async function runMany(from: number, count: number): Promise<void> {
  const totals = noCounts()
  let last = performance.now()
  for (let seed = from; seed < from + count; seed++) {
    const run = await runOf(seed, template)
    for (const name of COUNTED) totals[name] += run[name]
    if (performance.now() - last < 10_000) continue
    last = performance.now()
    console.log(`seed ${seed}`)
  }
  console.log(`${count} runs from seed ${from}: ${COUNTED.map((name) => `${totals[name]} ${NAMES[name]}`).join(', ')}; every law held`)
}

try {
  await (values.seed === undefined ? runMany(Number(values.from), Number(values.seeds)) : replay(Number(values.seed)))
} catch (error) {
  console.error(error instanceof Broken ? error.message : error)
  process.exitCode = 1
}
