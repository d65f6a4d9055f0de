import { describe, expect, test } from 'vitest'
import { MEMBER_STATES, type Delegation } from '../../../shared/base/delegations.ts'
import type { Amendment, Verdict } from '../../../shared/text/amendment.ts'
import { applyAmendments } from '../../../shared/text/apply.ts'
import { consolidate } from '../../../shared/text/consolidate.ts'
import { contentWords } from '../../../shared/text/content.ts'
import { dispositionRows, encodeDispositionHtml, encodeDispositionMarkdown } from '../../../shared/text/disposition.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { groupSuggestions, type Received } from '../../../shared/text/group.ts'
import { block, FACTS, words } from './sample.ts'

const TEXT = 'The Council takes note of the report.'
const REV: TextDocument = { blocks: [block('1', 'title', words('Title')), block('2', 'numbered', words(TEXT)), block('3', 'numbered', words('It thanks all delegations.'))] }

function replace(old: string, now: string, within = TEXT, id = '2'): Amendment {
  const from = within.indexOf(old)
  return { op: 'replace', block: id, from, to: from + old.length, insert: now === '' ? [] : [words(now)] }
}

function insertAt(position: number, text: string): Amendment {
  return { op: 'replace', block: '2', from: position, to: position, insert: [words(text)] }
}

function received(...given: readonly (readonly [Delegation, Amendment | Amendment[], string?])[]): Received[] {
  return given.map(([delegation, amendments, reason]) => ({
    id: `${String(MEMBER_STATES.indexOf(delegation as 'BE')).padStart(64, '0')}:${given.filter((other, at) => other[0] === delegation && at < given.indexOf(given.find((one) => one[1] === amendments) ?? other)).length}`,
    delegation, suggestion: { amendments: [amendments].flat(), reason: reason ?? null },
  }))
}

function verdict(one: Received | undefined, said: Verdict['verdict'], edited: Amendment[] | null = null, reason: string | null = null): Verdict {
  return { suggestion: one?.id ?? '', verdict: said, edited, reason }
}

function collisions(all: Received[]): [string, string[]][] {
  return groupSuggestions(REV, all).map((group) => [`${group.letter} ${group.delegations.join()}`, group.collidesWith])
}

describe('groups', () => {
  test('hold suggestions with the same effect, whatever passage their authors marked', () => {
    const all = received(['DE', replace('takes note of', 'welcomes')], ['CZ', replace('Council takes note of the', 'Council welcomes the')], ['NL', replace(TEXT, TEXT.replace('takes note of', 'welcomes'))])
    expect(collisions(all)).toEqual([['A CZ,DE,NL', []]])
    expect(groupSuggestions(REV, all)[0]?.amendments).toEqual([replace('takes note of', 'welcomes')])
  })

  test('see an insertion before and after a space as one', () => {
    expect(collisions(received(['DE', insertAt(3, ' whole')], ['CZ', insertAt(4, 'whole ')]))).toEqual([['A CZ,DE', []]])
  })

  test('collide where passages overlap, where one is inside a deleted paragraph, and where a paragraph goes to two places', () => {
    expect(collisions(received(['BE', replace('takes note', 'approves')], ['BG', replace('note of', 'heed of')]))).toEqual([['A BE', ['B']], ['B BG', ['A']]])
    expect(collisions(received(['BE', { op: 'deleteBlock', block: '2' }], ['BG', replace('report', 'reports')]))).toEqual([['A BE', ['B']], ['B BG', ['A']]])
    expect(collisions(received(['BE', { op: 'moveBlock', block: '2', after: null }], ['BG', { op: 'moveBlock', block: '2', after: '3' }]))).toEqual([['A BE', ['B']], ['B BG', ['A']]])
    expect(collisions(received(['BE', { op: 'setKind', block: '2', kind: 'bullet', level: 1 }], ['BG', { op: 'setKind', block: '2', kind: 'plain', level: 1 }]))).toEqual([['A BE', ['B']], ['B BG', ['A']]])
  })

  test('collide where two insert at the very same point, and compose where one only touches the other', () => {
    expect(collisions(received(['BE', insertAt(TEXT.length - 1, ' today')], ['BG', insertAt(TEXT.length - 1, ' in full')]))).toEqual([['A BE', ['B']], ['B BG', ['A']]])
    expect(collisions(received(['BE', replace('report', 'study')], ['BG', insertAt(TEXT.length - 1, ' in full')]))).toEqual([['A BE', []], ['B BG', []]])
  })

  test('of new paragraphs at one place collide only if they are rivals for it', () => {
    const paragraph = (text: string): Amendment => ({ op: 'insertBlock', after: '2', kind: 'numbered', level: 1, content: [words(text)] })
    const rivals = received(['BE', paragraph('It asks for a report by June.')], ['BG', paragraph('It asks for a report by July.')])
    expect(collisions(rivals)).toEqual([['A BE', ['B']], ['B BG', ['A']]])
    expect(collisions(received(['BE', paragraph('It asks for a report by June.')], ['BG', paragraph('Pilots deserve thanks.')]))).toEqual([['A BE', []], ['B BG', []]])
  })

  test('list what does not fit the text, without a preview', () => {
    const all = received(['BE', { op: 'replace', block: '9', from: 0, to: 1, insert: [] }], ['BG', { op: 'replace', block: '2', from: 0, to: 999, insert: [] }])
    expect(groupSuggestions(REV, all).map((group) => [group.suggestions.length, group.preview.blocks])).toEqual([[1, []], [1, []]])
  })

  test('are lettered past Z', () => {
    const long: TextDocument = { blocks: Array.from({ length: 30 }, (_, at) => block(String(at + 1), 'numbered', words('x'))) }
    const all = long.blocks.map((one, at): Received => ({ id: `${'0'.repeat(64)}:${at}`, delegation: 'BE', suggestion: { amendments: [{ op: 'deleteBlock', block: one.id }], reason: null } }))
    expect(groupSuggestions(long, all).map((group) => group.letter).slice(24, 28)).toEqual(['Y', 'Z', 'AA', 'AB'])
  })
})

