/** Many signatures at once, on two processors where there is enough to gain from it. Each is checked in full; only where is a matter of speed. */
import { Worker } from 'node:worker_threads'
import { equalBytes } from '../../../shared/base/bytes.ts'
import type { SignatureCheck, VerifyAhead } from '../../../shared/base/ports.ts'
import { verifier } from './signature.ts'
import { packLot, type PackedLot } from './verifyLot.ts'

/** Below this, starting a thread costs more than it saves. */
const LEAST_ASIDE = 1500
const LOT = 250

export const verifyAhead: VerifyAhead = async (label, checks, signal) => {
  const verdicts = await verdictsOf(label, checks, signal)
  const known = new Map(checks.map((check, at) => [check.signature, { ...check, good: verdicts[at] === true }]))
  return (key, asked, message, signature) => {
    const check = asked === label ? known.get(signature) : undefined
    return check !== undefined && check.message === message && equalBytes(check.key, key) ? check.good : verifier(key, asked, message, signature)
  }
}

async function verdictsOf(label: string, checks: readonly SignatureCheck[], signal: AbortSignal): Promise<boolean[]> {
  const verdicts: boolean[] = []
  const waiting = Array.from({ length: Math.ceil(checks.length / LOT) }, (_, at) => at * LOT)
  const keep = (start: number, good: Uint8Array): void => {
    for (const [at, one] of good.entries()) verdicts[start + at] = one === 1
  }
  const packed = (start: number): PackedLot => packLot(label, checks.slice(start, start + LOT))
  const helper = checks.length < LEAST_ASIDE ? null : openHelper()
  try {
    const helped = helper === null ? null : helpWith(waiting, async (start) => keep(start, await helper.verify(packed(start))))
    const here = (): Promise<void> => checkHere(waiting, (start) => keep(start, verdictsHere(label, checks.slice(start, start + LOT))), signal)
    await here()
    await helped
    // What a thread that failed had taken is waiting again.
    await here()
    return verdicts
  } finally {
    await helper?.close()
  }
}

function verdictsHere(label: string, checks: readonly SignatureCheck[]): Uint8Array {
  return Uint8Array.from(checks, ({ key, message, signature }) => (verifier(key, label, message, signature) ? 1 : 0))
}

/** From the front, letting other calls in between two lots. */
async function checkHere(waiting: number[], check: (start: number) => void, signal: AbortSignal): Promise<void> {
  for (let start = waiting.shift(); start !== undefined; start = waiting.shift()) {
    signal.throwIfAborted()
    check(start)
    await new Promise<void>((resume) => setImmediate(resume))
  }
}

/** From the back. Never rejects: a lot that the thread did not finish waits again. */
async function helpWith(waiting: number[], verify: (start: number) => Promise<void>): Promise<void> {
  for (let start = waiting.pop(); start !== undefined; start = waiting.pop()) {
    try {
      await verify(start)
    } catch {
      waiting.push(start)
      return
    }
  }
}

interface Helper {
  verify(lot: PackedLot): Promise<Uint8Array>
  close(): Promise<unknown>
}

function openHelper(): Helper {
  const worker = new Worker(workerUrl(), { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 } })
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the verifying thread has ended')))
  })
  failed.catch(() => undefined)
  return {
    verify(lot) {
      const answer = new Promise<Uint8Array>((resolve) => worker.once('message', resolve))
      worker.postMessage(lot, [lot.bytes.buffer])
      return Promise.race([answer, failed])
    },
    close: () => worker.terminate(),
  }
}

/** From source the worker is a `.ts` file beside this one; the build puts `verifyWorker.js` beside its bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './verifyWorker.ts' : './verifyWorker.js', import.meta.url)
}
