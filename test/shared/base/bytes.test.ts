import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareBytes, concat, equalBytes, fromHex, fromUtf8, giveBack, hex, lengthPrefixed, u32, utf8 } from '../../../shared/base/bytes.ts'

const bytes = fc.uint8Array({ maxLength: 40 })

describe('bytes', () => {
  it('give their memory back once, and never that of others', () => {
    const own = Uint8Array.of(1, 2, 3)
    giveBack(own)
    giveBack(own)
    expect(own.buffer.byteLength).toBe(0)
    const shared = Uint8Array.of(1, 2, 3)
    giveBack(shared.subarray(1))
    expect(shared).toEqual(Uint8Array.of(1, 2, 3))
  })

  it('hexadecimal round-trips and refuses anything else', () => {
    fc.assert(fc.property(bytes, (value) => {
      expect(fromHex(hex(value))).toEqual(value)
    }), { seed: 1, numRuns: 100 })
    for (const wrong of ['0', 'AB', 'zz', '0x00', ' 00']) expect(() => fromHex(wrong)).toThrow()
  })

  it('order is total and agrees with equality', () => {
    fc.assert(fc.property(bytes, bytes, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(-Math.sign(compareBytes(b, a)) + 0)
      expect(compareBytes(a, b) === 0).toBe(equalBytes(a, b))
    }), { seed: 2, numRuns: 200 })
  })

  it('lengths are big-endian', () => {
    expect(hex(u32(258))).toBe('00000102')
    expect(hex(lengthPrefixed(utf8('ab')))).toBe('000000026162')
    expect(concat(utf8('a'), utf8('b'))).toEqual(utf8('ab'))
  })

  it('refuses bytes that are not UTF-8', () => {
    expect(() => fromUtf8(Uint8Array.of(0xff))).toThrow()
    expect(fromUtf8(utf8('Brüssel'))).toBe('Brüssel')
  })
})
