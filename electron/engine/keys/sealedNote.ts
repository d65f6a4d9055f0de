/** A short note that this vault leaves for itself outside the database: nobody else can read it, write one, or change it. */
import { concat, utf8 } from '../../../shared/base/bytes.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { sodium } from './sodium.ts'

const NONCE_BYTES = 24
const TAG_BYTES = 16

/** `nonce (24) || XChaCha20-Poly1305`, the label as associated data: a note of one kind is none of another. */
export function sealNote(key: Uint8Array, label: string, note: Uint8Array, random: Random): Uint8Array {
  const nonce = random(NONCE_BYTES)
  return concat(nonce, sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(note, utf8(label), null, nonce, key))
}

/** Null for anything that was not sealed with this key under this label. */
export function openNote(key: Uint8Array, label: string, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.subarray(NONCE_BYTES), utf8(label), sealed.subarray(0, NONCE_BYTES), key)
  } catch {
    return null
  }
}
