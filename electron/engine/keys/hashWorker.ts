/** Runs in a worker thread that holds no keys: hashes what it is handed, part by part, and hands each buffer back. */
import { parentPort } from 'node:worker_threads'
import type { Hash } from '../../../shared/base/identifiers.ts'
import { newHashing } from './hash.ts'
import { ready } from './sodium.ts'

/** A part to hash, or the end. */
export type ToHashWorker = { readonly part: Uint8Array<ArrayBuffer>; readonly length: number } | null
/** The part again, to be filled anew, or the hash of all. */
export type FromHashWorker = { readonly part: Uint8Array<ArrayBuffer> } | { readonly hash: Hash }

await ready()
const hashing = newHashing()
parentPort?.on('message', (message: ToHashWorker) => {
  if (message === null) {
    parentPort?.postMessage({ hash: hashing.digest() } satisfies FromHashWorker)
    return
  }
  hashing.update(message.part.subarray(0, message.length))
  parentPort?.postMessage({ part: message.part } satisfies FromHashWorker, [message.part.buffer])
})
