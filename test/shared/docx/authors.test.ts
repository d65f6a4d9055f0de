/** A Word file in which several people tracked their changes becomes the suggestions of each, against the REV it was made from. */
import { describe, expect, test } from 'vitest'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { parseAuthorsDocx, parseDocx } from '../../../shared/docx/parse.ts'
import { applyAmendments } from '../../../shared/text/apply.ts'
import { attributed } from '../../../shared/text/attribution.ts'
import { suggestionsByAuthor } from '../../../shared/text/authorSuggestions.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import { encodePlain } from '../../../shared/text/plain.ts'
import { BEFORE } from '../text/sample.ts'
import { publicationOf, STAMP } from './publications.ts'
import { paragraph, wordFile } from './wordFile.ts'

const numbered = BEFORE.blocks.filter((block) => block.kind === 'numbered').map((block) => block.id)
const [first = '', second = '', third = ''] = numbered
const words = (text: string) => [{ text, marks: [] }]
const asked: Record<string, Suggestion[]> = {
  FR: [{ reason: null, amendments: [{ op: 'replace', block: first, from: 0, to: 0, insert: words('In short: ') }] }],
  DE: [{ reason: null, amendments: [{ op: 'deleteBlock', block: second }] }, { reason: null, amendments: [{ op: 'insertBlock', after: third, kind: 'numbered', level: 1, content: words('It will meet again in the autumn.') }] }],
}
const taken = Object.entries(asked).flatMap(([name, suggestions]) => suggestions.map(({ amendments }) => ({ names: [name], amendments })))
const after = applyAmendments(BEFORE, 1, taken.map(({ amendments }) => amendments))

describe('our own marked version', () => {
  if (!after.ok) throw new Error(after.error.code)
  const file = encodeDocx(publicationOf({ version: 'marked', document: attributed(compareDocuments(BEFORE, after.value), taken) }), STAMP)
  const read = parseAuthorsDocx(file)
  if (!read.ok) throw new Error(read.error.reason)

  test('bears the delegations as authors', () => {
    expect(read.value.authors.map(({ author }) => author).sort()).toEqual(['DE', 'FR'])
  })

  test('gives back what each of them asked, and nothing else', () => {
    const found = suggestionsByAuthor(BEFORE, read.value.before.document, read.value.authors.map(({ author, text }) => ({ author, document: text.document })))
    expect(found.untracked).toBe(0)
    for (const { author, suggestions } of found.authors) {
      const [wanted, got] = [asked[author] ?? [], suggestions].map((some) => applyAmendments(BEFORE, 1, some.map(({ amendments }) => amendments)))
      expect(got?.ok && encodePlain(got.value)).toBe(wanted?.ok && encodePlain(wanted.value))
    }
  })
})

describe('a foreign file', () => {
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const by = (author: string): string => `w:id="1" w:author="${author}" w:date="2026-01-01T00:00:00Z"`
  const body = paragraph('The Council takes note of the report by the Commission.')
    + `<w:p>${run('It asks for ')}<w:ins ${by('Jeanne')}>${run('swift ')}</w:ins>${run('action by ')}<w:del ${by('Karl')}><w:r><w:delText xml:space="preserve">all </w:delText></w:r></w:del>${run('ports.')}</w:p>`
    + `<w:p>${run('Nested: ')}<w:ins ${by('Jeanne')}>${run('one ')}<w:del ${by('Karl')}><w:r><w:delText>two</w:delText></w:r></w:del></w:ins></w:p>`
  const read = parseAuthorsDocx(wordFile(body))
  if (!read.ok) throw new Error(read.error.reason)

  test('is read author by author, and says what belongs to neither alone', () => {
    const lines = read.value.authors.map(({ author, text }) => [author, encodePlain(text.document).split('\n')[1]])
    expect(lines).toEqual([['Jeanne', 'It asks for swift action by all ports.'], ['Karl', 'It asks for action by ports.']])
    expect(read.value.notes).toEqual(['1 passage was inserted by one author and changed by another: only the insertion is among the suggestions.'])
  })

  test('differences from the REV that nobody tracked are counted, and are nobody\'s suggestion', () => {
    const revision = parseDocx(wordFile(paragraph('The Council takes note of the report by the Commission.') + paragraph('It asks for action by all ports.') + paragraph('Nested: text') + paragraph('A last paragraph that the file has lost.')), 'refuse')
    if (!revision.ok) throw new Error(revision.error.reason)
    const found = suggestionsByAuthor(revision.value.document, read.value.before.document, read.value.authors.map(({ author, text }) => ({ author, document: text.document })))
    expect(found.untracked).toBeGreaterThan(0)
    expect(found.authors.find(({ author }) => author === 'Karl')?.suggestions).toHaveLength(1)
  })
})
