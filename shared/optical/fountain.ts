/**
 * A systematic random linear code over GF(2): first the blocks as they are, then sums of about half of them, as many as wanted. Any set
 * of frames whose sums are independent gives the file, in any order; on average two more than there are blocks are enough. FORMAT.md section 3.
 */
import { concat, fromHex, u32, utf8 } from '../base/bytes.ts'
import type { Hasher } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import { blockCount, encodeFrame, type OpticalFrame, type OpticalKind, type OpticalSession } from './frame.ts'

const MASK_LABEL = utf8('chancery/optical/v1/mask\0')

/** For a file of at most OPTICAL_LIMITS.fileBytes; the text of any of its frames. */
export interface Fountain extends OpticalSession {
  readonly blocks: number
  frame(index: number): string
}

export function createFountain(kind: OpticalKind, file: Uint8Array, blockBytes: number, hash: Hasher): Fountain {
  const session: OpticalSession = { kind, hash: hash(file), sizeBytes: file.length, blockBytes }
  const blocks = blockCount(session)
  const padded = new Uint8Array(blocks * blockBytes)
  padded.set(file)
  return {
    ...session, blocks,
    frame(index) {
      const sum = new Uint8Array(blockBytes)
      for (const at of membersOf(maskOf(index, blocks, hash))) addInto(sum, padded.subarray(at * blockBytes, (at + 1) * blockBytes))
      return encodeFrame({ ...session, index, block: sum }, hash)
    },
  }
}

export type Added = 'new' | 'known' | 'other-transfer'

/** Frames of one transfer as they come in. */
export interface Collector {
  readonly session: OpticalSession
  readonly blocks: number
  /** How many independent frames are there: the file is whole at `blocks`. */
  readonly found: number
  add(frame: OpticalFrame): Added
  /** Null as long as frames are lacking; `file-altered` where what they give is not the file that they name. */
  file(): Result<Uint8Array, 'file-altered'> | null
}

interface Row {
  readonly mask: Uint8Array
  readonly block: Uint8Array
}

/** Begins with the transfer to which `first` belongs. */
export function createCollector(first: OpticalFrame, hash: Hasher): Collector {
  const { kind, hash: name, sizeBytes, blockBytes } = first
  const session: OpticalSession = { kind, hash: name, sizeBytes, blockBytes }
  const blocks = blockCount(session)
  /** By its leading block: every row has none of the leading blocks of rows before it. */
  const rows = new Map<number, Row>()
  return {
    session, blocks,
    get found() {
      return rows.size
    },
    add(frame) {
      const same = frame.kind === kind && frame.hash === name && frame.sizeBytes === sizeBytes && frame.blockBytes === blockBytes
      if (!same) return 'other-transfer'
      if (rows.size === blocks) return 'known'
      return reduceInto(rows, { mask: maskOf(frame.index, blocks, hash), block: frame.block.slice() }) ? 'new' : 'known'
    },
    file() {
      if (rows.size < blocks) return null
      const file = solved(rows, blocks, blockBytes).subarray(0, sizeBytes)
      return hash(file) === name ? ok(file) : err('file-altered')
    },
  }
}

/** Takes out of a row what is known; keeps it if something is left. */
function reduceInto(rows: Map<number, Row>, row: Row): boolean {
  for (let lead = leadOf(row.mask); lead >= 0; lead = leadOf(row.mask)) {
    const known = rows.get(lead)
    if (known === undefined) {
      rows.set(lead, row)
      return true
    }
    addInto(row.mask, known.mask)
    addInto(row.block, known.block)
  }
  return false
}

/** From the last block to the first: each row then holds one block only. */
function solved(rows: ReadonlyMap<number, Row>, blocks: number, blockBytes: number): Uint8Array {
  const file = new Uint8Array(blocks * blockBytes)
  for (let at = blocks - 1; at >= 0; at--) {
    const row = rows.get(at)
    if (row === undefined) throw new Error('a row is missing where as many are there as there are blocks')
    const block = row.block.slice()
    for (const other of membersOf(row.mask)) if (other !== at) addInto(block, file.subarray(other * blockBytes, (other + 1) * blockBytes))
    file.set(block, at * blockBytes)
  }
  return file
}

/** One bit for each block, the first the highest of the first byte. */
function maskOf(index: number, blocks: number, hash: Hasher): Uint8Array {
  const mask = new Uint8Array(Math.ceil(blocks / 8))
  if (index < blocks) {
    mask[index >> 3] = 0x80 >> (index & 7)
    return mask
  }
  const parts = Array.from({ length: Math.ceil(mask.length / 32) }, (_, part) => fromHex(hash(concat(MASK_LABEL, u32(index), u32(part)))))
  mask.set(concat(...parts).subarray(0, mask.length))
  const spare = mask.length * 8 - blocks
  mask[mask.length - 1] = (mask.at(-1) ?? 0) & (0xff << spare)
  return mask
}

function membersOf(mask: Uint8Array): number[] {
  const members: number[] = []
  for (const [byteAt, byte] of mask.entries()) for (let bit = 0; bit < 8; bit++) if ((byte & (0x80 >> bit)) !== 0) members.push(byteAt * 8 + bit)
  return members
}

function leadOf(mask: Uint8Array): number {
  const byteAt = mask.findIndex((byte) => byte !== 0)
  return byteAt < 0 ? -1 : byteAt * 8 + Math.clz32(mask[byteAt] ?? 0) - 24
}

function addInto(sum: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (other[at] ?? 0)
}
