/** A small picture of at most four colours as a PNG (RFC 2083): two bits for each point, and not compressed, so that it needs no library. */
import { crc32 } from '../base/crc32.ts'

export interface PalettePicture {
  readonly width: number
  readonly height: number
  /** Red, green, blue; at most four. */
  readonly palette: readonly (readonly [number, number, number])[]
  /** Which colour, row by row from the top left. */
  readonly points: Uint8Array
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const BITS = 2
const POINTS_PER_BYTE = 8 / BITS
const INDEXED = 3
/** What a stored block of DEFLATE (RFC 1951) may hold. */
const MOST_STORED = 0xffff

export function encodePalettePng({ width, height, palette, points }: PalettePicture): Uint8Array {
  const header = [...uint32(width), ...uint32(height), BITS, INDEXED, 0, 0, 0]
  return Uint8Array.from([...SIGNATURE, ...chunk('IHDR', header), ...chunk('PLTE', palette.flat()), ...chunk('IDAT', stored(rows(points, width, height))), ...chunk('IEND', [])])
}

function chunk(type: string, content: readonly number[]): number[] {
  const named = [...Array.from(type, (letter) => letter.charCodeAt(0)), ...content]
  return [...uint32(content.length), ...named, ...uint32(crc32(Uint8Array.from(named)))]
}

/** Each row begins with the number of its filter: none. */
function rows(points: Uint8Array, width: number, height: number): number[] {
  return Array.from({ length: height }, (_, y) => [0, ...packed(points.subarray(y * width, (y + 1) * width))]).flat()
}

function packed(row: Uint8Array): number[] {
  return Array.from({ length: Math.ceil(row.length / POINTS_PER_BYTE) }, (_, at) => (
    Array.from({ length: POINTS_PER_BYTE }, (__, part) => row[at * POINTS_PER_BYTE + part] ?? 0).reduce((byte, point) => (byte << BITS) | point, 0)
  ))
}

/** The envelope of RFC 1950 about blocks that are stored as they are. */
function stored(content: readonly number[]): number[] {
  const blocks = Array.from({ length: Math.ceil(content.length / MOST_STORED) }, (_, at) => {
    const block = content.slice(at * MOST_STORED, (at + 1) * MOST_STORED)
    const last = (at + 1) * MOST_STORED >= content.length
    return [Number(last), ...uint16(block.length), ...uint16(~block.length & 0xffff), ...block]
  })
  return [0x78, 0x01, ...blocks.flat(), ...uint32(adler32(content))]
}

function adler32(content: readonly number[]): number {
  const MODULUS = 65_521
  let [a, b] = [1, 0]
  for (const byte of content) {
    a = (a + byte) % MODULUS
    b = (b + a) % MODULUS
  }
  return ((b << 16) | a) >>> 0
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]
}

/** DEFLATE writes the lower byte first. */
function uint16(value: number): number[] {
  return [value & 0xff, value >>> 8]
}
