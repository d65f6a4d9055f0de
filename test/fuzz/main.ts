/**
 * `npm run fuzz -- [--seconds N] [--seed N] [--target NAME] [--replay FILE]`: throws changed inputs at the doors and keeps those that reach
 * something new. A throw, an answer that takes too long, or memory that grows beyond bounds is a failure, and its input is kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { diceOf } from '../sim/exchange/dice.ts'
import { createCoverage } from './coverage.ts'
import { instrumentDoor } from './instrument.ts'
import type { Target } from './targets.ts'

const FAILURES = join(import.meta.dirname, '../../test-results/fuzz')
/** One input; a machine that is busy with other things takes longer than one that is not. */
const MOST_MS = 5000
const MOST_GROWTH_BYTES = 600 * 1024 * 1024
const ROUND_MS = 250

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' }, target: { type: 'string' }, replay: { type: 'string' } } })
const instrument = instrumentDoor()
const { TARGETS } = await import('./targets.ts')
const coverage = createCoverage(instrument)
const dice = diceOf(Number(values.seed))

interface Field {
  readonly target: Target
  readonly corpus: Uint8Array[]
  readonly answers: Map<string, number>
  runs: number
}

/** Throws what the door throws, and where it breaks a bound. */
async function runOnce({ target, answers }: Field, input: Uint8Array): Promise<number> {
  coverage.begin()
  const started = performance.now()
  const answer = await target.run(input)
  if (performance.now() - started > MOST_MS) throw new Error('it took too long')
  answers.set(answer, (answers.get(answer) ?? 0) + 1)
  return coverage.news()
}

async function attempt(field: Field, input: Uint8Array): Promise<void> {
  field.runs++
  try {
    if ((await runOnce(field, input)) > 0) field.corpus.push(input)
    if (process.memoryUsage.rss() - startBytes > MOST_GROWTH_BYTES) throw new Error('the memory has grown beyond bounds')
  } catch (error) {
    mkdirSync(FAILURES, { recursive: true })
    const path = join(FAILURES, `${field.target.name}-${field.runs}.bin`)
    writeFileSync(path, input)
    console.log(`FAILED ${field.target.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nreplay: npm run fuzz -- --target ${field.target.name} --replay ${path}`)
    throw error
  }
}

async function round(field: Field): Promise<void> {
  const until = performance.now() + ROUND_MS
  while (performance.now() < until) await attempt(field, field.target.mutate(pick(field.corpus), pick(field.corpus), dice))
}

/** What was found last is looked at most. */
function pick(corpus: readonly Uint8Array[]): Uint8Array {
  const last = corpus.length - 1
  return corpus[dice.percent(50) ? Math.max(0, last - dice.below(Math.min(32, corpus.length))) : dice.below(corpus.length)] ?? new Uint8Array(0)
}

function tell(fields: readonly Field[], seconds: number): void {
  const { places, of } = coverage.seen()
  console.log(`${seconds.toFixed(0)} s: ${places} of ${of} places; ${fields.map(({ target, runs, corpus }) => `${target.name} ${runs} runs, ${corpus.length} kept`).join('; ')}`)
}

async function fuzz(seconds: number): Promise<void> {
  const fields: Field[] = TARGETS.filter(({ name }) => values.target === undefined || name === values.target).map((target) => ({ target, corpus: [], answers: new Map(), runs: 0 }))
  const started = performance.now()
  const elapsed = (): number => (performance.now() - started) / 1000
  for (const field of fields) for (const seed of field.target.seeds) await attempt(field, seed)
  for (const field of fields) if (field.corpus.length === 0) field.corpus.push(...field.target.seeds)
  tell(fields, elapsed())
  let told = elapsed()
  while (elapsed() < seconds) {
    for (const field of fields) await round(field)
    if (elapsed() - told < 10) continue
    told = elapsed()
    tell(fields, told)
  }
  tell(fields, elapsed())
  for (const { target, answers } of fields) console.log(`${target.name}: ${[...answers].toSorted(([, a], [, b]) => b - a).map(([answer, count]) => `${answer} ${count}`).join(', ')}`)
}

async function replay(file: string): Promise<void> {
  const target = TARGETS.find(({ name }) => name === (values.target ?? basename(file).replace(/-\d+\.bin$/, '')))
  if (target === undefined) throw new Error('which target?')
  console.log(`${target.name}: ${await target.run(new Uint8Array(readFileSync(file)))}`)
}

const startBytes = process.memoryUsage.rss()
try {
  await (values.replay === undefined ? fuzz(Number(values.seconds)) : replay(values.replay))
} catch (error) {
  if (values.replay !== undefined) console.error(error)
  process.exitCode = 1
}
