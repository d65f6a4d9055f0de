import { describe, expect, test } from 'vitest'
import { CLASSIFICATIONS, TLP_COLOURS, type Marking } from '../../../shared/marking/marking.ts'
import { UNMARKED, highestOf } from '../../../shared/marking/highestOf.ts'
import { classificationName, markingWords, pageMarkingLine } from '../../../shared/marking/words.ts'

const marked = (changes: Partial<Marking>): Marking => ({ ...UNMARKED, ...changes })

describe('the marking of a whole', () => {
  test.each(CLASSIFICATIONS.flatMap((a, i) => CLASSIFICATIONS.map((b, j) => [a, b, CLASSIFICATIONS[Math.max(i, j)]] as const)))(
    'of parts %s and %s is %s', (a, b, highest) => {
      expect(highestOf([marked({ classification: a }), marked({ classification: b })]).classification).toBe(highest)
    })

  test.each(TLP_COLOURS.flatMap((a, i) => TLP_COLOURS.map((b, j) => [a, b, TLP_COLOURS[Math.max(i, j)]] as const)))(
    'of TLP %s and %s is %s', (a, b, highest) => {
      expect(highestOf([marked({ tlp: a }), marked({ tlp: b })]).tlp).toBe(highest)
    })

  test('keeps the three fields apart', () => {
    expect(highestOf([marked({ limite: true }), marked({ classification: 'R-UE/EU-R' }), marked({ tlp: 'CLEAR' })]))
      .toEqual({ limite: true, classification: 'R-UE/EU-R', tlp: 'CLEAR', releasableTo: [] })
  })

  test('is releasable only to those to whom every part is', () => {
    expect(highestOf([marked({ releasableTo: ['NATO', 'UA'] }), marked({ releasableTo: ['UA'] })]).releasableTo).toEqual(['UA'])
    expect(highestOf([marked({ releasableTo: ['NATO'] }), UNMARKED]).releasableTo).toEqual([])
  })

  test('of nothing is unmarked', () => expect(highestOf([])).toEqual(UNMARKED))
})

describe('a marking in words', () => {
  test.each([
    ['NONE', null],
    ['R-UE/EU-R', 'RESTREINT UE/EU RESTRICTED'],
    ['C-UE/EU-C', 'CONFIDENTIEL UE/EU CONFIDENTIAL'],
    ['S-UE/EU-S', 'SECRET UE/EU SECRET'],
    ['TS-UE/EU-TS', 'TRÈS SECRET UE/EU TOP SECRET'],
  ] as const)('%s is written as the bilingual pair %s', (classification, name) => expect(classificationName(classification)).toBe(name))

  test('names each field that says something, and no other', () => {
    expect(markingWords({ limite: true, classification: 'S-UE/EU-S', tlp: 'AMBER+STRICT', releasableTo: ['NATO', 'UA'] }))
      .toEqual(['LIMITE', 'SECRET UE/EU SECRET', 'TLP:AMBER+STRICT', 'RELEASABLE TO NATO, UA'])
    expect(markingWords(UNMARKED)).toEqual([])
  })

  test('on a page says EXERCISE at both ends of an exercise, marked or not', () => {
    expect(pageMarkingLine(marked({ limite: true }), true)).toBe('EXERCISE  LIMITE  EXERCISE')
    expect(pageMarkingLine(UNMARKED, true)).toBe('EXERCISE  EXERCISE')
    expect(pageMarkingLine(UNMARKED, false)).toBe('')
  })
})
