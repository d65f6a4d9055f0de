import { describe, expect, test } from 'vitest'
import { isPlainLine, onOneLine, plainLine, withEscapes } from '../../../shared/base/plainLine.ts'

const CONTROLS = [0x00, 0x07, 0x0a, 0x0d, 0x1b, 0x7f, 0x9b, 0x061c, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069]

describe('a plain line', () => {
  test.each(CONTROLS)('holds no sign %i', (code) => {
    const text = `Anna${String.fromCodePoint(code)}Nováková`
    expect(isPlainLine(text)).toBe(false)
    expect(plainLine(text, '_')).toBe('Anna_Nováková')
  })

  test('holds every letter, mark and space of a name', () => {
    for (const name of ['Anna Nováková', 'Ó Súilleabháin', 'Ελένη Παπαδοπούλου', 'Иван', 'Jean‑Luc d’Été', 'e\u0301', '👩🏽‍💻']) expect(isPlainLine(name)).toBe(true)
  })
})

test('what others wrote stands on one line in the order in which it was written, and what has none of these signs stays as it is', () => {
  expect(onOneLine('Re\u200bport\u202e gpj\u2069\r\n\tof\u2028herons\u200f')).toBe('Report gpj   of herons')
  expect(onOneLine('e\u0301 \u00a0👩🏽‍💻')).toBe('e\u0301 \u00a0👩🏽‍💻')
})

test('for a terminal and for JSON each such sign is written out, and lines and tabs stay', () => {
  expect(withEscapes('a\u001b[2J\u202eb\r\n\tc\u009b')).toBe('a\\u001b[2J\\u202eb\\u000d\n\tc\\u009b')
  expect(JSON.parse(withEscapes(JSON.stringify({ name: 'a\u202eb\u009bc' })))).toEqual({ name: 'a\u202eb\u009bc' })
})