test('amendments that tear a character, contradict one another or move a block behind itself do not fit', () => {
  const rev: TextDocument = { blocks: [block('1', 'plain', words('\u{1d518}nion')), block('2', 'plain', words('two'))] }
  const faultOf = (...amendments: Amendment[]): string => {
    const result = applyAmendments(rev, 1, [amendments])
    return result.ok ? 'fits' : result.error.code
  }
  const cut = (from: number, to: number): Amendment => ({ op: 'replace', block: '1', from, to, insert: [] })
  expect([faultOf(cut(0, 1)), faultOf(cut(1, 2)), faultOf(cut(0, 2))]).toEqual(['amendment-misplaced', 'amendment-misplaced', 'fits'])
  expect(faultOf(cut(0, 2), cut(0, 3))).toBe('amendment-misplaced')
  expect(faultOf({ op: 'moveBlock', block: '2', after: '2' })).toBe('amendment-misplaced')
  expect(faultOf({ op: 'moveBlock', block: '2', after: null }, { op: 'replace', block: '2', from: 0, to: 3, insert: [words('zwei')] })).toBe('fits')
})

describe('the next REV', () => {
  const all = received(['CZ', replace('takes note of', 'welcomes'), 'warmer'], ['DE', replace('takes note of', 'welcomes')], ['NL', replace('note of the', 'stock of this')],
    ['FR', { op: 'insertBlock', after: '3', kind: 'numbered', level: 1, content: [words('It will revert.')] }])
  const [cz, de, nl, fr] = all

  test('composes what does not collide, and names new blocks after itself', () => {
    const result = consolidate(REV, all, [verdict(cz, 'accepted'), verdict(de, 'accepted'), verdict(nl, 'notTakenUp'), verdict(fr, 'accepted')], 4)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.document.blocks.map((one) => [one.id, contentWords(one.content)])).toEqual([
      ['1', 'Title'], ['2', 'The Council welcomes the report.'], ['3', 'It thanks all delegations.'], ['r4.1', 'It will revert.']])
    expect(result.value.open).toEqual([])
  })

  test('lists every suggestion without a verdict', () => {
    const result = consolidate(REV, all, [verdict(cz, 'accepted')], 4)
    expect(result.ok && result.value.open).toEqual([de?.id, nl?.id, fr?.id])
  })

  test('is refused where accepted suggestions collide, and says which', () => {
    const result = consolidate(REV, all, [verdict(cz, 'accepted'), verdict(nl, 'accepted')], 4)
    expect(result).toMatchObject({ ok: false, error: { code: 'suggestions-collide', letters: ['A', 'B'] } })
  })

  test('takes an edited wording once for all who share it', () => {
    const compromise = [replace('takes note of', 'has regard to')]
    const result = consolidate(REV, all, [verdict(cz, 'edited', compromise), verdict(de, 'edited', compromise), verdict(nl, 'edited', compromise), verdict(fr, 'notTakenUp')], 4)
    expect(result.ok && contentWords(result.value.document.blocks[1]?.content ?? [])).toBe('The Council has regard to the report.')
  })

  test('is refused for unknown, repeated and wordless verdicts, and for what does not fit the text', () => {
    const stray = received(['BE', { op: 'deleteBlock', block: '9' }])
    expect(consolidate(REV, all, [{ suggestion: `${'f'.repeat(64)}:0`, verdict: 'accepted', edited: null, reason: null }], 4)).toMatchObject({ error: { code: 'suggestion-unknown' } })
    expect(consolidate(REV, all, [verdict(cz, 'accepted'), verdict(cz, 'notTakenUp')], 4)).toMatchObject({ error: { code: 'verdict-repeated' } })
    expect(consolidate(REV, all, [verdict(cz, 'edited')], 4)).toMatchObject({ error: { code: 'amendment-misplaced' } })
    expect(consolidate(REV, stray, [verdict(stray[0], 'accepted')], 4)).toMatchObject({ error: { code: 'amendment-misplaced' } })
  })
})

