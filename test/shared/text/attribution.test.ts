/** Law: words that somebody asked for bear the name of whoever asked, wherever the comparison marks them; nobody else's do. */
import { describe, expect, test } from 'vitest'
import { applyAmendments } from '../../../shared/text/apply.ts'
import { attributed } from '../../../shared/text/attribution.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { inPlaceOf } from '../docx/trackedBy.ts'
import { documentOf } from '../docx/publications.ts'

const BASE = documentOf(['numbered', 1, 'It invites Member States to exchange what they hold, and they hold much.'], ['numbered', 1, 'It thanks the crews.'])

function namesOn(old: string, now: string, asked: boolean): (readonly string[] | undefined)[] {
  const amendments = [inPlaceOf(BASE, old, now)]
  const after = applyAmendments(BASE, 1, [amendments])
  if (!after.ok) throw new Error(after.error.code)
  const marked = attributed(compareDocuments(BASE, after.value), asked ? [{ names: ['CZ'], amendments }] : [{ names: ['DE'], amendments: [inPlaceOf(BASE, 'crews', 'sailors')] }])
  return marked.blocks.flatMap((block) => block.content.flatMap((inline) => (inline.change === 'same' ? [] : ['by' in inline ? inline.by : undefined])))
}

describe('who asked for a change', () => {
  test.each([
    ['invites', 'urges'], ['Member States', 'the Member States and the Commission'], ['they hold,', 'they hold or they hold,'], ['hold much', 'hold'], ['exchange', 'exchange exchange'],
  ])('%s / %s: on every mark of it', (old, now) => {
    const names = namesOn(old, now, true)
    expect(names.length).toBeGreaterThan(0)
    expect(names).toEqual(names.map(() => ['CZ']))
  })

  test('is not said of a change that nobody asked for', () => {
    expect(namesOn('invites', 'urges', false).flatMap((by) => by ?? [])).toEqual([])
  })
})
