/** BLAKE2b (RFC 7693) in the three forms that the formats use. */
import { concat, hex, lengthPrefixed, utf8 } from '../../../shared/base/bytes.ts'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { Hasher } from '../../../shared/base/ports.ts'
import type { Hashing } from '../../../shared/bundle/ports.ts'
import { sodium } from './sodium.ts'
import { wipe } from './wipe.ts'

export const hasher: Hasher = (bytes) => hex(sodium.crypto_generichash(32, bytes, null)) as Hash

export function hash512(bytes: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(64, bytes, null)
}

/** 32 bytes under a key: authentication codes and derived keys. */
export function keyedHash(key: Uint8Array, message: Uint8Array): Uint8Array {
  return sodium.crypto_generichash(32, message, key)
}

/** H256(key, label || lp(context)): one key per purpose, one purpose per key. */
export function deriveKey(key: Uint8Array, label: string, context: Uint8Array = new Uint8Array(0)): Uint8Array {
  const framed = lengthPrefixed(context)
  const message = concat(utf8(label), framed)
  try {
    return keyedHash(key, message)
  } finally {
    // The context may be what a person typed.
    wipe(framed)
    wipe(message)
  }
}

/** For files that are too large to hold at once. */
export function newHashing(): Hashing {
  const state = sodium.crypto_generichash_init(null, 32)
  return {
    update: (part) => sodium.crypto_generichash_update(state, part),
    digest: () => hex(sodium.crypto_generichash_final(state, 32)) as Hash,
  }
}
