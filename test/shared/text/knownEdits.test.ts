/** What a comparison finds of edits that are known: the aims of the field, over several seeds. */
import { describe, expect, test } from 'vitest'
import { EDIT_KINDS } from '../../../bench/knownEdits.ts'
import { scoreOf } from '../../../bench/textScore.ts'

describe.each([1, 2, 3, 4])('known edits, seed %i', (seed) => {
  const score = scoreOf(seed, 9)

  test.each(EDIT_KINDS)('%s is found', (kind) => {
    const { found, of } = score.found[kind]
    expect(of).toBe(9)
    expect(found / of).toBeGreaterThanOrEqual(0.85)
  })

  test('at least 95 of 100 moved paragraphs are paired, and at most 1.15 words are marked for one that was touched', () => {
    expect(score.movesPaired / score.moves).toBeGreaterThanOrEqual(0.95)
    expect(score.marked).toBeLessThanOrEqual(1.15)
  })
})
