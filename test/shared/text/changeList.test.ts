/** Law: every difference of a marked version stands in the list exactly once, and substance is never told as form. */
import { describe, expect, test } from 'vitest'
import { changeListOf, type ChangeList, type ChangeNature } from '../../../shared/text/changeList.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import type { MarkedDocument } from '../../../shared/text/marked.ts'
import { marksOf } from './marks.ts'
import { documentOf } from '../docx/publications.ts'
import { AFTER, BEFORE } from './sample.ts'

const compared = (before: TextDocument, after: TextDocument): MarkedDocument => compareDocuments(before, after, { identifiers: 'stable' })
const between = (before: string, after: string): ChangeList => changeListOf(compared(documentOf(['plain', 1, before]), documentOf(['plain', 1, after])))

describe('the list of changes', () => {
  test.each([
    ['of the sample', BEFORE, AFTER], ['of the sample, backwards', AFTER, BEFORE],
    ['of a text that was emptied', BEFORE, { blocks: BEFORE.blocks.slice(0, 1) }], ['of a text against itself', BEFORE, BEFORE],
  ])('%s has every mark once', (_, before, after) => {
    const marked = compared(before, after)
    const { changes } = changeListOf(marked)
    const covered = changes.filter(({ kind }) => kind !== 'renumbered' && kind !== 'restyled')
    for (const mark of marksOf(marked)) {
      const [first, ...more] = covered.filter((one) => mark.block >= one.block && mark.block <= one.lastBlock && one.from <= mark.inline && one.to > mark.inline && (one.kind === 'moved') === (mark.kind === 'moved'))
      expect({ mark, first: first !== undefined, more }).toEqual({ mark, first: true, more: [] })
    }
    expect(covered.length === 0).toBe(marksOf(marked).length === 0)
  })

  test.each([['forwards', BEFORE, AFTER], ['backwards', AFTER, BEFORE]])('counts what it lists, %s', (_, before, after) => {
    const { changes, counts } = changeListOf(compared(before, after))
    const sum = (of: Readonly<Record<string, number>>): number => Object.values(of).reduce((all, one) => all + one, 0)
    expect([counts.all, sum(counts.kinds), sum(counts.natures)]).toEqual([changes.length, changes.length, changes.length])
    expect(counts.substance).toBe(counts.natures.substance)
    expect(counts.all).toBeGreaterThan(0)
  })
})

describe('one change inside a paragraph', () => {
  test.each([
    ['It meets in June.', 'It meets again in June.', 'inserted'], ['It meets again in June.', 'It meets in June.', 'deleted'], ['It meets in June.', 'It meets in July.', 'replaced'],
  ])('%s / %s is %s', (before, after, kind) => {
    expect(between(before, after).changes.map((one) => one.kind)).toEqual([kind])
  })

  test.each<[string, string, ChangeNature]>([
    ['the Union acts', 'the union acts', 'case'], ['the ports, and', 'the ports and', 'punctuation'], ['the “ports” now', 'the "ports" now', 'punctuation'], ['in 2030', 'in 2030.', 'punctuation'],
    ['the non-use of', 'the non use of', 'punctuation'], ['one – two', 'one - two', 'punctuation'], ['10 000 men', '10\u00a0000 men', 'spacing'], ['it may act', 'it shall act', 'substance'],
  ])('%s / %s is of the nature of %s', (before, after, nature) => {
    expect(new Set(between(before, after).changes.map((one) => one.nature))).toEqual(new Set([nature]))
  })

  test.each([
    ['a rate of 1.5 per cent', 'a rate of 15 per cent'], ['10,000 men', '10.000 men'], ['Article 5(2) applies', 'Article 52 applies'], ['1 500 and', '15 00 and'], ['within 5% now', 'within 5 now'],
    ['costs €100 now', 'costs $100 now'], ['by +5 points', 'by -5 points'], ['by 5 points', 'by -5 points'], ['x < 5', 'x > 5'], ['and/or them', 'and them'], ['and/or them', 'and or them'],
  ])('%s / %s is substance, though few signs differ', (before, after) => {
    expect(between(before, after).counts.substance).toBeGreaterThan(0)
  })
})
