import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../shared/base/bytes.ts'
import { decodeBase45, encodeBase45 } from '../../../shared/optical/base45.ts'

describe('Base45', () => {
  // RFC 9285, sections 4.3 and 4.4.
  test.each([['AB', 'BB8'], ['Hello!!', '%69 VD92EX0'], ['base-45', 'UJCLQE7W581'], ['ietf!', 'QED8WEX0']])('writes %s as the standard does', (text, encoded) => {
    expect(encodeBase45(utf8(text))).toBe(encoded)
    expect(decodeBase45(encoded)).toEqual({ ok: true, value: utf8(text) })
  })

  test('gives back any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(decodeBase45(encodeBase45(bytes))).toEqual({ ok: true, value: bytes })
    }))
  })

  test('knows one text for each sequence of bytes', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'), maxLength: 12 }), (text) => {
      const bytes = decodeBase45(text)
      if (bytes.ok) expect(encodeBase45(bytes.value)).toBe(text)
    }), { numRuns: 1000 })
  })

  test.each(['GGW', ':::', '::', 'a00', 'A', 'ABCD', 'ÄBC'])('refuses %s', (text) => {
    expect(decodeBase45(text)).toEqual({ ok: false, error: 'not-base45' })
  })
})
