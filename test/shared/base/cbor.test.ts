import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHex, hex } from '../../../shared/base/bytes.ts'
import { decodeCbor, encodeCbor, type CborValue } from '../../../shared/base/cbor.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => value.normalize('NFC'))
const { value: arbitrary } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.maxSafeInteger(), fc.boolean(), fc.constant(null), text, fc.uint8Array({ maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))

describe('deterministic CBOR', () => {
  it('gives back what was encoded', () => {
    fc.assert(fc.property(arbitrary, (value) => {
      const decoded = decodeCbor(encodeCbor(value))
      expect(decoded).toEqual({ ok: true, value })
    }), { seed: 1, numRuns: 300 })
  })

  it('encodes a map in one way only, whatever the order of its keys', () => {
    expect(hex(encodeCbor({ b: 1, a: 2, aa: 3 }))).toBe(hex(encodeCbor({ aa: 3, a: 2, b: 1 })))
    // RFC 8949 section 4.2.1: bytewise order of the encoded keys, so "b" stands before "aa".
    expect(hex(encodeCbor({ aa: 3, b: 1 }))).toBe('a26162016261610' + '3')
  })

  it('leaves out keys without a value', () => {
    expect(encodeCbor({ a: 1, b: undefined })).toEqual(encodeCbor({ a: 1 }))
  })

  it.each([
    ['an integer that is not in its shortest form', '1801'],
    ['map keys out of order', 'a2616201616102'],
    ['a text that is not NFC', '6365cc81'],
    ['a float', 'f93c00'],
    ['a double', 'fb3ff0000000000000'],
    ['an indefinite-length array', '9f01ff'],
    ['an indefinite-length text', '7f6161ff'],
    ['a tag', 'c100'],
    ['undefined', 'f7'],
    ['a duplicate key', 'a2616101616102'],
    ['an integer over 2^53 - 1', '1b0020000000000000'],
    ['a key that is not text', 'a10101'],
    ['bytes after the end', '0000'],
    ['nothing at all', ''],
    ['a cut array', '8201'],
    ['invalid UTF-8', '61ff'],
  ])('refuses %s', (_, encoded) => {
    expect(decodeCbor(fromHex(encoded)).ok).toBe(false)
  })

  it('refuses nesting that is deeper than any of our formats needs', () => {
    expect(decodeCbor(fromHex('81'.repeat(10_000) + '00')).ok).toBe(false)
  })

  it('never throws on bytes from outside', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const decoded = decodeCbor(bytes)
      if (decoded.ok) expect(encodeCbor(decoded.value)).toEqual(bytes)
    }), { seed: 2, numRuns: 2000 })
  })

  it('refuses to encode what it could not read back', () => {
    expect(() => encodeCbor(1.5)).toThrow()
    expect(() => encodeCbor(2 ** 53)).toThrow()
  })
})
