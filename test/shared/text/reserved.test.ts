import { describe, expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { parseMarkedDocx } from '../../../shared/docx/parse.ts'
import { acceptAll, rejectAll } from '../../../shared/text/accept.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { contentText } from '../../../shared/text/content.ts'
import { encodeHtml } from '../../../shared/text/html.ts'
import type { MarkedDocument, MarkedInline } from '../../../shared/text/marked.ts'
import { placeReserved, type ReservedNote } from '../../../shared/text/reserved.ts'
import { documentOf, publicationOf, STAMP } from '../docx/publications.ts'

const BEFORE = documentOf(['title', 1, 'Conclusions'], ['numbered', 1, 'The Council notes the tampering with concern.'], ['numbered', 1, 'It asks for a report.'])
const AFTER = documentOf(['title', 1, 'Conclusions'], ['numbered', 1, 'The Council notes the interference with grave concern.'], ['numbered', 1, 'It asks for a report.'])
const MARKED = compareDocuments(BEFORE, AFTER)
const NOW = 'The Council notes the interference with grave concern.'

function on(words: string, mark = 'R1'): ReservedNote {
  const from = NOW.indexOf(words)
  return { mark, block: '2', from, to: from + words.length, by: 'CZ, NL', words: `CZ, NL: scrutiny reservation on paragraph 1, “${words}”.` }
}
const whole = (block: string | null, mark = 'R1'): ReservedNote => ({ mark, block, from: 0, to: 0, by: 'LV', words: 'LV: substantive reservation.' })

/** The words of the text up to and with the piece that bears the mark. */
function wordsUpTo(placed: { document: MarkedDocument; closing: ReadonlyMap<MarkedInline, readonly ReservedNote[]> }, mark: string): string {
  for (const { content } of placed.document.blocks) {
    const at = content.findIndex((piece) => placed.closing.get(piece)?.some((note) => note.mark === mark))
    if (at >= 0) return content.slice(0, at + 1).flatMap((piece) => ('text' in piece && piece.change !== 'deleted' ? [piece.text] : [])).join('')
  }
  throw new Error(`${mark} stands nowhere`)
}

describe('the marks of reservations', () => {
  test('stand behind the last of the words that they are on, as these stand now', () => {
    for (const words of ['Council', 'interference', 'the interference with', 'grave', 'concern.']) {
      const placed = placeReserved(MARKED, [on(words)])
      expect(wordsUpTo(placed, 'R1'), words).toBe(NOW.slice(0, NOW.indexOf(words) + words.length))
    }
  })
  test('stand at the end of a block that they are on as a whole, and nowhere for the whole text', () => {
    const placed = placeReserved(MARKED, [whole('2', 'R2'), whole(null), whole('no such block', 'R3')])
    expect(wordsUpTo(placed, 'R2')).toBe(NOW)
    expect([...placed.closing.values()].flat().map(({ mark }) => mark)).toEqual(['R2'])
  })
  test('change neither of the two texts, wherever they cut', () => {
    for (let from = 0; from < NOW.length; from++) {
      for (let to = from + 1; to <= NOW.length; to += 7) {
        const { document } = placeReserved(MARKED, [{ ...on('Council'), from, to }])
        expect([acceptAll(document), rejectAll(document)]).toEqual([acceptAll(MARKED), rejectAll(MARKED)])
      }
    }
  })
  test('never tear one character in two', () => {
    const text = documentOf(['plain', 1, 'a😀b'])
    const { document } = placeReserved(compareDocuments(text, text), [{ ...whole('1'), from: 0, to: 2 }])
    expect(acceptAll(document)).toEqual(acceptAll(compareDocuments(text, text)))
    for (const piece of document.blocks.flatMap((block) => block.content)) if ('text' in piece) expect(piece.text.isWellFormed()).toBe(true)
  })
})

describe('a published marked version', () => {
  const reserved = [on('interference'), on('grave', 'R2'), whole('3', 'R3')]
  const publication = publicationOf({ version: 'marked', document: MARKED }, { reserved })
  const part = (bytes: Uint8Array, name: string): string | null => { const found = unzipSync(bytes)[`word/${name}.xml`]; return found === undefined ? null : strFromU8(found) }

  test('as HTML bears them behind the words, outside the marks of changes', () => {
    const html = encodeHtml(publication)
    expect(html).toContain('interference</ins><sup class="fn">R1</sup>')
    expect(html).toMatch(/grave<\/ins><sup class="fn">R2<\/sup>/)
    expect(html).toContain('It asks for a report.<sup class="fn">R3</sup></p>')
  })
  test('as a Word file with tracked changes bears them as comments on the words, and gives both texts as if there were none', () => {
    const bytes = encodeDocx(publication, STAMP)
    const document = part(bytes, 'document') ?? ''
    for (const id of [0, 1, 2]) {
      expect(document).toContain(`<w:commentRangeStart w:id="${id}"/>`)
      expect(document.indexOf(`<w:commentRangeStart w:id="${id}"/>`)).toBeLessThan(document.indexOf(`<w:commentRangeEnd w:id="${id}"/>`))
      expect(document).toContain(`<w:commentReference w:id="${id}"/>`)
    }
    expect(document.slice(document.indexOf('<w:commentRangeStart w:id="0"/>'), document.indexOf('<w:commentRangeEnd w:id="0"/>'))).toContain('interference')
    expect(part(bytes, 'comments')).toContain('w:author="CZ, NL" w:date="2026-11-23T09:45:00Z" w:initials="R1"')
    const [read, alone] = [parseMarkedDocx(bytes), parseMarkedDocx(encodeDocx(publicationOf({ version: 'marked', document: MARKED }), STAMP))]
    if (!read.ok || !alone.ok) throw new Error('our own file is not read')
    const words = ({ blocks }: { readonly blocks: readonly { readonly content: Parameters<typeof contentText>[0] }[] }): string[] => blocks.map((block) => contentText(block.content))
    expect(words(read.value.after.document)).toEqual(words(alone.value.after.document))
    expect(words(read.value.before.document)).toEqual(words(alone.value.before.document))
    expect(read.value.after.notes.filter((note) => note.startsWith('Comment by CZ, NL'))).toHaveLength(2)
  })
  test('as a Word file in visible formatting bears them in raised letters', () => {
    const bytes = encodeDocx(publication, STAMP, 'visible')
    expect(part(bytes, 'document')?.replaceAll(/<[^>]+>/g, '')).toContain('interferenceR1 with graveR2')
    expect(part(bytes, 'comments')).toBeNull()
  })
  test('without reservations is written as ever', () => {
    const bytes = encodeDocx(publicationOf({ version: 'marked', document: MARKED }), STAMP)
    expect(part(bytes, 'comments')).toBeNull()
    expect(part(bytes, 'document')).not.toContain('comment')
  })
})
