import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokensOf } from '../../../shared/text/tokens.ts'

test('plain letters are cut as they would be among others', () => {
  const plain = fc.array(fc.constantFrom('EU', '\'s', '-', '10', '.', ',', '/', ' ', '  ', '\t', 'non', '"', '(', 'x', '9', ';'), { maxLength: 20 }).map((parts) => parts.join(''))
  fc.assert(fc.property(plain, (text) => {
    const alone = tokensOf([{ text, marks: [] }]).map(({ kind, text: unit }) => [kind, unit])
    const beside = tokensOf([{ text: `${text} é`, marks: [] }]).map(({ kind, text: unit }) => [kind, unit])
    expect(beside.map(([, unit]) => unit).join('')).toBe(`${text} é`)
    expect(text.endsWith(' ') || text.endsWith('\t') || beside.slice(0, -2).length === alone.length).toBe(true)
    if (!/\s$/.test(text)) expect(beside.slice(0, -2)).toEqual(alone)
  }), { seed: 61, numRuns: 500 })
})
