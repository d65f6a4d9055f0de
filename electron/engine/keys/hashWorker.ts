/** Runs in a thread that holds no keys: hashes the streams that it is handed, part by part, and hands each buffer back. */
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { Hashing } from '../../../shared/bundle/ports.ts'
import { serve, type Reply } from '../threads/serve.ts'
import { newHashing } from './hash.ts'
import { ready } from './sodium.ts'

/** The next part of a stream, handed over or shared, or its end. */
export type HashQuestion =
  | { readonly stream: number; readonly part: Uint8Array<ArrayBuffer> | Uint8Array<SharedArrayBuffer>; readonly length: number }
  | { readonly stream: number; readonly part: null }
/** The part again, to be filled anew, where it was handed over; or the hash of all. */
export type HashAnswer = { readonly part: Uint8Array<ArrayBuffer> } | { readonly looked: true } | { readonly hash: Hash }

await ready()
/** From their first part to their end. */
const open = new Map<number, Hashing>()
serve<HashQuestion, HashAnswer>(hash)

function hash(question: HashQuestion): Reply<HashAnswer> {
  const hashing = open.get(question.stream) ?? newHashing()
  if (question.part === null) {
    open.delete(question.stream)
    return { answer: { hash: hashing.digest() } }
  }
  open.set(question.stream, hashing)
  hashing.update(question.part.subarray(0, question.length))
  return isOwn(question.part) ? { answer: { part: question.part }, transfer: [question.part.buffer] } : { answer: { looked: true } }
}

function isOwn(part: Uint8Array): part is Uint8Array<ArrayBuffer> {
  return part.buffer instanceof ArrayBuffer
}
