/** BLAKE2b-256 of a long stream, beside the cipher instead of after it: on another processor where there is enough to gain from it. */
import { Worker } from 'node:worker_threads'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { newHashing } from './hash.ts'
import type { FromHashWorker, ToHashWorker } from './hashWorker.ts'

/** Below this, starting a thread costs more than hashing. */
const LEAST_ASIDE_BYTES = 8 * 1024 * 1024

export function hashingAside(expectedBytes: number): HashingAside {
  return expectedBytes < LEAST_ASIDE_BYTES ? hashingHere() : hashingInWorker()
}

function hashingHere(): HashingAside {
  const hashing = newHashing()
  return {
    async update(part, length) {
      hashing.update(part.subarray(0, length))
      return part
    },
    digest: async () => hashing.digest(),
    close: async () => undefined,
  }
}

interface Waiting {
  settle(answer: FromHashWorker): void
  fail(fault: Error): void
}

function hashingInWorker(): HashingAside {
  const worker = new Worker(workerUrl(), { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 } })
  const waiting: Waiting[] = []
  let broken: Error | null = null
  const fail = (fault: Error): void => {
    broken ??= fault
    for (const one of waiting.splice(0)) one.fail(fault)
  }
  // Answers come in the order of the questions.
  worker.on('message', (answer: FromHashWorker) => waiting.shift()?.settle(answer))
  worker.on('error', (fault) => fail(fault instanceof Error ? fault : new Error('the hashing thread failed')))
  worker.on('exit', () => fail(new Error('the hashing thread has ended')))
  const send = (message: ToHashWorker, transfer: readonly ArrayBuffer[]): Promise<FromHashWorker> => new Promise((settle, reject) => {
    if (broken !== null) return reject(broken)
    waiting.push({ settle, fail: reject })
    worker.postMessage(message, transfer)
  })
  return {
    async update(part, length) {
      const answer = await send({ part, length }, [part.buffer])
      if (!('part' in answer)) throw new Error('the hashing thread answered out of order')
      return answer.part
    },
    async digest() {
      const answer = await send(null, [])
      if (!('hash' in answer)) throw new Error('the hashing thread answered out of order')
      return answer.hash
    },
    async close() {
      await worker.terminate()
    },
  }
}

/** From source the worker is a `.ts` file beside this one; the build puts `hashWorker.js` beside its bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './hashWorker.ts' : './hashWorker.js', import.meta.url)
}