describe('the disposition table', () => {
  const all = received(['CZ', replace('takes note of', 'welcomes'), 'warmer'], ['DE', replace('takes note of', 'welcomes')], ['NL', { op: 'insertBlock', after: '3', kind: 'plain', level: 1, content: [words('<b>|*new*|</b>')] }])
  const [cz, de] = all
  const rows = dispositionRows(REV, all.map((one) => ({ ...one, verdict: one === cz ? verdict(cz, 'accepted', null, 'as in the mandate') : one === de ? verdict(de, 'edited', [replace('takes note of', 'notes')]) : null })))

  test('has one row for each suggestion, whatever became of it', () => {
    expect(rows.map(({ letter, delegation, place, words: proposed, verdict: said, edited, reason }) => [letter, delegation, place, proposed, said, edited, reason])).toEqual([
      ['A', 'CZ', 'Paragraph 1', 'The Council [takes note of]+welcomes+ the report.', 'accepted', '', 'as in the mandate'],
      ['A', 'DE', 'Paragraph 1', 'The Council [takes note of]+welcomes+ the report.', 'edited', 'The Council [takes note of]+notes+ the report.', ''],
      ['B', 'NL', 'After paragraph 2', '+<b>|*new*|</b>+', 'open', '', ''],
    ])
  })

  test('is written so that no words of a delegation become markup', () => {
    const head = { ...FACTS, comparedWith: '9114/1/31 REV 1' }
    const html = encodeDispositionHtml(rows, head)
    expect(html).toContain('+&lt;b&gt;|*new*|&lt;/b&gt;+')
    expect(html).not.toContain('<b>')
    const markdown = encodeDispositionMarkdown(rows, head)
    expect(markdown.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split(/(?<!\\)\|/).length)).toEqual(Array<number>(5).fill(8))
    expect(markdown).toContain('3 received: 1 accepted; 1 accepted, edited; 0 not taken up; 1 open.')
  })
})

test('of 27 delegations with 50 suggestions each, every one stands in one group and gets its verdict', () => {
  const blocks = Array.from({ length: 200 }, (_, at) => block(String(at + 1), 'numbered', words(Array.from({ length: 40 }, (__, n) => `word${(at * 7 + n * 3) % 97}`).join(' '))))
  const long: TextDocument = { blocks }
  const all = MEMBER_STATES.flatMap((delegation, who) => Array.from({ length: 50 }, (_, n): Received => {
    const id = String(((who * 13 + n * 17) % 200) + 1)
    const from = (who % 5) * 40
    return { id: `${String(who).padStart(64, '0')}:${n}`, delegation, suggestion: { amendments: [{ op: 'replace', block: id, from, to: from + 12, insert: [words(`${delegation} `)] }], reason: null } }
  }))
  const groups = groupSuggestions(long, all)
  const peaceful = new Set(groups.filter((group) => group.collidesWith.length === 0).flatMap((group) => group.suggestions))
  const result = consolidate(long, all, all.map((one) => verdict(one, peaceful.has(one.id) ? 'accepted' : 'notTakenUp')), 2)
  expect(result.ok && result.value.open).toEqual([])
  expect(groups.flatMap((group) => group.suggestions)).toHaveLength(27 * 50)
})
