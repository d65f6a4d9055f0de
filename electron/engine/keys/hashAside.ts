/** BLAKE2b-256 of a long stream, beside the cipher instead of after it: on another processor where there is enough to gain from it. */
import type { HashingAside } from '../../../shared/base/ports.ts'
import { newHashing } from './hash.ts'
import { hashingInThread } from './hashThread.ts'

/** Below this, starting a thread costs more than hashing. */
const LEAST_ASIDE_BYTES = 8 * 1024 * 1024

export function hashingAside(expectedBytes: number): HashingAside {
  return expectedBytes < LEAST_ASIDE_BYTES ? hashingHere() : hashingInThread()
}

function hashingHere(): HashingAside {
  const hashing = newHashing()
  return {
    update: async (part) => hashing.update(part),
    digest: async () => hashing.digest(),
    close: async () => undefined,
  }
}
