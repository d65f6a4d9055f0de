import { describe, expect, test } from 'vitest'
import type { Block } from '../../../shared/text/document.ts'
import { footnoteNumbers, letters, numberLabels, roman } from '../../../shared/text/numbering.ts'
import { placeNames } from '../../../shared/text/place.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { note, words } from './sample.ts'

function blocks(...shapes: readonly (readonly [Block['kind'], number])[]): Block[] {
  return shapes.map(([kind, level], at) => ({ id: String(at + 1), kind, level, content: [words('x')] }))
}

describe('numbers', () => {
  test('run through the text; deeper levels start anew; continuation paragraphs and bullets have none', () => {
    const document = { blocks: blocks(['numbered', 1], ['continuation', 1], ['numbered', 2], ['numbered', 2], ['numbered', 3], ['numbered', 3], ['heading', 1], ['numbered', 1], ['numbered', 2], ['bullet', 1]) }
    expect([...numberLabels(document)]).toEqual([['1', '1.'], ['3', '(a)'], ['4', '(b)'], ['5', '(i)'], ['6', '(ii)'], ['8', '2.'], ['9', '(a)']])
    expect(placeNames(document).get('2')).toBe('paragraph 1, subparagraph 2')
    expect(placeNames(document).get('6')).toBe('paragraph 1 (ii)')
    expect(placeNames(document).get('10')).toBe('paragraph 2 (a), bullet 1')
  })

  test('of footnotes run through the text', () => {
    const [a, b] = blocks(['plain', 1], ['plain', 1]) as [Block, Block]
    a.content = [words('x'), note('1'), note('2')]
    b.content = [note('3')]
    expect([...footnoteNumbers({ blocks: [a, b] })]).toEqual([['1', [1, 2]], ['2', [3]]])
  })

  test('in letters and numerals', () => {
    expect([1, 26, 27, 52, 703].map(letters)).toEqual(['a', 'z', 'aa', 'az', 'aaa'])
    expect([1, 4, 9, 14, 40, 99].map(roman)).toEqual(['i', 'iv', 'ix', 'xiv', 'xl', 'xcix'])
  })
})

test('a revision goes between number and year', () => {
  expect([documentNumber({ number: '10289/23' }, 0), documentNumber({ number: '7923/17' }, 2), documentNumber({ number: 'WK 12' }, 1), documentNumber({ number: '' }, 1)])
    .toEqual(['10289/23', '7923/2/17 REV 2', 'WK 12 REV 1', 'REV 1'])
  expect([revLabel(0), revLabel(3)]).toEqual(['INIT', 'REV 3'])
})
