/** Many signatures at once, on two processors where there is enough to gain from it. Each is checked in full; only where is a matter of speed. */
import { equalBytes } from '../../../shared/base/bytes.ts'
import type { SignatureCheck, VerifyAhead } from '../../../shared/base/ports.ts'
import { startThread, threadFile, type Thread } from '../threads/thread.ts'
import { verifier } from './signature.ts'
import { packLot, type PackedLot } from './verifyLot.ts'

/** Below this, starting a thread costs more than it saves. */
const LEAST_ASIDE = 1500
const LOT = 250

export type VerifyingThread = Thread<PackedLot, Uint8Array<ArrayBuffer>>

export const verifyAhead: VerifyAhead = (label, checks, signal) => verifyWith(checks.length < LEAST_ASIDE ? null : startHelper(), label, checks, signal)

/** Ends the helper, where there is one. */
export async function verifyWith(helper: VerifyingThread | null, ...[label, checks, signal]: Parameters<VerifyAhead>): ReturnType<VerifyAhead> {
  const verdicts = await verdictsOf(helper, label, checks, signal)
  const known = new Map(checks.map((check, at) => [check.signature, { ...check, good: verdicts[at] === true }]))
  return (key, asked, message, signature) => {
    const check = asked === label ? known.get(signature) : undefined
    return check !== undefined && check.message === message && equalBytes(check.key, key) ? check.good : verifier(key, asked, message, signature)
  }
}

async function verdictsOf(helper: VerifyingThread | null, label: string, checks: readonly SignatureCheck[], signal: AbortSignal): Promise<boolean[]> {
  const verdicts: boolean[] = []
  const waiting = Array.from({ length: Math.ceil(checks.length / LOT) }, (_, at) => at * LOT)
  const keep = (start: number, good: Uint8Array): void => {
    for (const [at, one] of good.entries()) verdicts[start + at] = one === 1
  }
  const packed = (start: number): PackedLot => packLot(label, checks.slice(start, start + LOT))
  let begun = false
  const help = async (thread: VerifyingThread): Promise<void> => {
    begun = await thread.begun
    if (begun) await helpWith(waiting, async (start) => keep(start, await askOf(thread, packed(start))))
  }
  try {
    const helped = helper === null ? null : help(helper)
    const here = (): Promise<void> => checkHere(waiting, (start) => keep(start, verdictsHere(label, checks.slice(start, start + LOT))), signal)
    await here()
    // One that has not begun by now has nothing of ours, and is not waited for.
    if (begun) await helped
    // What a thread that failed had taken is waiting again.
    await here()
    return verdicts
  } finally {
    await helper?.end()
  }
}

function askOf(thread: VerifyingThread, lot: PackedLot): Promise<Uint8Array> {
  return thread.ask(lot, [lot.bytes.buffer])
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

function startHelper(): VerifyingThread {
  return startThread(threadFile(import.meta.url, 'verifyWorker'), { oldMb: 64, youngMb: 16 })
}
