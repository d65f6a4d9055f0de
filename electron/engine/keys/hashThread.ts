/**
 * One thread for all hashes that are taken at the same time. A second one would only take turns with the cipher on a machine of two
 * processors, and two hashes together still take less than the cipher. It starts when it is first needed and stays: its start costs as much
 * as hashing fifty megabytes, and whoever looks at a large file imports it next. Idle, it does not keep the process.
 */
import { Worker } from 'node:worker_threads'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import type { Hashing } from '../../../shared/bundle/ports.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import { newHashing } from './hash.ts'
import type { FromHashWorker, ToHashWorker } from './hashWorker.ts'

/** A thread that has not begun by then is given up, and what waits for it is hashed here: its start was seen to hang. */
const MOST_START_MS = 3000

interface Waiting {
  settle(answer: FromHashWorker): void
  fail(fault: Error): void
}

export interface HashThread {
  /** Whether it has begun. */
  readonly begun: Promise<boolean>
  ask(message: ToHashWorker, transfer: readonly ArrayBuffer[]): Promise<FromHashWorker>
  /** A name for a new stream; until it is given up the process waits for this thread. */
  begin(): number
  giveUp(): void
}

let running: HashThread | null = null

export function hashingInThread(): HashingAside {
  // Whoever asks after it has failed gets another.
  return hashingOn((running ??= threadOn(startWorker(), MOST_START_MS, () => { running = null })))
}

export function hashingOn(thread: HashThread): HashingAside {
  const stream = thread.begin()
  let open = true
  let ended = false
  let here: Hashing | null = null
  /** Null where the thread does it. */
  const local = async (): Promise<Hashing | null> => ((await thread.begun) ? null : (here ??= newHashing()))
  const ask = async (message: ToHashWorker, transfer: readonly ArrayBuffer[] = []): Promise<FromHashWorker> => {
    if (!open) throw new Error('this hash is closed')
    return thread.ask(message, transfer)
  }
  return {
    async update(part, length) {
      const hashing = await local()
      if (hashing !== null) {
        hashing.update(part.subarray(0, length))
        return part
      }
      const answer = await ask({ stream, part, length }, [part.buffer])
      if (!('part' in answer)) throw outOfOrder()
      return answer.part
    },
    async look(part) {
      const hashing = await local()
      if (hashing !== null) return hashing.update(part)
      const answer = await ask({ stream, part, length: part.length })
      if (!('looked' in answer)) throw outOfOrder()
    },
    async digest(): Promise<Hash> {
      ended = true
      const hashing = await local()
      if (hashing !== null) return hashing.digest()
      const answer = await ask({ stream, part: null })
      if (!('hash' in answer)) throw outOfOrder()
      return answer.hash
    },
    async close() {
      if (!open) return
      // Its end frees what the thread holds of it.
      if (!ended) void unheard(thread.ask({ stream, part: null }, []))
      open = false
      thread.giveUp()
    },
  }
}

function startWorker(): Worker {
  return new Worker(workerUrl(), { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 } })
}

/** `failed` is told once, when the thread can no longer be used. */
export function threadOn(worker: Worker, mostStartMs: number, failed: () => void): HashThread {
  const waiting: Waiting[] = []
  let broken: Error | null = null
  const { promise: begun, resolve: begin } = Promise.withResolvers<boolean>()
  const late = setTimeout(() => {
    fail(new Error('the hashing thread did not begin'))
    void worker.terminate()
  }, mostStartMs)
  void begun.then(() => clearTimeout(late))
  let named = 0
  let users = 0
  const fail = (fault: Error): void => {
    if (broken === null) failed()
    broken ??= fault
    begin(false)
    for (const one of waiting.splice(0)) one.fail(fault)
  }
  // Answers come in the order of the questions.
  worker.on('message', (answer: FromHashWorker) => ('begun' in answer ? begin(true) : waiting.shift()?.settle(answer)))
  worker.on('error', (fault) => fail(fault instanceof Error ? fault : new Error('the hashing thread failed')))
  worker.on('exit', () => fail(new Error('the hashing thread has ended')))
  return {
    begun,
    ask: (message, transfer) => new Promise((settle, reject) => {
      if (broken !== null) return reject(broken)
      waiting.push({ settle, fail: reject })
      worker.postMessage(message, transfer)
    }),
    begin() {
      users++
      worker.ref()
      return ++named
    },
    giveUp() {
      if (--users === 0) worker.unref()
    },
  }
}

function outOfOrder(): Error {
  return new Error('the hashing thread answered out of order')
}

/** From source the worker is a `.ts` file beside this one; the build puts `hashWorker.js` beside its bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './hashWorker.ts' : './hashWorker.js', import.meta.url)
}
