import { describe, expect, test } from 'vitest'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { accountedFor, cellOf, enclosures, groupsOf, settledFrom, standsAgainst, stillOpen, tallyOf, verdictList, type Settled, type Verdicts } from '../../../renderer/screens/consolidation/verdicts.ts'
import { neighbourhood, putBack } from '../../../renderer/screens/consolidation/neighbourhood.ts'

const EVENT = 'a'.repeat(64)

function group(letter: string, count: number, collidesWith: string[], block = '1'): SuggestionGroup {
  return {
    letter, suggestions: Array.from({ length: count }, (_, at) => `${EVENT}:${letter.charCodeAt(0)}${at}`), delegations: ['CZ'], block, collidesWith, reasons: [],
    amendments: [{ op: 'replace', block, from: 0, to: 1, insert: [] }], preview: { blocks: [] },
  }
}
const settled = (verdict: Settled['verdict']): Settled => ({ verdict, edited: null, reason: '' })
const GROUPS: readonly SuggestionGroup[] = [group('A', 3, []), group('B', 1, ['C']), group('C', 2, ['B', 'D']), group('D', 1, ['C']), group('E', 1, [], '2')]

describe('verdicts in preparation', () => {
  test('every suggestion is in exactly one count, whatever is settled', () => {
    const received = 8
    const states: readonly Verdicts[] = [new Map(), new Map([['A', settled('accepted')]]), new Map([['B', settled('accepted')], ['C', settled('notTakenUp')], ['E', settled('edited')]])]
    for (const verdicts of states) {
      expect(accountedFor(tallyOf(GROUPS, verdicts, received))).toBe(received)
      expect(verdictList(GROUPS, verdicts)).toHaveLength(received - stillOpen(tallyOf(GROUPS, verdicts, received)))
    }
  })

  test('a group collides while another that it cannot stand with is open or accepted, and no longer once that is not taken up', () => {
    expect(cellOf(GROUPS[3]!, new Map())).toBe('colliding')
    expect(cellOf(GROUPS[3]!, new Map([['C', settled('notTakenUp')]]))).toBe('open')
    expect(standsAgainst(GROUPS[1]!, new Map([['C', settled('accepted')]]))).toEqual(['C'])
    expect(standsAgainst(GROUPS[1]!, new Map([['C', settled('edited')]]))).toEqual([])
  })

  test('groups that collide through a third are enclosed together, and every group is shown once', () => {
    expect(enclosures(GROUPS).map((enclosure) => enclosure.map((one) => one.letter))).toEqual([['A'], ['B', 'C', 'D'], ['E']])
  })
})

describe('verdicts that were kept', () => {
  const settledOnce: Verdicts = new Map([['A', { verdict: 'notTakenUp', edited: null, reason: 'too long' }], ['E', { verdict: 'edited', edited: [{ op: 'deleteBlock', block: '1' }], reason: '' }]])

  test('are the same when they are opened again', () => {
    expect(settledFrom(GROUPS, verdictList(GROUPS, settledOnce))).toEqual({ verdicts: settledOnce, joined: 0 })
    expect(settledFrom(GROUPS, [])).toEqual({ verdicts: new Map(), joined: 0 })
  })

  test('open the dialog again for the groups whose words were being written, under whatever letter they have now', () => {
    const later = GROUPS.map((one, at) => ({ ...one, letter: 'BCDEF'.charAt(at) }))
    const writing = { suggestions: [...GROUPS[1]!.suggestions, ...GROUPS[2]!.suggestions], amendments: [], reason: 'half a sen' }
    expect(groupsOf(later, writing)?.map((one) => one.letter)).toEqual(['C', 'D'])
    expect(groupsOf(later, null)).toBeNull()
    expect(groupsOf(later, { ...writing, suggestions: [`${EVENT}:999`] })).toBeNull()
  })

  test('follow their suggestions where the letters have moved on, and cover what came in since with the same words', () => {
    const kept = verdictList(GROUPS, settledOnce)
    const later = GROUPS.map((one, at) => ({ ...one, letter: 'BCDEF'.charAt(at) }))
    const joined = later.map((one) => (one.letter === 'B' ? { ...one, suggestions: [...one.suggestions, `${EVENT}:999`] } : one))
    const found = settledFrom([{ ...group('Z', 1, [], '9'), letter: 'A' }, ...joined], kept)
    expect([...found.verdicts.keys()]).toEqual(['B', 'F'])
    expect(found.verdicts.get('B')).toEqual(settledOnce.get('A'))
    expect(found.joined).toBe(1)
  })
})

describe('the paragraphs under the hand', () => {
  const plain = (id: string, text: string) => ({ id, kind: 'plain' as const, level: 1, content: [{ text, marks: [] }] })
  const BASE: TextDocument = { blocks: [plain('1', 'a'), plain('2', 'b'), plain('3', 'c'), plain('4', 'd')] }

  test('are cut out with what came in among them, and put back in their place', () => {
    const changed = { blocks: [BASE.blocks[0]!, BASE.blocks[1]!, plain('r1.1', 'new'), BASE.blocks[2]!, BASE.blocks[3]!] }
    const part = neighbourhood(BASE, changed, [group('A', 1, [], '2')])
    expect(part.before.blocks.map((block) => block.id)).toEqual(['2'])
    expect(part.after.blocks.map((block) => block.id)).toEqual(['2', 'r1.1'])
    expect(putBack(BASE, part, part.after)).toEqual(changed)
  })
})
