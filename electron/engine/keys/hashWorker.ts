/** Runs in a worker thread that holds no keys: hashes the streams that it is handed, part by part, and hands each buffer back. */
import { parentPort } from 'node:worker_threads'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { Hashing } from '../../../shared/bundle/ports.ts'
import { newHashing } from './hash.ts'
import { ready } from './sodium.ts'

/** The next part of a stream, handed over or shared, or its end. */
export type ToHashWorker =
  | { readonly stream: number; readonly part: Uint8Array<ArrayBuffer> | Uint8Array<SharedArrayBuffer>; readonly length: number }
  | { readonly stream: number; readonly part: null }
/** First that it has begun; then the part again, to be filled anew, where it was handed over; or the hash of all. */
export type FromHashWorker = { readonly begun: true } | { readonly part: Uint8Array<ArrayBuffer> } | { readonly looked: true } | { readonly hash: Hash }

await ready()
/** From their first part to their end. */
const open = new Map<number, Hashing>()
const answer = (message: FromHashWorker, transfer: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer)
parentPort?.on('message', (message: ToHashWorker) => {
  const hashing = open.get(message.stream) ?? newHashing()
  if (message.part === null) {
    open.delete(message.stream)
    return answer({ hash: hashing.digest() })
  }
  open.set(message.stream, hashing)
  hashing.update(message.part.subarray(0, message.length))
  if (isOwn(message.part)) answer({ part: message.part }, [message.part.buffer])
  else answer({ looked: true })
})
answer({ begun: true })

function isOwn(part: Uint8Array): part is Uint8Array<ArrayBuffer> {
  return part.buffer instanceof ArrayBuffer
}
