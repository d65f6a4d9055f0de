import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { encodeDispositionDocx } from '../../../shared/docx/encodeDisposition.ts'
import { parseDocx, parseMarkedDocx } from '../../../shared/docx/parse.ts'
import { parseXml } from '../../../shared/docx/xml.ts'
import { acceptAll } from '../../../shared/text/accept.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { DispositionRow } from '../../../shared/text/disposition.ts'
import type { MarkedDocument } from '../../../shared/text/marked.ts'
import { cleanOf, documentOf, publicationOf, STAMP } from './publications.ts'

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name.split('/').at(-1), strFromU8(part)]))
}

const mainPart = (bytes: Uint8Array): string => partsOf(bytes)['document.xml'] ?? ''
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const numbered = { kind: 'numbered', level: 1 } as const
const run = (change: 'same' | 'inserted' | 'deleted', text: string): MarkedDocument['blocks'][number]['content'][number] => ({ text, marks: [], change })

/** One change of every kind. */
const changed: MarkedDocument = {
  blocks: [
    { change: 'same', move: null, idBefore: '1', idAfter: '1', before: { kind: 'title', level: 1 }, after: { kind: 'title', level: 1 }, content: [run('same', 'Conclusions')] },
    { change: 'movedTo', move: 1, idBefore: '5', idAfter: '5', before: numbered, after: numbered, content: [run('same', 'The EU will meet every '), run('deleted', 'second '), run('same', 'year.')] },
    { change: 'deleted', move: null, idBefore: '2', idAfter: null, before: numbered, after: null, content: [run('deleted', 'Two goes away for good.')] },
    { change: 'same', move: null, idBefore: '3', idAfter: '3', before: { kind: 'bullet', level: 1 }, after: { kind: 'plain', level: 1 }, content: [run('same', 'Three becomes plain.')] },
    { change: 'movedFrom', move: 1, idBefore: '5', idAfter: '5', before: numbered, after: numbered, content: [run('deleted', 'The EU will meet every second year.')] },
    {
      change: 'inserted', move: null, idBefore: null, idAfter: 'r1.1', before: null, after: { kind: 'numbered', level: 2 },
      content: [run('inserted', 'Entirely new words'), { footnote: [{ text: 'With a note.', marks: [], change: 'inserted' }], change: 'inserted' }],
    },
    { change: 'deleted', move: null, idBefore: '7', idAfter: null, before: numbered, after: null, content: [run('deleted', 'The last one goes.')] },
  ],
}
const after = acceptAll(changed)
const markedFile = encodeDocx(publicationOf({ version: 'marked', document: changed }), STAMP)

