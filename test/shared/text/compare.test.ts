import { describe, expect, test } from 'vitest'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { Block, Inline, TextDocument } from '../../../shared/text/document.ts'
import type { MarkedBlock } from '../../../shared/text/marked.ts'
import { acceptAll, rejectAll } from '../../../shared/text/accept.ts'
import { proveMarked } from '../../../shared/text/proof.ts'
import { AFTER, BEFORE, block, note, words } from './sample.ts'

function marks(content: MarkedBlock['content']): string {
  return content.map((inline) => {
    const text = 'footnote' in inline ? `{${marks(inline.footnote)}}` : inline.text
    return inline.change === 'inserted' ? `+${text}+` : inline.change === 'deleted' ? `-${text}-` : text
  }).join('')
}

function between(before: string | Inline[], after: string | Inline[]): string {
  const one = (content: string | Inline[]): TextDocument => ({ blocks: [{ id: '1', kind: 'plain', level: 1, content: typeof content === 'string' ? [words(content)] : content }] })
  return marks(compareDocuments(one(before), one(after)).blocks[0]?.content ?? [])
}

describe('a changed paragraph is marked in whole words, as a person would', () => {
  test.each([
    ['It expects every State to act on notice.', 'It expects every State to act at once upon notice.', 'It expects every State to act -on-+at once upon+ notice.'],
    ['The EU recalling its conclusions', 'The EU recalls its conclusions', 'The EU -recalling-+recalls+ its conclusions'],
    ['within ten working days', 'within five calendar days', 'within -ten working-+five calendar+ days'],
    ['the ports of the Union', 'the harbours of all Members', 'the -ports of the Union-+harbours of all Members+'],
    ['One. Two. Three.', 'One. Three.', 'One. -Two. -Three.'],
    ['a big ship', 'a very big ship', 'a +very +big ship'],
    ['measures, including sanctions, and law', 'measures and law', 'measures-, including sanctions,- and law'],
    ['non-State actors', 'State actors', '-non-State-+State+ actors'],
    ['10.5 per cent', '10.6 per cent', '-10.5-+10.6+ per cent'],
    ['same', 'same', 'same'],
  ])('%j to %j', (before, after, expected) => {
    expect(between(before, after)).toBe(expected)
  })

  test('a paragraph written anew is not a mosaic of the few words it shares', () => {
    const marked = between('The Council deplores the repeated interruption of services that many citizens need every day.',
      'Member States will set up a common register, which the Commission will keep for the benefit of citizens and every port.')
    expect(marked.match(/[+-][^+-]*[+-]/g)?.length).toBe(2)
  })

  test('bold alone is a change of form, exact both ways', () => {
    expect(between('keep the word here', [words('keep '), { text: 'the', marks: ['bold'] }, words(' word here')])).toBe('keep -the-+the+ word here')
  })

  test('a footnote that stays is compared inside; one that goes or comes is marked whole', () => {
    expect(between([words('one'), note('See A.'), words(' two')], [words('one'), note('See B.'), words(' two')])).toBe('one{See -A-+B+.} two')
    expect(between([words('one'), note('See A.'), words(' two')], [words('one two'), note('Another thing entirely')])).toBe('one-{-See A.-}- two+{+Another thing entirely+}+')
  })
})

function paragraphs(...texts: string[]): Block[] {
  return texts.map((text, at) => block(String(at + 1), 'numbered', words(text)))
}

const LONG = ['The first paragraph speaks of ports and their pilots.', 'The second speaks of ferries, crews and passengers at sea.', 'The third asks Member States to exchange what they know.',
  'The fourth invites the High Representative to report in autumn.', 'The fifth will come back to the whole matter next year.']

