/** What the pure rooms need from the machine, passed in so that a test can hold the clock, the dice and the keys. */
import type { Hash } from './identifiers.ts'
import type { Brand } from './brand.ts'

/** Milliseconds since 1970-01-01T00:00:00Z, as the machine claims. */
export type Clock = () => number

/** `count` unpredictable bytes. */
export type Random = (count: number) => Uint8Array

/** BLAKE2b-256 without a key, as lower-case hexadecimal. */
export type Hasher = (bytes: Uint8Array) => Hash

/** BLAKE2b-256 of a long stream whose parts are hashed while the caller does other work. */
export interface HashingAside {
  /** Hashes shared memory where it lies, which costs less than handing it over and back: until the answer it may be read and not written. */
  update(part: Uint8Array<SharedArrayBuffer>): Promise<void>
  digest(): Promise<Hash>
  /** Always, at the end, whatever happened. */
  close(): Promise<void>
}

export type SigningPublicKey = Brand<Uint8Array, 'SigningPublicKey'>
export type SealingPublicKey = Brand<Uint8Array, 'SealingPublicKey'>

/** Signs `label || message` with this installation's Ed25519 key (RFC 8032); 64 bytes. */
export type Signer = (label: string, message: Uint8Array) => Uint8Array

/** A signature that somebody will ask about. */
export interface SignatureCheck {
  readonly key: SigningPublicKey
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

/** True only for a canonical Ed25519 signature (RFC 8032) over `label || message`. */
export type Verifier = (key: SigningPublicKey, label: string, message: Uint8Array, signature: Uint8Array) => boolean

/**
 * Checks many signatures under one label at once, and gives a verifier that remembers what it found: it answers so only for the very bytes
 * in the very arrays that were checked, and checks anything else when it is asked.
 */
export type VerifyAhead = (label: string, checks: readonly SignatureCheck[], signal: AbortSignal) => Promise<Verifier>
