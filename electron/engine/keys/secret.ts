/** What a person has to open a vault with, and the octets that Argon2id is given of it. FORMAT.md in this folder. */
import { utf8 } from '../../../shared/base/bytes.ts'
import { deriveKey } from './hash.ts'
import { wipe } from './wipe.ts'

export type SecretKind = 'passphrase' | 'passphrase-and-file' | 'recovery-code'

export type VaultSecret =
  /** `keyFileHash`: BLAKE2b-256 of the whole key file; null where the person has none. */
  | { readonly kind: 'passphrase'; readonly passphrase: string; readonly keyFileHash: Uint8Array | null }
  /** `code`: the 20 bytes that the printed code stands for. */
  | { readonly kind: 'recovery-code'; readonly code: Uint8Array }

const KEY_FILE_LABEL = 'chancery/vault/v1/key-file\0'

/** First byte of a slot; zero is a slot not in use. */
export const KIND_BYTES: Readonly<Record<SecretKind, number>> = { 'passphrase': 1, 'passphrase-and-file': 2, 'recovery-code': 3 }
const KINDS: readonly (SecretKind | null)[] = [null, 'passphrase', 'passphrase-and-file', 'recovery-code']

export function passphraseSecret(passphrase: string, keyFileHash: Uint8Array | null = null): VaultSecret {
  return { kind: 'passphrase', passphrase, keyFileHash }
}

export function recoverySecret(code: Uint8Array): VaultSecret {
  return { kind: 'recovery-code', code }
}

/** Null for zero and for a byte that this version does not know; only the first of them goes with a sound slot. */
export function kindOfByte(byte: number): SecretKind | null {
  return KINDS[byte] ?? null
}

export function kindOfSecret(secret: VaultSecret): SecretKind {
  if (secret.kind === 'recovery-code') return 'recovery-code'
  return secret.keyFileHash === null ? 'passphrase' : 'passphrase-and-file'
}

/** A buffer of its own, for the caller to wipe. NFKC, so that the same words typed on another keyboard give the same key. */
export function passwordOf(secret: VaultSecret, kind: SecretKind): Uint8Array {
  if (secret.kind === 'recovery-code') return Uint8Array.from(secret.code)
  const typed = utf8(secret.passphrase.normalize('NFKC'))
  if (kind !== 'passphrase-and-file') return typed
  if (secret.keyFileHash === null) throw new Error('a slot that needs a key file was tried without one')
  try {
    return deriveKey(secret.keyFileHash, KEY_FILE_LABEL, typed)
  } finally {
    wipe(typed)
  }
}

/** Once it has served. A passphrase is a string, which JavaScript cannot overwrite: it is gone with the process that locking ends. */
export function forgetSecret(secret: VaultSecret): void {
  if (secret.kind === 'recovery-code') wipe(secret.code)
  else if (secret.keyFileHash !== null) wipe(secret.keyFileHash)
}
