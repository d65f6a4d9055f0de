/** kill -9 at random moments: a child works and reports each step that the engine has acknowledged; it is killed, and what it left is inspected. */
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { build } from 'vite'
import { seededRandom } from '../fakes/seededRandom.ts'
import { ALL_DONE, type Ground, type KilledWork } from './killedWork.ts'

export interface KillReport {
  readonly kills: number
  readonly acknowledged: number
  /** `writing, kill 17: what is wrong` */
  readonly faults: readonly string[]
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

export interface Executioner {
  /** `root` is an empty folder of the caller's. */
  killNine(work: KilledWork, root: string, seed: number): Promise<KillReport>
  remove(): void
}

const PROJECT = join(import.meta.dirname, '../..')
const RESULTS = join(PROJECT, 'test-results')
/** Until the first step is acknowledged: about what opening takes. */
const OPENING_MS = 25

/** Two hundred processes are started: their code is put into one file first, which halves what a start costs. */
export async function makeExecutioner(): Promise<Executioner> {
  mkdirSync(RESULTS, { recursive: true })
  const folder = mkdtempSync(join(RESULTS, 'killed-'))
  const entry = join(import.meta.dirname, 'killedChild.ts')
  await build({ root: PROJECT, configFile: false, logLevel: 'error', build: { ssr: entry, outDir: folder, target: 'node24', rolldownOptions: { output: { entryFileNames: 'child.mjs', codeSplitting: false } } } })
  const start = (name: string): Child => spawn(process.execPath, [join(folder, 'child.mjs'), name], {
    stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') },
  })
  return { killNine: (work, root, seed) => killNine(work, root, seed, () => start(work.name)), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function killNine(work: KilledWork, root: string, seed: number, start: () => Child): Promise<KillReport> {
  const dice = seededRandom(seed)
  const faults: string[] = []
  let acknowledgedInAll = 0
  let waiting = start()
  try {
    for (let kill = 0, ground: Ground | null = null, acknowledged: string[] = []; kill < work.kills; kill++) {
      if (ground === null || kill % work.lives === 0) {
        ground = await work.prepare(join(root, `ground-${kill}`))
        acknowledged = []
      }
      const child = waiting
      // The next one starts while this one works.
      waiting = start()
      const reported = await workAndDie(child, { ground, seed: seed + kill }, fraction(dice) * work.mostSteps)
      acknowledged.push(...reported)
      acknowledgedInAll += reported.length
      faults.push(...(await inspected(work, ground, acknowledged)).map((fault) => `${work.name}, kill ${kill}: ${fault}`))
    }
  } finally {
    waiting.kill('SIGKILL')
  }
  return { kills: work.kills, acknowledged: acknowledgedInAll, faults }
}

async function inspected(work: KilledWork, ground: Ground, acknowledged: readonly string[]): Promise<string[]> {
  try {
    return await work.inspect(ground, acknowledged)
  } catch (error) {
    return [`does not open: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** The lines that it reported. `moment` is counted in steps: 3.25 is a quarter of a step after the third was acknowledged. */
function workAndDie(child: Child, task: object, moment: number): Promise<string[]> {
  const [beganMs, lastStep] = [performance.now(), Math.floor(moment)]
  let [reported, complaint, condemned] = ['', '', false]
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()))
  child.stdout.on('data', (part: Buffer) => {
    reported += part.toString()
    const steps = linesOf(reported).length
    if (condemned || (steps < lastStep && !reported.endsWith(`\n${ALL_DONE}\n`))) return
    condemned = true
    const stepMs = steps <= 0 ? OPENING_MS : (performance.now() - beganMs) / steps
    setTimeout(() => child.kill('SIGKILL'), (moment - lastStep) * stepMs)
  })
  child.stdin.end(JSON.stringify(task))
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      // It never ends by itself: whatever but the kill ended it is a fault of the harness or of the product.
      if (signal === 'SIGKILL') resolve(linesOf(reported))
      else reject(new Error(`the child ended with ${code}: ${complaint}`))
    })
  })
}

/** The steps that were acknowledged. Half a line was not, and the first says only that it has begun. */
function linesOf(reported: string): string[] {
  return reported.split('\n').slice(1, -1).filter((line) => line !== ALL_DONE)
}

function fraction(dice: (count: number) => Uint8Array): number {
  const [high = 0, low = 0] = dice(2)
  return (high * 256 + low) / 65_536
}
