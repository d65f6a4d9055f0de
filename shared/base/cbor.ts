/**
 * Deterministic CBOR (RFC 8949 section 4.2.1), the only binary encoding of Chancery.
 * Allowed: unsigned and negative integers up to 2^53 - 1, byte strings, NFC text, arrays, maps with text keys, booleans, null.
 * Refused: floats, tags, indefinite lengths, duplicate keys, other simple values, any encoding but the shortest.
 */
import { decode, encode, rfc8949EncodeOptions } from 'cborg'
import { equalBytes } from './bytes.ts'
import { err, ok, type Result } from './result.ts'

export type CborValue = number | boolean | null | string | Uint8Array | readonly CborValue[] | { readonly [key: string]: CborValue | undefined }

export type CborFault = 'not-cbor' | 'not-deterministic' | 'too-deep' | 'not-nfc' | 'not-allowed'

const MAX_DEPTH = 24

/** Keys whose value is `undefined` are left out, so that optional fields need no branch at every caller. */
export function encodeCbor(value: CborValue): Uint8Array {
  return encode(present(value), { ...rfc8949EncodeOptions, float64: true })
}

export function decodeCbor(bytes: Uint8Array): Result<CborValue, CborFault> {
  let value: unknown
  try {
    value = decode(bytes, {
      strict: true, allowIndefinite: false, allowUndefined: false, allowInfinity: false, allowNaN: false,
      allowBigInt: false, rejectDuplicateMapKeys: true,
    })
  } catch {
    return err('not-cbor')
  }
  const fault = faultIn(value, 0)
  if (fault) return err(fault)
  const checked = value as CborValue
  return equalBytes(encodeCbor(checked), bytes) ? ok(checked) : err('not-deterministic')
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

function faultIn(value: unknown, depth: number): CborFault | null {
  if (depth > MAX_DEPTH) return 'too-deep'
  if (value === null || typeof value === 'boolean' || value instanceof Uint8Array) return null
  if (typeof value === 'number') return Number.isSafeInteger(value) ? null : 'not-allowed'
  if (typeof value === 'string') return value === value.normalize('NFC') ? null : 'not-nfc'
  if (Array.isArray(value)) return firstFault(value, depth)
  if (typeof value !== 'object') return 'not-allowed'
  return firstFault([...Object.keys(value), ...Object.values(value)], depth)
}

function firstFault(values: readonly unknown[], depth: number): CborFault | null {
  for (const value of values) {
    const fault = faultIn(value, depth + 1)
    if (fault) return fault
  }
  return null
}
