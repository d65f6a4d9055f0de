/**
 * Deterministic CBOR (RFC 8949 section 4.2.1), the only binary encoding of Chancery.
 * Allowed: unsigned and negative integers up to 2^53 - 1, byte strings, NFC text, arrays, maps with text keys, booleans, null.
 * Refused: floats, tags, indefinite lengths, duplicate keys, other simple values, any encoding but the shortest.
 */
import { encode, rfc8949EncodeOptions } from 'cborg'
import type { CborValue } from './cborReader.ts'

export { decodeCbor, type CborFault, type CborValue } from './cborReader.ts'

/** Keys whose value is `undefined` are left out, so that optional fields need no branch at every caller. */
export function encodeCbor(value: CborValue): Uint8Array {
  return encode(present(value), { ...rfc8949EncodeOptions, float64: true })
}

function present(value: CborValue): CborValue {
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return admissible(value)
  if (Array.isArray(value)) return value.map(present)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key.normalize('NFC'), present(item as CborValue)]))
}

function admissible(value: CborValue): CborValue {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Error('only safe integers are encoded')
  return typeof value === 'string' ? value.normalize('NFC') : value
}
