import { describe, expect, test } from 'vitest'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { parseDocx, parseMarkedDocx, type TrackedChanges } from '../../../shared/docx/parse.ts'
import { isFootnote, type Inline } from '../../../shared/text/document.ts'
import { documentOf, markedOf, STAMP } from './publications.ts'
import { paragraph, wordFile, wordParts, zipped } from './wordFile.ts'

function words(content: readonly Inline[]): string {
  return content.map((inline) => isFootnote(inline) ? `[${words(inline.footnote)}]` : inline.marks.length === 0 ? inline.text : `<${inline.marks.join('+')}>${inline.text}</>`).join('')
}

function linesOf(bytes: Uint8Array, changes: TrackedChanges = 'refuse'): string[] {
  const read = parseDocx(bytes, changes)
  return read.ok ? read.value.document.blocks.map(({ kind, level, content }) => `${kind} ${level}: ${words(content)}`) : [read.error.reason]
}

function notesOf(bytes: Uint8Array): readonly string[] {
  const read = parseDocx(bytes, 'accept')
  return read.ok ? read.value.notes : [read.error.reason]
}

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const style = (id: string, name: string, markup = '', type = 'paragraph'): string => `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${markup}</w:style>`
const level = (index: number, format: string): string => `<w:lvl w:ilvl="${index}"><w:numFmt w:val="${format}"/></w:lvl>`
const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal')}${level(1, 'lowerLetter')}</w:abstractNum>`
  + `<w:abstractNum w:abstractNumId="1">${level(0, 'bullet')}</w:abstractNum>`
  + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
const list = (numId: number, index: number): string => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${numId}"/></w:numPr>`