describe('a Word file of ours', () => {
  test('is the same bytes for the same text, and every part is well-formed', () => {
    expect(encodeDocx(publicationOf({ version: 'marked', document: structuredClone(changed) }), STAMP)).toEqual(markedFile)
    for (const part of Object.values(unzipSync(markedFile))) expect(parseXml(part, { nodes: 0 }).name).not.toBe('')
  })

  test('holds nothing that XML cannot, whatever the text holds', () => {
    const read = parseDocx(encodeDocx(cleanOf(documentOf(['plain', 1, 'a\u0000b\u000bc\ufffed']), { title: '\u0001"<&>' }), STAMP))
    expect(read.ok && read.value.document.blocks[0]?.content).toEqual([{ text: 'a\ufffdb\ufffdc\ufffdd', marks: [] }])
  })

  test('bears number, marking and page on every page, and EXERCISE where it is one', () => {
    const facts = { exercise: true, marking: { limite: true, classification: 'R-UE/EU-R', tlp: 'AMBER' } } as const
    const { 'header.xml': header = '', 'footer.xml': footer = '', 'document.xml': document = '' } = partsOf(encodeDocx(cleanOf(after, facts), STAMP))
    for (const furniture of [header, footer]) {
      expect(furniture).toContain('EXERCISE EXERCISE EXERCISE')
      expect(furniture).toContain('LIMITE   RESTREINT UE/EU RESTRICTED   TLP:AMBER')
    }
    expect(footer).toContain('7923/2/17 REV 2')
    expect(footer).toContain('w:instr=" PAGE "')
    expect(count(document, /<w:headerReference/g)).toBe(count(document, /<w:sectPr>/g))
    expect(partsOf(encodeDocx(cleanOf(after), STAMP))['header.xml']).not.toContain('EXERCISE')
  })

  test('has a cover that names number, codes, From, To and subject', () => {
    const document = mainPart(encodeDocx(cleanOf(after), STAMP))
    for (const words of ['Brussels, 16 May 2017', '>7923/2/17<', '>REV 2<', '>LIMITE<', '>CYBER 48<', '>NOTE<', '>Presidency<', '>Delegations<', 'on &lt;cyber&gt; &amp; &quot;diplomacy&quot;']) {
      expect(document).toContain(words)
    }
    expect(mainPart(encodeDocx(cleanOf(after, { revLabel: 'INIT' }), STAMP))).toContain('>7923/17<')
  })

  test('numbers paragraphs with Word’s own numbering', () => {
    const { 'document.xml': document = '', 'numbering.xml': numbering = '' } = partsOf(encodeDocx(cleanOf(after), STAMP))
    expect(document).toContain('<w:pStyle w:val="ChanceryNumbered2"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
    expect([...numbering.matchAll(/<w:lvlText w:val="([^"]+)"/g)].slice(0, 3).map((match) => match[1])).toEqual(['%1.', '(%2)', '(%3)'])
  })

  test('is headed by the title of the publication only where the text has none', () => {
    const untitled = documentOf(['plain', 1, 'Words'])
    expect(mainPart(encodeDocx(cleanOf(untitled), STAMP))).toContain('>Draft conclusions<')
    expect(mainPart(encodeDocx(cleanOf(after), STAMP))).not.toContain('>Draft conclusions<')
  })
})

describe('a marked version', () => {
  const document = mainPart(markedFile)

  test('says what it is compared with; a clean one does not', () => {
    expect(document).toContain('Marked version, compared with 7923/1/17 REV 1.')
    expect(mainPart(encodeDocx(cleanOf(after), STAMP))).not.toContain('ompared with')
  })

  test('bears author and date on every change, each under a number of its own', () => {
    const changes = [...document.matchAll(/<w:(?:ins|del|moveFrom|moveTo|pPrChange|rPrChange|moveFromRangeStart|moveToRangeStart) w:id="(\d+)" w:author="Presidency" w:date="2026-11-23T09:45:00Z"/g)]
    expect(changes.length).toBeGreaterThan(6)
    expect(new Set(changes.map((match) => match[1])).size).toBe(changes.length)
    expect(count(document, /<w:(?:ins|del|moveFrom|moveTo|pPrChange|rPrChange|moveFromRangeStart|moveToRangeStart)[ >]/g)).toBe(changes.length)
  })

  test('keeps deleted words as deleted text and nowhere else', () => {
    const deletions = [...document.matchAll(/<w:del [^>]*><w:r>.*?<\/w:del>/g)].map((match) => match[0]).join('')
    expect(deletions).toContain('Two goes away for good.')
    expect(deletions).not.toContain('<w:t ')
    expect(count(document, /<w:delText /g)).toBe(count(deletions, /<w:delText /g))
  })

  test('pairs a moved paragraph by name, and shows only the lost words as deleted', () => {
    const names = [...document.matchAll(/<w:move(From|To)RangeStart [^>]*w:name="(\w+)"/g)].map((match) => [match[1], match[2]])
    expect(names).toEqual([['To', 'move1'], ['From', 'move1']])
    expect(document).toMatch(/<w:moveFrom [^>]*><w:r><w:t [^>]*>The EU will meet every /)
    expect(document).toMatch(/<w:del [^>]*><w:r><w:delText [^>]*>second /)
  })

  test('marks the paragraph mark of whole blocks and the former format of others', () => {
    expect(document).toMatch(/<w:rPr><w:del [^>]*\/><\/w:rPr><\/w:pPr><w:del [^>]*><w:r><w:delText [^>]*>Two goes/)
    expect(document).toMatch(/<w:rPr><w:ins [^>]*\/><\/w:rPr><\/w:pPr><w:ins [^>]*><w:r><w:t [^>]*>Entirely/)
    expect(document).toMatch(/<w:pPrChange [^>]*><w:pPr><w:pStyle w:val="ChanceryBullet1"\/>/)
  })

  test('ends with a paragraph that never changes, so that the last one of the text can go', () => {
    const both = parseMarkedDocx(markedFile)
    expect(both.ok && both.value.after.document.blocks.length).toBe(after.blocks.length)
    expect(document).toMatch(/<w:pStyle w:val="ChanceryCoverEnd"\/><\/w:pPr>.{0,120}<\/w:p><w:sectPr>.*<\/w:body>/)
  })

  test('records changed marks on unchanged words as a change of format', () => {
    const marked: MarkedDocument = {
      blocks: [{
        change: 'same', move: null, idBefore: '1', idAfter: '1', before: { kind: 'plain', level: 1 }, after: { kind: 'plain', level: 1 },
        content: [{ text: 'same words', marks: ['italic'], change: 'deleted' }, { text: 'same words', marks: ['bold'], change: 'inserted' }],
      }],
    }
    const bytes = encodeDocx(publicationOf({ version: 'marked', document: marked }), STAMP)
    expect(count(mainPart(bytes), /same words/g)).toBe(1)
    const both = parseMarkedDocx(bytes)
    expect(both.ok && [both.value.before, both.value.after].map((text) => text.document.blocks[0]?.content)).toEqual(
      [[{ text: 'same words', marks: ['italic'] }], [{ text: 'same words', marks: ['bold'] }]])
  })
})

describe('the disposition table as a Word file', () => {
  const change = compareDocuments(documentOf(['plain', 1, 'old words stay']), documentOf(['plain', 1, 'new words stay']))
  const rows: readonly DispositionRow[] = [
    { letter: 'A', suggestion: 'x:0', delegation: 'CZ', place: 'Paragraph 1', change, words: '', verdict: 'edited', edited: 'other words', reason: 'Clearer.' },
    { letter: 'B', suggestion: 'y:0', delegation: 'NL', place: 'Paragraph 2', change: { blocks: [] }, words: '[old] new', verdict: 'notTakenUp', edited: '', reason: '' },
  ]
  const { cover, marking } = cleanOf(after)
  const bytes = encodeDispositionDocx(rows, { cover, marking, title: 'Cables', exercise: false, revLabel: 'REV 2', comparedWith: '7923/1/17 REV 1' }, STAMP)

  test('has a row for every suggestion, with who, where, verdict and reason', () => {
    const document = mainPart(bytes)
    expect(count(document, /<w:tr>/g)).toBe(3)
    for (const words of ['>CZ<', '>Paragraph 1<', '>Accepted in other words<', '>other words<', '>Clearer.<', '>NL<', '>Not taken up<', '>[old] new<', '7923/1/17 REV 1']) expect(document).toContain(words)
  })

  test('shows the change in visible marks and tracks nothing', () => {
    const document = mainPart(bytes)
    expect(document).toMatch(/<w:strike\/><\/w:rPr><w:t [^>]*>old/)
    expect(document).toMatch(/<w:b\/><w:bCs\/><w:u w:val="single"\/><\/w:rPr><w:t [^>]*>new/)
    expect(document).not.toMatch(/<w:(?:ins|del) /)
  })
})
