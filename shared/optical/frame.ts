/** One frame of an optical transfer: the text of one QR code. Each says all that is needed to place it. FORMAT.md section 2. */
import { concat, fromHex, hex, u32, utf8 } from '../base/bytes.ts'
import type { Hash } from '../base/identifiers.ts'
import type { Hasher } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import { decodeBase45, encodeBase45 } from './base45.ts'

export const KINDS = ['bundle', 'card'] as const
export type OpticalKind = (typeof KINDS)[number]

export const OPTICAL_LIMITS = { fileBytes: 100 * 1024, leastBlockBytes: 64, blockBytes: 2048, frames: 1 << 20 } as const

const CHECK_LABEL = utf8('chancery/optical/v1/frame\0')
const MAGIC = Uint8Array.of(0x43, 0x51, 0x01)
const CHECK_BYTES = 8
const HEAD_BYTES = MAGIC.length + 1 + 32 + 4 + 2 + 4

/** What a transfer carries: the same in every frame of it. */
export interface OpticalSession {
  readonly kind: OpticalKind
  /** BLAKE2b-256 of the file: names the transfer, and is checked at its end. */
  readonly hash: Hash
  readonly sizeBytes: number
  readonly blockBytes: number
}

export interface OpticalFrame extends OpticalSession {
  /** Below the number of blocks: that block itself. From there on: the sum of several, by this number. */
  readonly index: number
  readonly block: Uint8Array
}

export type FrameFault = 'not-a-frame' | 'frame-altered' | 'frame-newer' | 'frame-beyond-limits'

export function blockCount({ sizeBytes, blockBytes }: Pick<OpticalSession, 'sizeBytes' | 'blockBytes'>): number {
  return Math.ceil(sizeBytes / blockBytes)
}

export function encodeFrame(frame: OpticalFrame, hash: Hasher): string {
  const { kind, sizeBytes, blockBytes, index, block } = frame
  const body = concat(MAGIC, Uint8Array.of(KINDS.indexOf(kind)), fromHex(frame.hash), u32(sizeBytes), u32(blockBytes).subarray(2), u32(index), block)
  return encodeBase45(concat(body, checkOf(body, hash)))
}

/** Everything is bounded before anything is kept. */
export function parseFrame(text: string, hash: Hasher): Result<OpticalFrame, FrameFault> {
  if (text.length > Math.ceil((HEAD_BYTES + OPTICAL_LIMITS.blockBytes + CHECK_BYTES) * 1.5)) return err('not-a-frame')
  const bytes = decodeBase45(text)
  if (!bytes.ok || bytes.value.length < HEAD_BYTES + CHECK_BYTES) return err('not-a-frame')
  const body = bytes.value.subarray(0, -CHECK_BYTES)
  if (body[0] !== MAGIC[0] || body[1] !== MAGIC[1]) return err('not-a-frame')
  if (body[2] !== MAGIC[2]) return err('frame-newer')
  if (hex(bytes.value.subarray(-CHECK_BYTES)) !== hex(checkOf(body, hash))) return err('frame-altered')
  return readBody(body)
}

function readBody(body: Uint8Array): Result<OpticalFrame, FrameFault> {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength)
  const kind = KINDS[view.getUint8(3)]
  const [sizeBytes, blockBytes, index] = [view.getUint32(36), view.getUint16(40), view.getUint32(42)]
  const block = body.slice(HEAD_BYTES)
  if (kind === undefined) return err('frame-newer')
  const within = sizeBytes >= 1 && sizeBytes <= OPTICAL_LIMITS.fileBytes && blockBytes >= OPTICAL_LIMITS.leastBlockBytes
    && blockBytes <= OPTICAL_LIMITS.blockBytes && index < OPTICAL_LIMITS.frames && block.length === blockBytes
  const digits: string = hex(body.subarray(4, 36))
  return within ? ok({ kind, hash: digits as Hash, sizeBytes, blockBytes, index, block }) : err('frame-beyond-limits')
}

function checkOf(body: Uint8Array, hash: Hasher): Uint8Array {
  return fromHex(hash(concat(CHECK_LABEL, body))).subarray(0, CHECK_BYTES)
}
