import { isDeepStrictEqual } from 'node:util'
import { decode } from 'cborg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, fromHex, hex } from '../../../shared/base/bytes.ts'
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

/** The same by another way: a general decoder, and encoding anew what it gave. */
function readTheLongWay(bytes: Uint8Array): CborValue | undefined {
  try {
    const value: CborValue = decode(bytes, { strict: true, allowIndefinite: false, allowUndefined: false, allowBigInt: false, rejectDuplicateMapKeys: true })
    return depthOf(value) <= 24 && hex(encodeCbor(value)) === hex(bytes) ? value : undefined
  } catch {
    return undefined
  }
}

function depthOf(value: CborValue): number {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return 0
  return Object.values(value).reduce<number>((deepest, one) => Math.max(deepest, 1 + depthOf(one ?? null)), 0)
}

/** Bytes that are almost an encoding: one cut, changed, doubled or put in. */
const almost = fc.tuple(arbitrary, fc.nat(), fc.nat(255), fc.constantFrom('change', 'cut', 'insert', 'double')).map(([value, where, byte, how]) => {
  const bytes = encodeCbor(value)
  const at = where % bytes.length
  const [before, here, after] = [bytes.subarray(0, at), bytes.subarray(at, at + 1), bytes.subarray(at + 1)]
  switch (how) {
    case 'change': return concat(before, Uint8Array.of(byte), after)
    case 'cut': return concat(before, after)
    case 'insert': return concat(before, Uint8Array.of(byte), here, after)
    default: return concat(before, here, here, after)
  }
})

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

  it('reads and refuses as a general decoder does whose values are encoded anew', () => {
    const apart = (bytes: Uint8Array): boolean => {
      const decoded = decodeCbor(bytes)
      return !isDeepStrictEqual(decoded.ok ? decoded.value : undefined, readTheLongWay(bytes))
    }
    fc.assert(fc.property(almost, (bytes) => !apart(bytes)), { seed: 3, numRuns: 5000 })
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => !apart(bytes)), { seed: 4, numRuns: 5000 })
    // The first byte of a value says the most, and the second where its length ends.
    const odd: string[] = []
    for (let first = 0; first < 256; first++) {
      for (const second of [0, 1, 0x17, 0x18, 0x61, 0x7f, 0x80, 0xff]) {
        for (const rest of [[], [0], [0x61], [0xff, 0xff], [0, 0, 0, 1, 0]]) {
          const bytes = Uint8Array.of(first, second, ...rest)
          if (apart(bytes)) odd.push(hex(bytes))
        }
      }
    }
    expect(odd).toEqual([])
  })

  it.each([
    ['a long text', { text: 'Close the lockgate before the water rises. '.repeat(200), other: 'short' }],
    ['letters of every length in bytes', { é: ['a', 'é', '€', '𐍈', 'a€𐍈é'.repeat(30)] }],
    ['bytes beside long names', { [`${'n'.repeat(40)}`]: new Uint8Array(300).fill(0xc3), [`${'m'.repeat(40)}`]: 'm'.repeat(80) }],
    ['a text that begins with the mark of byte order', ['\uFEFFfirst', '\uFEFF']],
    ['names that objects have of themselves', JSON.parse('{"__proto__":{"a":1},"constructor":2,"toString":null}')],
    ['the greatest numbers', [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 23, 24, 255, 256, 65535, 65536, 2 ** 32 - 1, 2 ** 32, -24, -25, -256, -257]],
  ])('gives back %s', (_, value: CborValue) => {
    const decoded = decodeCbor(encodeCbor(value))
    expect(decoded).toEqual({ ok: true, value })
    expect(decoded.ok && Object.getPrototypeOf(decoded.value)).toBe(Object.getPrototypeOf(value))
  })

  it('reads bytes from the middle of others, and keeps none of them', () => {
    const inner = encodeCbor({ bytes: Uint8Array.of(1, 2, 3), text: 'x'.repeat(40) })
    const around = concat(Uint8Array.of(9, 9), inner, Uint8Array.of(9))
    const decoded = decodeCbor(around.subarray(2, 2 + inner.length))
    around.fill(0)
    expect(decoded).toEqual({ ok: true, value: { bytes: Uint8Array.of(1, 2, 3), text: 'x'.repeat(40) } })
  })

  it('refuses to encode what it could not read back', () => {
    expect(() => encodeCbor(1.5)).toThrow()
    expect(() => encodeCbor(2 ** 53)).toThrow()
  })
})
