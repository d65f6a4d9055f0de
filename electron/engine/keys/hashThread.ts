/**
 * One thread for all hashes that are taken at the same time: it lives from the first to the last of them. A second one would only take
 * turns with the cipher on a machine of two processors, and two hashes together still take less than the cipher.
 */
import { Worker } from 'node:worker_threads'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import type { FromHashWorker, ToHashWorker } from './hashWorker.ts'

interface Waiting {
  settle(answer: FromHashWorker): void
  fail(fault: Error): void
}

interface HashThread {
  ask(message: ToHashWorker, transfer: readonly ArrayBuffer[]): Promise<FromHashWorker>
  end(): Promise<unknown>
  /** Hashes that are open. */
  users: number
  /** The last name that was given to one. */
  named: number
}

let running: HashThread | null = null

export function hashingInThread(): HashingAside {
  const thread = (running ??= startThread())
  const stream = ++thread.named
  thread.users++
  let closed = false
  return {
    async update(part, length) {
      const answer = await thread.ask({ stream, part, length }, [part.buffer])
      if (!('part' in answer)) throw outOfOrder()
      return answer.part
    },
    async look(part) {
      const answer = await thread.ask({ stream, part, length: part.length }, [])
      if (!('looked' in answer)) throw outOfOrder()
    },
    async digest(): Promise<Hash> {
      const answer = await thread.ask({ stream, part: null }, [])
      if (!('hash' in answer)) throw outOfOrder()
      return answer.hash
    },
    async close() {
      if (closed) return
      closed = true
      if (--thread.users > 0) return
      if (running === thread) running = null
      await thread.end()
    },
  }
}

function startThread(): HashThread {
  const worker = new Worker(workerUrl(), { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 } })
  const waiting: Waiting[] = []
  let broken: Error | null = null
  const fail = (fault: Error): void => {
    broken ??= fault
    // Whoever asks next gets another thread.
    if (running === thread) running = null
    for (const one of waiting.splice(0)) one.fail(fault)
  }
  // Answers come in the order of the questions.
  worker.on('message', (answer: FromHashWorker) => waiting.shift()?.settle(answer))
  worker.on('error', (fault) => fail(fault instanceof Error ? fault : new Error('the hashing thread failed')))
  worker.on('exit', () => fail(new Error('the hashing thread has ended')))
  const thread: HashThread = {
    users: 0,
    named: 0,
    ask: (message, transfer) => new Promise((settle, reject) => {
      if (broken !== null) return reject(broken)
      waiting.push({ settle, fail: reject })
      worker.postMessage(message, transfer)
    }),
    end: () => worker.terminate(),
  }
  return thread
}

function outOfOrder(): Error {
  return new Error('the hashing thread answered out of order')
}

/** From source the worker is a `.ts` file beside this one; the build puts `hashWorker.js` beside its bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './hashWorker.ts' : './hashWorker.js', import.meta.url)
}
