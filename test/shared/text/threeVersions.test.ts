/** Law: every paragraph of the three texts stands in exactly one row, and the row says who changed it. */
import { describe, expect, test } from 'vitest'
import { compareThree, type ThreeRow } from '../../../shared/text/threeVersions.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { AFTER, BEFORE, block, words } from './sample.ts'

const text = (...paragraphs: readonly (readonly [id: string, said: string])[]): TextDocument => ({ blocks: paragraphs.map(([id, said]) => block(id, 'plain', words(said))) })
const BASE = text(['1', 'The Council notes the report.'], ['2', 'It thanks the crews.'], ['3', 'It will return to the matter.'])
const changed = (rows: readonly ThreeRow[]): string[] => rows.map((row) => row.changed)

describe('three versions', () => {
  test.each([['sample', BEFORE, AFTER, BEFORE], ['both alike', BEFORE, AFTER, AFTER], ['small', BASE, text(['1', 'The Council notes the report.'], ['r0.1', 'A new one.']), text(['3', 'It will return to the matter.'], ['2', 'It thanks the crews.'])]])('hold every paragraph once: %s', (_, middle, left, right) => {
    const rows = compareThree(middle, left, right)
    expect(rows.flatMap((row) => (row.middle === null ? [] : [row.middle.id]))).toEqual(middle.blocks.map(({ id }) => id))
    for (const [side, other] of [['left', left], ['right', right]] as const) {
      const standing = rows.flatMap((row) => (row[side]?.after ? [row[side]] : [])).length
      expect(standing).toBe(other.blocks.length)
    }
  })

  test('say of each paragraph who changed it', () => {
    const left = text(['1', 'The Council welcomes the report.'], ['2', 'It thanks all crews.'], ['3', 'It will return to the matter.'])
    const right = text(['1', 'The Council welcomes the report.'], ['2', 'It thanks the sailors.'], ['3', 'It will return to the matter.'])
    expect(changed(compareThree(BASE, left, right))).toEqual(['alike', 'differently', 'nowhere'])
    expect(changed(compareThree(BASE, left, BASE))).toEqual(['left', 'left', 'nowhere'])
    expect(changed(compareThree(BASE, BASE, right))).toEqual(['right', 'right', 'nowhere'])
  })

  test('put the same new paragraph at the same place into one row, and others into their own', () => {
    const withNew = (said: string): TextDocument => ({ blocks: [...BASE.blocks.slice(0, 2), block('r0.1', 'plain', words(said)), ...BASE.blocks.slice(2)] })
    expect(changed(compareThree(BASE, withNew('Both want this.'), withNew('Both want this.')))).toEqual(['nowhere', 'nowhere', 'alike', 'nowhere'])
    expect(changed(compareThree(BASE, withNew('One wants apples.'), withNew('Others prefer storms entirely.')))).toEqual(['nowhere', 'nowhere', 'left', 'right', 'nowhere'])
  })

  test('tell a paragraph that one struck and the other changed', () => {
    const struck: TextDocument = { blocks: BASE.blocks.filter(({ id }) => id !== '2') }
    const other = text(['1', 'The Council notes the report.'], ['2', 'It thanks all crews.'], ['3', 'It will return to the matter.'])
    expect(changed(compareThree(BASE, struck, other))).toEqual(['nowhere', 'differently', 'nowhere'])
    expect(changed(compareThree(BASE, struck, struck))).toEqual(['nowhere', 'alike', 'nowhere'])
  })
})
