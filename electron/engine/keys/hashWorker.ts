/** Runs in a thread that holds no keys: hashes the streams that it is shown, part by part. */
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { Hashing } from '../../../shared/bundle/ports.ts'
import { serve, type Reply } from '../threads/serve.ts'
import { newHashing } from './hash.ts'
import { ready } from './sodium.ts'

/** The next part of a stream, in shared memory, or its end. */
export type HashQuestion = { readonly stream: number; readonly part: Uint8Array<SharedArrayBuffer> | null }
export type HashAnswer = { readonly taken: true } | { readonly hash: Hash }

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
  hashing.update(question.part)
  return { answer: { taken: true } }
}
