import { expect, test } from 'vitest'
import { excerptOf, excerptOfNote } from '../../../renderer/screens/text/excerpt.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { MarkedInline } from '../../../shared/text/marked.ts'

const text = (note: string | null) => ({
  blocks: [{ id: '1', kind: 'numbered' as const, level: 1, content: [{ text: 'The Council notes the ports', marks: [] }, ...(note === null ? [] : [{ footnote: [{ text: note, marks: [] }] }]), { text: '.', marks: [] }] }],
})
const said = (content: readonly MarkedInline[] | null): string | null => content?.map((inline) => ('footnote' in inline ? '*' : { same: inline.text, inserted: `+${inline.text}+`, deleted: `-${inline.text}-` }[inline.change])).join('') ?? null

function noteIn(before: string | null, after: string | null): string | null {
  const [block] = compareDocuments(text(before), text(after)).blocks
  const note = block?.content.find((inline) => 'footnote' in inline)
  return note !== undefined && 'footnote' in note ? said(excerptOfNote(note)) : null
}

test('of a footnote that stays, the words that changed in it are shown, with their neighbours', () => {
  expect(noteIn('As described in the report of the working party, which met in the second week of May.', 'As described in the first report of the working party, which met in the second week of May.')).toBe('As described in the +first +report of the working party, which …')
})

test('one that comes or goes is shown once, and is marked as a whole', () => {
  expect(noteIn(null, 'See 9114/31.')).toBe('See 9114/31.')
  expect(noteIn('See 9114/31.', null)).toBe('See 9114/31.')
})

test('one that nobody changed says nothing', () => {
  expect(noteIn('See 9114/31.', 'See 9114/31.')).toBeNull()
})

test('a long paragraph is cut around its change', () => {
  const long = (word: string) => ({ blocks: [{ id: '1', kind: 'plain' as const, level: 1, content: [{ text: `${'many words before it '.repeat(9)}${word}${' many words behind it'.repeat(9)}`, marks: [] }] }] })
  const [block] = compareDocuments(long('ports'), long('harbours')).blocks
  expect(block === undefined ? '' : said(excerptOf(block))).toBe('… before it many words before it -ports-+harbours+ many words behind it many words …')
})
