/** Signs that nobody sees are shown apart from the words, and nothing of a text is left out. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { piecesOf } from '../../../shared/text/hiddenSigns.ts'
import { encodeHtml } from '../../../shared/text/html.ts'
import { block, FACTS, words } from './sample.ts'

const SIGNS = ['\u061c', '\u200b', '\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff', '\u{e0041}', '\u0000', '\u001b', '\u009b']

test.each(SIGNS.map((sign) => [sign.codePointAt(0)?.toString(16) ?? '', sign] as const))('U+%s stands by itself', (code, sign) => {
  expect(piecesOf(`no${sign}ne`)).toEqual([{ text: 'no', sign: null }, { text: sign, sign: `U+${code.toUpperCase().padStart(4, '0')}` }, { text: 'ne', sign: null }])
})

test('the pieces are the text, whatever it holds', () => {
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: 'binary' }))), (parts) => {
    const text = parts.join('')
    expect(piecesOf(text).map((piece) => piece.text).join('')).toBe(text)
  }), { seed: 31, numRuns: 1_000 })
})

test('words of every script, line breaks and joined emoji are words', () => {
  for (const text of ['Ελληνικά, Български, Gaeilge', 'שלום', 'line\n\tline', 'non\u00a0breaking, soft\u00adhyphen', '👩🏽‍💻', 'می‌خواهم']) expect(piecesOf(text)).toEqual([{ text, sign: null }])
  expect(piecesOf('')).toEqual([])
})

test('a page shows them by their code, where they stand, in what came and in what went, and keeps its words', () => {
  const text = (said: string) => ({ blocks: [block('1', 'numbered', words(said), { footnote: [{ text: 'See\u2066 below', marks: [] }] })] })
  const page = encodeHtml({ ...FACTS, comparedWith: '9114/31', body: { version: 'marked', document: compareDocuments(text('We list \u202eall of them.'), text('We list \u2067none of them.')) } })
  for (const code of ['U+202E', 'U+2067', 'U+2066']) expect(page).toContain(`<bdi class="hidden" data-sign="${code}">`)
  expect(page).toMatch(/<del>(?:(?!<\/del>).)*U\+202E/)
  expect(page).toMatch(/<ins>(?:(?!<\/ins>).)*U\+2067/)
  expect(page.replaceAll(/<[^>]*>/g, '')).toContain('See\u2066 below')
})
