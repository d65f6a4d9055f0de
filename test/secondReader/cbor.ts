/** Deterministic CBOR, read by hand as log/FORMAT.md section 1 has it: whatever is not the one encoding of a permitted value is refused. */

export type Cbor = number | boolean | null | string | Uint8Array | readonly Cbor[] | ReadonlyMap<string, Cbor>

/** Why a bundle is refused, in words. */
export class Refused extends Error {}

const MAX_DEPTH = 24

export function readCbor(bytes: Uint8Array): Cbor {
  const cursor = { at: 0 }
  const value = readValue(bytes, cursor, 0)
  if (cursor.at !== bytes.length) throw new Refused('CBOR: bytes after the value')
  return value
}

interface Cursor {
  at: number
}

function readValue(bytes: Uint8Array, cursor: Cursor, depth: number): Cbor {
  if (depth > MAX_DEPTH) throw new Refused('CBOR: too deep')
  const first = byteAt(bytes, cursor)
  const major = first >> 5
  if (major === 7) return simple(first)
  if (major === 6) throw new Refused('CBOR: a tag')
  const argument = readArgument(bytes, cursor, first & 31)
  switch (major) {
    case 0: return argument
    case 1: {
      if (argument >= Number.MAX_SAFE_INTEGER) throw new Refused('CBOR: a number too small')
      return -1 - argument
    }
    case 2: return take(bytes, cursor, argument)
    case 3: return textOf(take(bytes, cursor, argument))
    case 4: return listOf(argument, bytes, cursor, depth)
    default: return mapOf(argument, bytes, cursor, depth)
  }
}

function simple(first: number): boolean | null {
  switch (first) {
    case 0xf4: return false
    case 0xf5: return true
    case 0xf6: return null
    default: throw new Refused('CBOR: a float or another simple value')
  }
}

/** Shortest form only. */
function readArgument(bytes: Uint8Array, cursor: Cursor, short: number): number {
  if (short < 24) return short
  if (short > 27) throw new Refused('CBOR: an unknown length')
  const size = 2 ** (short - 24)
  let value = 0
  for (const byte of take(bytes, cursor, size)) value = value * 256 + byte
  const least = size === 1 ? 24 : 2 ** (4 * size)
  if (value < least || value > Number.MAX_SAFE_INTEGER) throw new Refused('CBOR: a number not in its shortest form, or too large')
  return value
}

function byteAt(bytes: Uint8Array, cursor: Cursor): number {
  const byte = bytes[cursor.at++]
  if (byte === undefined) throw new Refused('CBOR: cut off')
  return byte
}

function take(bytes: Uint8Array, cursor: Cursor, count: number): Uint8Array {
  if (count > bytes.length - cursor.at) throw new Refused('CBOR: cut off')
  cursor.at += count
  return bytes.slice(cursor.at - count, cursor.at)
}

function textOf(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refused('CBOR: not UTF-8')
  }
  if (text !== text.normalize('NFC')) throw new Refused('CBOR: not NFC')
  return text
}

function listOf(count: number, bytes: Uint8Array, cursor: Cursor, depth: number): Cbor[] {
  const list: Cbor[] = []
  for (let at = 0; at < count; at++) list.push(readValue(bytes, cursor, depth + 1))
  return list
}

/** Keys are text, strictly ascending by their encoded bytes: so none is there twice. */
function mapOf(count: number, bytes: Uint8Array, cursor: Cursor, depth: number): Map<string, Cbor> {
  const map = new Map<string, Cbor>()
  let before: Uint8Array | null = null
  for (let at = 0; at < count; at++) {
    const start = cursor.at
    const key = readValue(bytes, cursor, depth + 1)
    const encoded = bytes.subarray(start, cursor.at)
    if (typeof key !== 'string') throw new Refused('CBOR: a key that is not text')
    if (before !== null && Buffer.compare(before, encoded) >= 0) throw new Refused('CBOR: keys out of order')
    before = encoded
    map.set(key, readValue(bytes, cursor, depth + 1))
  }
  return map
}
