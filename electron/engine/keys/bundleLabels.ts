/** Labels and derivations of suite 0x01 that both sides of a bundle share. bundle/FORMAT.md section 3. */
import { concat, utf8 } from '../../../shared/base/bytes.ts'
import type { SealingPublicKey } from '../../../shared/base/ports.ts'
import { deriveKey, hash512, keyedHash } from './hash.ts'
import { sodium } from './sodium.ts'

const label = (name: string): string => `chancery/bundle/v1/${name}\0`

/** Each wrapping key is used once, so its nonce may stand still. */
export const WRAP_NONCE: Uint8Array = new Uint8Array(24)

/** Binds the shared secret to this file, this recipient and this ciphertext. */
export function wrappingKey(sharedSecret: Uint8Array, preamble: Uint8Array, recipient: SealingPublicKey, ciphertext: Uint8Array): Uint8Array {
  return deriveKey(sharedSecret, label('wrap'), concat(preamble, sealingKeyFingerprint(recipient), ciphertext))
}

/** Commits to the file key: a header that two different file keys open cannot be made. */
export function headerMac(fileKey: Uint8Array, header: Uint8Array): Uint8Array {
  const key = deriveKey(fileKey, label('mac'))
  try {
    return keyedHash(key, concat(utf8(label('hdr')), header))
  } finally {
    sodium.memzero(key)
  }
}

export function headerHashOf(header: Uint8Array, mac: Uint8Array): Uint8Array {
  return hash512(concat(header, mac))
}

export function payloadKey(fileKey: Uint8Array, headerHash: Uint8Array): Uint8Array {
  return deriveKey(fileKey, label('payload'), headerHash)
}

export function signedMessage(headerHash: Uint8Array, manifest: Uint8Array): Uint8Array {
  return concat(headerHash, hash512(manifest))
}

function sealingKeyFingerprint(key: SealingPublicKey): Uint8Array {
  return sodium.crypto_generichash(32, concat(utf8(label('pk')), key), null)
}