describe('a plain Word file becomes blocks', () => {
  test('title and headings by style name, outline level and inheritance', () => {
    const styles = style('T', 'Title') + style('H2', 'heading 2') + style('My', 'My heading', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
      + style('Child', 'Child', '<w:basedOn w:val="My"/>')
    const body = [['Name', 'T'], ['Two', 'H2'], ['Three', 'My'], ['Three too', 'Child']].map(([text, id]) => paragraph(text ?? '', `<w:pStyle w:val="${id}"/>`)).join('')
    const file = wordFile(body + paragraph('One', '<w:outlineLvl w:val="0"/>'), { styles })
    expect(linesOf(file)).toEqual(['title 1: Name', 'heading 2: Two', 'heading 3: Three', 'heading 3: Three too', 'heading 1: One'])
  })

  test('the title is the first title, else the first heading, else the first words', () => {
    const titleIn = (body: string): string | false => {
      const read = parseDocx(wordFile(body, { styles: style('T', 'Title') + style('H1', 'heading 1') }))
      return read.ok && read.value.title
    }
    const heading = paragraph('A heading', '<w:pStyle w:val="H1"/>')
    expect(titleIn(paragraph('Words') + heading + paragraph('A title', '<w:pStyle w:val="T"/>'))).toBe('A title')
    expect(titleIn(paragraph('Words') + heading)).toBe('A heading')
    expect(titleIn(paragraph('Words') + paragraph('More'))).toBe('Words')
  })

  test('lists by numbering, at the paragraph and through its style; unnumbered paragraphs continue the numbered one before', () => {
    const styles = style('L', 'My list', `<w:pPr>${list(1, 0)}</w:pPr>`)
    const body = paragraph('before') + paragraph('one', list(1, 0)) + paragraph('goes on') + paragraph('a', list(1, 1)) + paragraph('goes on deeper')
      + paragraph('dot', list(2, 0)) + paragraph('two', '<w:pStyle w:val="L"/>') + paragraph('no number', `<w:pStyle w:val="L"/>${list(0, 0)}`)
    expect(linesOf(wordFile(body, { styles, numbering }))).toEqual([
      'plain 1: before', 'numbered 1: one', 'continuation 1: goes on', 'numbered 2: a', 'continuation 2: goes on deeper', 'bullet 1: dot', 'numbered 1: two', 'continuation 1: no number',
    ])
  })

  test('typed numbers are recognised and computed anew; a differing one is told', () => {
    const file = wordFile(['1. one', '2.\u00a0two', '(a) sub', '(i) subsub', '- dot', '7. three', '2016. A year'].map((text) => paragraph(text)).join(''))
    expect(linesOf(file)).toEqual(['numbered 1: one', 'numbered 1: two', 'numbered 2: sub', 'numbered 3: subsub', 'bullet 1: dot', 'numbered 1: three', 'continuation 1: 2016. A year'])
    expect(notesOf(file)).toEqual(['1 typed paragraph number differs from the computed one.'])
  })

  test('marks, direct and through character styles, on and off', () => {
    const styles = style('Strong', 'Strong', '<w:rPr><w:b/></w:rPr>', 'character')
    const body = `<w:p>${run('a', '<w:b/>')}${run('b', '<w:i/><w:u w:val="single"/>')}${run('c', '<w:u w:val="none"/>')}${run('d', '<w:vertAlign w:val="superscript"/>')}`
      + `${run('e', '<w:rStyle w:val="Strong"/>')}${run('f', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')}</w:p>`
    expect(linesOf(wordFile(body, { styles }))).toEqual(['plain 1: <bold>a</><italic+underline>b</>c<superscript>d</><bold>e</>f'])
  })

  test('tabs, breaks, non-breaking hyphens and spaces; white space only where it is preserved', () => {
    const body = '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t> c </w:t><w:noBreakHyphen/><w:t xml:space="preserve"> d\u00a0</w:t><w:softHyphen/><w:t>e</w:t><w:br w:type="page"/></w:r></w:p>'
    expect(linesOf(wordFile(body))).toEqual(['plain 1: a\tb\nc\u2011 d\u00a0\u00ade'])
  })

  test('footnotes stand where their reference stands; endnotes become footnotes and are told', () => {
    const note = (name: string, id: string, text: string): string => `<w:${name} w:id="${id}"><w:p><w:r><w:${name}Ref/></w:r><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p></w:${name}>`
    const body = `<w:p>${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('b')}<w:r><w:endnoteReference w:id="5"/></w:r><w:r><w:footnoteReference w:id="9"/></w:r></w:p>`
    const file = wordFile(body, { footnotes: note('footnote', '2', 'First.'), endnotes: note('endnote', '5', 'Last.') })
    expect(linesOf(file)).toEqual(['plain 1: a[First.]b[Last.]'])
    expect(notesOf(file)).toEqual(['1 endnote became a footnote.', '1 footnote reference has no footnote in the file.'])
  })

  test('words of links, content controls and fields stay; field codes do not', () => {
    const field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
      + `${run('inner code')}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(' result')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body = `<w:sdt><w:sdtContent><w:p><w:hyperlink r:id="x">${run('link')}</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>${run(' control')}</w:sdtContent></w:sdt>`
      + `<w:fldSimple w:instr="DATE">${run(' simple')}</w:fldSimple>${field}</w:p></w:sdtContent></w:sdt>`
    expect(linesOf(wordFile(body))).toEqual(['plain 1: link control simple result'])
    expect(notesOf(wordFile(body))).toEqual([])
  })

  test('text behind a field that never ends is told', () => {
    const body = `<w:p>${run('seen')}<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('unseen')}</w:p>`
    expect(linesOf(wordFile(body))).toEqual(['plain 1: seen'])
    expect(notesOf(wordFile(body))).toEqual(['1 passage inside a damaged field was left out.'])
  })

  test('tables are rows of cells, and a table inside a table is told', () => {
    const cell = (inner: string): string => `<w:tc>${inner}</w:tc>`
    const nested = `<w:tbl><w:tr>${cell(paragraph('n1'))}${cell(paragraph('n2'))}</w:tr></w:tbl>`
    const body = `<w:tbl><w:tr>${cell(paragraph('a') + paragraph('b'))}${cell(paragraph('c'))}</w:tr><w:tr>${cell(nested + '<w:p/>')}${cell('<w:p/>')}</w:tr></w:tbl>`
    expect(linesOf(wordFile(body))).toEqual(['row 1: a\nb', 'cell 1: c', 'row 1: n1\tn2', 'cell 1: '])
    expect(notesOf(wordFile(body))).toEqual(['1 table inside a table was flattened: one line per row.'])
  })

  test('text boxes follow their paragraph, once', () => {
    const box = `<w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('boxed')}</w:txbxContent></v:textbox></v:shape></w:pict>`
    const body = `<w:p>${run('host')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(linesOf(wordFile(body))).toEqual(['plain 1: host', 'plain 1: boxed'])
    expect(notesOf(wordFile(body))).toEqual(['1 text box was placed after its paragraph.'])
  })

  test('what is left out is listed', () => {
    const body = `<w:p>${run('x')}<w:r><w:drawing/></w:r><w:r><w:pict/></w:r>${run('secret', '<w:vanish/>')}${run('old', '<w:strike/>')}<w:r><w:commentReference w:id="1"/></w:r>`
      + '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r><w:r><w:odd/></w:r><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath></w:p><w:altChunk r:id="y"/>'
      + '<w:sectPr><w:headerReference r:id="z"/></w:sectPr>'
    expect(linesOf(wordFile(body))).toEqual(['plain 1: xold\ufffdE=mc'])
    expect(notesOf(wordFile(body))).toEqual([
      'Headers and footers were left out.', '2 images were left out.', '1 passage of hidden text was left out.',
      '1 passage formatted as struck through was taken as ordinary text.', '1 symbol of a special font could not be read.',
      '1 equation was taken as plain characters.', '1 embedded document was left out.', 'Not understood and left out: w:odd (1).',
    ])
    expect(notesOf(zipped({ ...wordParts(paragraph('x')), 'word/vbaProject.bin': Uint8Array.of(1) }))).toEqual(['Macros were left out.'])
  })
})

