/** Comments of a Word file stand on the words they were written on, or are told without a place; they never change the text. */
import { describe, expect, test } from 'vitest'
import { parseAuthorsDocx, parseDocx } from '../../../shared/docx/parse.ts'
import { placeInRevision } from '../../../shared/text/authorSuggestions.ts'
import { contentText } from '../../../shared/text/content.ts'
import { wordFile } from './wordFile.ts'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const comment = (id: number, author: string, words: string): string => `<w:comment w:id="${id}" w:author="${author}" w:date="2026-01-01T00:00:00Z"><w:p>${run(words)}</w:p></w:comment>`
const by = 'w:id="90" w:author="Karl" w:date="2026-01-01T00:00:00Z"'

const body = `<w:p>${run('The Council notes ')}${start(0)}${run('the report')}${end(0)}${run(' by the Commission.')}</w:p>`
  + `<w:p>${start(1)}${run('1. It asks for ')}<w:ins ${by}>${run('swift ')}</w:ins>${run('action.')}${end(1)}</w:p>`
  + `<w:p>${run('It asks ')}${start(2)}<w:ins ${by}>${run('all ')}</w:ins>${run('ports to ')}<w:del ${by}><w:r><w:delText xml:space="preserve">kindly </w:delText></w:r></w:del>${run('answer')}</w:p>`
  + `<w:p>${run('within ')}${run('ten days')}${end(2)}${run('.')}</w:p>`
const comments = [comment(0, 'Jeanne', 'Which one?'), comment(1, 'Karl', 'By whom?'), comment(2, 'Jeanne', 'Too short.'), comment(3, 'Karl', 'Nowhere.')].join('')
const file = wordFile(body, { comments })
const read = parseAuthorsDocx(file)
if (!read.ok) throw new Error(read.error.reason)
const { before } = read.value

describe('comments of a Word file', () => {
  test('stand on their words in the text without its changes; one that the text does not refer to has no place', () => {
    const quoted = read.value.comments.map(({ author, words, place }) => {
      const block = before.document.blocks.find((one) => one.id === place?.block)
      return [author, words, block === undefined || place === null ? null : contentText(block.content).slice(place.from, place.to)]
    })
    expect(quoted).toEqual([['Jeanne', 'Which one?', 'the report'], ['Karl', 'By whom?', 'It asks for action.'], ['Jeanne', 'Too short.', 'ports to kindly answer'], ['Karl', 'Nowhere.', null]])
  })

  test('leave no trace in any reading of the text', () => {
    const plain = parseAuthorsDocx(wordFile(body.replaceAll(/<w:comment[^>]*\/>/g, '')))
    expect(plain.ok && [plain.value.before.document, plain.value.authors]).toEqual([before.document, read.value.authors])
    const one = parseDocx(file, 'accept')
    expect(one.ok && JSON.stringify(one.value.document)).not.toMatch(/[\uFDD0\uFDD1]/)
    expect(one.ok && one.value.notes).toContain('Comment by Jeanne: "Which one?"')
  })

  test('are followed into the REV, as long as their words are there', () => {
    const [first] = before.document.blocks
    const revision = { blocks: before.document.blocks.map((block) => ({ ...block, id: `r2.${block.id}`, content: block === first ? [{ text: 'In short, the Council notes the report by the Commission.', marks: [] }] : block.content })) }
    const place = placeInRevision(revision, before.document, read.value.comments[0]?.place ?? null)
    expect(place).toMatchObject({ block: `r2.${first?.id ?? ''}` })
    expect(contentText(revision.blocks[0]?.content ?? []).slice(place?.from, place?.to)).toBe('the report')
    expect(placeInRevision({ blocks: revision.blocks.slice(1, 2) }, before.document, read.value.comments[0]?.place ?? null)).toBeNull()
    expect(placeInRevision(revision, before.document, null)).toBeNull()
  })

  test('that pretend to be a sign of ours are only words', () => {
    const hostile = parseAuthorsDocx(wordFile(`<w:p>${run('A \uFDD0s7\uFDD1 B ')}${start(0)}${run('C')}${end(0)}</w:p>`, { comments: comment(0, 'Karl', 'Hm.') }))
    expect(hostile.ok && hostile.value.comments).toEqual([{ author: 'Karl', words: 'Hm.', place: null }])
  })
})
