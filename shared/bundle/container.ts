/** The outer layout of a bundle: PRE || STANZA*n || MAC || STREAM-HEADER || CHUNK*. FORMAT.md section 3. */
import { concat, equalBytes, u32 } from '../base/bytes.ts'
import { ok, type Result } from '../base/result.ts'
import { fault, type BundleFault } from './fault.ts'
import { BUNDLE_LIMITS } from './limits.ts'
import { isPadme } from './padding.ts'

/** A byte that is not ASCII, then CHBUN, then a line end that a text-mode transfer would spoil. */
export const BUNDLE_MAGIC: Uint8Array = Uint8Array.of(0x89, 0x43, 0x48, 0x42, 0x55, 0x4e, 0x0d, 0x0a)
/** X-Wing | BLAKE2b | XChaCha20-Poly1305 | secretstream | Ed25519. No other is accepted, none is negotiated. */
export const SUITE = 0x01

export const SIZES = {
  preamble: 45, salt: 32, kemCiphertext: 1120, wrappedKey: 48, stanza: 1168, mac: 32, streamHeader: 24,
  chunk: 65_536, chunkOverhead: 17, signature: 64, manifestLength: 4,
} as const

export interface Preamble {
  readonly bytes: Uint8Array
  readonly stanzas: number
}

export interface Stanza {
  /** X-Wing ciphertext. */
  readonly ciphertext: Uint8Array
  /** The file key, wrapped. */
  readonly wrapped: Uint8Array
}

/** Everything before the first chunk, taken apart. */
export interface BundleHead {
  readonly preamble: Uint8Array
  readonly stanzas: readonly Stanza[]
  /** PRE || STANZA*n: what the MAC covers. */
  readonly header: Uint8Array
  readonly mac: Uint8Array
  readonly streamHeader: Uint8Array
}

export function encodePreamble(salt: Uint8Array, stanzas: number): Uint8Array {
  return concat(BUNDLE_MAGIC, Uint8Array.of(SUITE), salt, u32(stanzas))
}

/** The first 45 bytes of the file, or fewer where it has no more. */
export function parsePreamble(bytes: Uint8Array): Result<Preamble, BundleFault> {
  const magic = bytes.subarray(0, BUNDLE_MAGIC.length)
  if (!equalBytes(magic, BUNDLE_MAGIC.subarray(0, magic.length)) || magic.length === 0) return fault('container', 'not-a-bundle')
  if (bytes.length > BUNDLE_MAGIC.length && bytes[BUNDLE_MAGIC.length] !== SUITE) return fault('container', 'bundle-newer')
  if (bytes.length < SIZES.preamble) return fault('container', 'bundle-cut')
  const preamble = bytes.subarray(0, SIZES.preamble)
  const stanzas = new DataView(preamble.buffer, preamble.byteOffset).getUint32(SIZES.preamble - 4)
  if (stanzas > BUNDLE_LIMITS.stanzas) return fault('limit', 'bundle-malformed')
  if (stanzas === 0 || stanzas % 4 !== 0) return fault('container', 'bundle-malformed')
  return ok({ bytes: preamble, stanzas })
}

/** Bytes before the first chunk. */
export function headSize(stanzas: number): number {
  return SIZES.preamble + stanzas * SIZES.stanza + SIZES.mac + SIZES.streamHeader
}

export function parseHead(preamble: Preamble, bytes: Uint8Array): Result<BundleHead, BundleFault> {
  if (bytes.length !== headSize(preamble.stanzas)) return fault('container', 'bundle-cut')
  const macAt = SIZES.preamble + preamble.stanzas * SIZES.stanza
  const stanzas = Array.from({ length: preamble.stanzas }, (_, at) => stanzaAt(bytes, SIZES.preamble + at * SIZES.stanza))
  return ok({
    preamble: preamble.bytes, stanzas, header: bytes.subarray(0, macAt), mac: bytes.subarray(macAt, macAt + SIZES.mac),
    streamHeader: bytes.subarray(macAt + SIZES.mac),
  })
}

function stanzaAt(bytes: Uint8Array, start: number): Stanza {
  const middle = start + SIZES.kemCiphertext
  return { ciphertext: bytes.subarray(start, middle), wrapped: bytes.subarray(middle, start + SIZES.stanza) }
}

/** Size of the sealed chunks of a payload of this many bytes. */
export function sealedSize(payloadBytes: number): number {
  return payloadBytes + Math.ceil(payloadBytes / SIZES.chunk) * SIZES.chunkOverhead
}

/**
 * Size of the payload within sealed chunks of this many bytes in all. Only sizes that the padding can give are possible, so that
 * nearly every cut shows here already.
 */
export function payloadSize(sealedBytes: number): Result<number, BundleFault> {
  const chunks = Math.ceil(sealedBytes / (SIZES.chunk + SIZES.chunkOverhead))
  const bytes = sealedBytes - chunks * SIZES.chunkOverhead
  const least = SIZES.signature + SIZES.manifestLength
  return bytes > least && sealedSize(bytes) === sealedBytes && isPadme(bytes) ? ok(bytes) : fault('container', 'bundle-cut')
}