describe('tracked changes are never taken in silence', () => {
  const by = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
  const ins = (inner: string): string => `<w:ins ${by}>${inner}</w:ins>`
  const del = (text: string): string => `<w:del ${by}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
  const gone = `<w:pPr><w:rPr><w:del ${by}/></w:rPr></w:pPr>`
  const readBoth = (body: string, extra = {}): [string[], string[]] => [linesOf(wordFile(body, extra), 'reject'), linesOf(wordFile(body, extra), 'accept')]

  test.each([
    ['words', `<w:p>${run('a ')}${del('old')}${ins(run('new'))}</w:p>`, ['plain 1: a old'], ['plain 1: a new']],
    ['a move', `<w:p><w:moveFrom ${by}>${run('x')}</w:moveFrom>${run('y')}<w:moveTo ${by}>${run('x')}</w:moveTo></w:p>`, ['plain 1: xy'], ['plain 1: yx']],
    ['a paragraph mark', `<w:p>${gone}${run('one ')}</w:p>${paragraph('two')}`, ['plain 1: one', 'plain 1: two'], ['plain 1: one two']],
    ['inserted by one and deleted by another', `<w:p>${run('a')}${ins(del('b'))}</w:p>`, ['plain 1: a'], ['plain 1: a']],
    ['marks', `<w:p>${run('a', `<w:b/><w:rPrChange ${by}><w:rPr><w:i/></w:rPr></w:rPrChange>`)}</w:p>`, ['plain 1: <italic>a</>'], ['plain 1: <bold>a</>']],
    ['a row', `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc></w:tr><w:tr><w:trPr><w:ins ${by}/></w:trPr><w:tc>${paragraph('b')}</w:tc></w:tr></w:tbl>`, ['row 1: a'], ['row 1: a', 'row 1: b']],
    ['a cell', `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc><w:tcPr><w:cellDel ${by}/></w:tcPr>${paragraph('b')}</w:tc></w:tr></w:tbl>`, ['row 1: a', 'cell 1: b'], ['row 1: a']],
  ])('%s', (_, body, before, after) => {
    expect(readBoth(body)).toEqual([before, after])
    expect(linesOf(wordFile(body))).toEqual(['tracked-changes'])
  })

  test.each([
    ['a list', paragraph('a', `${list(1, 0)}<w:pPrChange ${by}><w:pPr/></w:pPrChange>`), ['plain 1: a'], ['numbered 1: a']],
    ['a list new to a paragraph', paragraph('a', list(1, 0).replace('</w:numPr>', `<w:ins ${by}/></w:numPr>`)), ['plain 1: a'], ['numbered 1: a']],
  ])('%s', (_, body, before, after) => {
    expect(readBoth(body, { numbering })).toEqual([before, after])
    expect(linesOf(wordFile(body, { numbering }))).toEqual(['tracked-changes'])
  })

  test('a changed footnote counts', () => {
    const footnotes = `<w:footnote w:id="1"><w:p>${run('old')}${ins(run(' new'))}</w:p></w:footnote>`
    const body = `<w:p>${run('a')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`
    expect(readBoth(body, { footnotes })).toEqual([['plain 1: a[old]'], ['plain 1: a[old new]']])
    expect(linesOf(wordFile(body, { footnotes }))).toEqual(['tracked-changes'])
  })

  test('a marked version of ours is refused as a plain text, and gives both texts on request', () => {
    const file = encodeDocx(markedOf(documentOf(['plain', 1, 'old words here']), documentOf(['plain', 1, 'new words here'])), STAMP)
    expect(linesOf(file)).toEqual(['tracked-changes'])
    const both = parseMarkedDocx(file)
    expect(both.ok && [both.value.before, both.value.after].map((text) => words(text.document.blocks[0]?.content ?? []))).toEqual(['old words here', 'new words here'])
  })

  test('a text that is new as a whole has an empty predecessor', () => {
    const both = parseMarkedDocx(encodeDocx(markedOf({ blocks: [] }, documentOf(['plain', 1, 'new'])), STAMP))
    expect(both.ok && [both.value.before.document.blocks.length, both.value.after.document.blocks.length]).toEqual([0, 1])
  })
})