describe('paragraphs', () => {
  test('that move are paired, and only their edits are marked', () => {
    const [a, b, c, d, e] = LONG as [string, string, string, string, string]
    for (const identifiers of ['stable', 'unrelated'] as const) {
      const after = paragraphs(a, c, d, e, b.replace('crews and ', ''))
      if (identifiers === 'stable') after.forEach((one, at) => { one.id = String([1, 3, 4, 5, 2][at]) })
      const marked = compareDocuments({ blocks: paragraphs(a, b, c, d, e) }, { blocks: after }, { identifiers })
      expect(marked.blocks.map((one) => one.change)).toEqual(['same', 'movedFrom', 'same', 'same', 'same', 'movedTo'])
      expect(marked.blocks.map((one) => one.move)).toEqual([null, 1, null, null, null, 1])
      expect(marks(marked.blocks[5]?.content ?? [])).toBe('The second speaks of ferries, -crews and -passengers at sea.')
    }
  })

  test('of which two changed places: the one that was asked to move is the one that moved', () => {
    const [a, b, c] = LONG as [string, string, string]
    const before = { blocks: paragraphs(a, b, c) }
    const [first, second, third] = before.blocks
    if (!first || !second || !third) throw new Error('three paragraphs')
    const after = { blocks: [second, first, third] }
    for (const id of ['1', '2']) {
      const marked = compareDocuments(before, after, { identifiers: 'stable', moved: new Set([id]) })
      expect(marked.blocks.filter((one) => one.change === 'movedTo').map((one) => one.idAfter)).toEqual([id])
    }
  })

  test('of two unrelated files are aligned by what they say, whatever their identifiers', () => {
    const [a, b, c, d, e] = LONG as [string, string, string, string, string]
    const marked = compareDocuments({ blocks: paragraphs(a, b, c, d, e) }, { blocks: paragraphs('Something new stands first here.', a, b.toUpperCase(), c, e) }, { identifiers: 'unrelated' })
    expect(marked.blocks.map((one) => one.change)).toEqual(['inserted', 'same', 'same', 'same', 'deleted', 'same'])
  })

  test('with a change of kind keep both kinds', () => {
    const marked = compareDocuments({ blocks: [block('1', 'bullet', words('x'))] }, { blocks: [block('1', 'numbered', words('x'))] })
    expect(marked.blocks[0]).toMatchObject({ change: 'same', before: { kind: 'bullet', level: 1 }, after: { kind: 'numbered', level: 1 } })
  })
})

test('the proof names every place at which a marked version that was tampered with fails', () => {
  const marked = compareDocuments(BEFORE, AFTER)
  expect(proveMarked(marked, BEFORE, AFTER)).toEqual({ acceptGivesClean: true, rejectGivesPredecessor: true, failures: [] })
  const tampered = structuredClone(marked)
  const inserted = tampered.blocks.find((one) => one.idAfter === '3')?.content.find((inline) => inline.change === 'inserted')
  if (inserted && 'text' in inserted) inserted.text = 'grave '
  const proof = proveMarked(tampered, BEFORE, AFTER)
  expect(proof).toMatchObject({ acceptGivesClean: false, rejectGivesPredecessor: true, failures: [{ place: 'Clean version: paragraph 1' }] })
  expect(proof.failures[0]?.expected).toContain('[serious]')
  expect(proof.failures[0]?.found).toContain('[grave]')
})

describe('a long text', () => {
  const dice = (seed: number) => () => { seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff; return seed / 0x7fffffff }

  function longText(): TextDocument {
    const random = dice(7)
    const vocabulary = Array.from({ length: 3000 }, (_, n) => `word${n.toString(36)}`)
    return { blocks: Array.from({ length: 800 }, (_, at) => {
      const text = Array.from({ length: 63 }, () => vocabulary[Math.floor(random() ** 3 * 3000)]).join(' ')
      return block(String(at + 1), 'numbered', words(`${text}.`))
    }) }
  }

  test('of 50,000 words with 2 % changed and 20 paragraphs moved is compared without a paragraph lost or taken for new', () => {
    const before = longText()
    const random = dice(8)
    const blocks = before.blocks.map((one) => ({ ...one, content: [words(one.content.map((inline) => ('text' in inline ? inline.text : '')).join('').split(' ').map((word) => (random() < 0.02 ? 'changed' : word)).join(' '))] }))
    for (let move = 0; move < 20; move++) blocks.splice(Math.floor(random() * 700), 0, ...blocks.splice(Math.floor(random() * 700), 1))
    const after = { blocks }
    for (const identifiers of ['stable', 'unrelated'] as const) {
      const marked = compareDocuments(before, after, { identifiers })
      expect(canonicalText(acceptAll(marked))).toEqual(canonicalText(after))
      expect(canonicalText(rejectAll(marked))).toEqual(canonicalText(before))
      expect(marked.blocks.filter((one) => one.change === 'inserted' || one.change === 'deleted')).toEqual([])
      expect(marked.blocks.filter((one) => one.change === 'movedTo').length).toBeLessThanOrEqual(20)
    }
  })

  test('in one paragraph of 30,000 words, rewritten throughout, comes to an end', () => {
    const random = dice(9)
    const text = (): string => Array.from({ length: 30_000 }, () => `w${Math.floor(random() * 50)}`).join(' ')
    const [before, after] = [{ blocks: paragraphs(text()) }, { blocks: paragraphs(text()) }]
    const marked = compareDocuments(before, after)
    expect(canonicalText(acceptAll(marked))).toEqual(canonicalText(after))
  })
})
