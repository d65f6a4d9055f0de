/** What sealing and opening need of the keys. Implemented in electron/engine/keys, passed in. */
import type { Hash } from '../base/identifiers.ts'
import type { SealingPublicKey } from '../base/ports.ts'
import type { Result } from '../base/result.ts'
import type { BundleHead } from './container.ts'
import type { BundleFault } from './fault.ts'

/** BLAKE2b-256 of bytes that come in parts. */
export interface Hashing {
  update(part: Uint8Array): void
  /** Ends it. */
  digest(): Hash
}

export interface BundleSealing {
  /** HDR || MAC || STREAM-HEADER: the start of the file. */
  readonly head: Uint8Array
  /** hh || H512(M): what the sender signs under SIGNATURE_LABEL. */
  signedMessage(manifest: Uint8Array): Uint8Array
  /** Chunks in order, 64 KiB each but the last. */
  seal(chunk: Uint8Array, last: boolean): Uint8Array
}

export interface BundleSealer {
  /** One bundle. Throws on no recipients or more than 256. */
  begin(recipients: readonly SealingPublicKey[]): BundleSealing
}

export interface BundleOpening {
  signedMessage(manifest: Uint8Array): Uint8Array
  open(chunk: Uint8Array, last: boolean): Result<Uint8Array, BundleFault>
}

export interface BundleOpener {
  /** Tries every own key against every stanza, then the MAC. */
  begin(head: BundleHead): Result<BundleOpening, BundleFault>
}

/** Label of the sender's signature. */
export const SIGNATURE_LABEL = 'chancery/bundle/v1/sig\0'
/** Of `signedMessage`, what comes first: hh, which binds the signature to one file. */
export const HEADER_HASH_BYTES = 64
