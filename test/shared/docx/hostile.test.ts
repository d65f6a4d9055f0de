import * as fc from 'fast-check'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { parseDocx } from '../../../shared/docx/parse.ts'
import { ZIP_LIMITS } from '../../../shared/docx/unzip.ts'
import { XML_LIMITS } from '../../../shared/docx/xml.ts'
import { LIMITS } from '../../../shared/text/document.ts'
import { cleanOf, documentOf, STAMP } from './publications.ts'
import { paragraph, part, relationships, wordFile, wordParts, zipped } from './wordFile.ts'

function faultOf(bytes: Uint8Array): string {
  const read = parseDocx(bytes)
  return read.ok ? 'read' : `${read.error.code} ${read.error.stage} ${read.error.reason}`
}

function documentXml(xml: string): Uint8Array {
  return zipped({ ...wordParts(''), 'word/document.xml': strToU8(xml) })
}

/** Not deflated: so regular a document would look like a bomb. */
function storedDocument(body: string): Uint8Array {
  return zipped({ ...wordParts(''), 'word/document.xml': [strToU8(part('document', `<w:body>${body}</w:body>`)), { level: 0 }] })
}

/** Overwrites fields of the central directory entry of one part. */
function withDirectory(bytes: Uint8Array, name: string, change: (view: DataView, entryAt: number) => void): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const found = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
    if (found === name) change(view, at)
  }
  return copy
}

const good = wordFile(paragraph('Text'))
const bomb = zipped({ ...wordParts(''), 'word/document.xml': new Uint8Array(8 * 1024 * 1024).fill(0x20) })

describe('the container is bounded before it is trusted', () => {
  test('a good file is read', () => expect(faultOf(good)).toBe('read'))
  test('no bytes at all', () => expect(faultOf(new Uint8Array(0))).toBe('docx-malformed container not-a-zip'))
  test('not a zip', () => expect(faultOf(strToU8('Dear colleagues, '.repeat(100)))).toBe('docx-malformed container not-a-zip'))
  test('a file over the size limit is refused unread', () =>
    expect(faultOf(new Uint8Array(ZIP_LIMITS.fileBytes + 1))).toBe('file-too-large limit too-large'))

  test('a truncated zip, wherever it is cut', () => {
    for (let length = 4; length < good.length; length += 7) expect(faultOf(good.subarray(0, length))).toBe('docx-malformed container zip-cut')
  })

  test('a bomb that declares its size', () => expect(faultOf(bomb)).toBe('docx-malformed limit ratio'))

  test('a bomb that declares a harmless size', () => {
    const lying = withDirectory(bomb, 'word/document.xml', (view, at) => view.setUint32(at + 24, 100, true))
    expect(faultOf(lying)).toBe('docx-malformed limit part-too-large')
  })

  test('a part that declares more than the limit', () => {
    const lying = withDirectory(good, 'word/document.xml', (view, at) => view.setUint32(at + 24, ZIP_LIMITS.partBytes + 1, true))
    expect(faultOf(lying)).toBe('docx-malformed limit part-too-large')
  })

  test('a part whose checksum does not fit', () => {
    const damaged = withDirectory(good, 'word/document.xml', (view, at) => view.setUint32(at + 16, 1, true))
    expect(faultOf(damaged)).toBe('docx-malformed container zip-damaged')
  })

  test('an encrypted part', () => {
    const encrypted = withDirectory(good, 'word/document.xml', (view, at) => view.setUint16(at + 8, 1, true))
    expect(faultOf(encrypted)).toBe('docx-malformed container zip-unsupported')
  })

  test('two parts of one name, in whatever case', () => {
    const twice = zipped({ ...wordParts(paragraph('a')), 'WORD/document.xml': strToU8('b') })
    expect(faultOf(twice)).toBe('docx-malformed container zip-damaged')
  })

  test('too many parts', () => {
    const many = Object.fromEntries(Array.from({ length: ZIP_LIMITS.parts + 1 }, (_, index) => [`x/${index}`, new Uint8Array(0)]))
    expect(faultOf(zipped({ ...wordParts(paragraph('a')), ...many }))).toBe('docx-malformed limit too-many-parts')
  })

  test.each(['../../x', '/etc/passwd', 'word/../../x', 'C:/x', 'word\\x', 'a//b', 'a\u0000b'])('a part named %j', (name) =>
    expect(faultOf(zipped({ ...wordParts(paragraph('a')), [name]: strToU8('x') }))).toBe('docx-malformed container unsafe-name'))
})

describe('only the known parts are read', () => {
  test('no document at all', () => {
    const { 'word/document.xml': _, ...rest } = wordParts('')
    expect(faultOf(zipped(rest))).toBe('docx-malformed container part-missing')
  })

  test('a document that is another kind of part', () =>
    expect(faultOf(documentXml(part('styles', '')))).toBe('docx-malformed container part-missing'))

  test.each([['../document.xml', 'Internal'], ['http://example.org/document.xml', 'External'], ['file:///etc/passwd', 'External']])('a document at %s', (target, mode) => {
    const files = { ...wordParts(paragraph('a')), '_rels/.rels': strToU8(relationships(['officeDocument', target, mode])) }
    expect(faultOf(zipped(files))).toBe('docx-malformed container part-missing')
  })

  test('a document under another name is found through its relationship', () => {
    const { 'word/document.xml': document, ...rest } = wordParts(paragraph('a'))
    const files = { ...rest, 'odd/place.xml': document ?? new Uint8Array(0), '_rels/.rels': strToU8(relationships(['officeDocument', '/odd/place.xml'])) }
    expect(faultOf(zipped(files))).toBe('read')
  })
})

describe('the XML is bounded and has no entities', () => {
  test('a document type is refused, so that no entity can expand', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + part('document', paragraph('&b;')).replace(/^<\?.*?\?>/, '')
    expect(faultOf(documentXml(laughs))).toBe('docx-malformed payload doctype')
  })

  test('an external entity is refused with its document type', () =>
    expect(faultOf(documentXml('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'))).toBe('docx-malformed payload doctype'))
  test('an unknown entity', () => expect(faultOf(documentXml(part('document', '&nbsp;')))).toBe('docx-malformed payload not-xml'))
  test('no XML', () => expect(faultOf(documentXml('{"w:document": 1}'))).toBe('docx-malformed payload not-xml'))
  test('XML cut short', () => expect(faultOf(documentXml(part('document', '<w:body>')))).toBe('docx-malformed payload not-xml'))
  test('bytes that are no UTF-8', () =>
    expect(faultOf(zipped({ ...wordParts(''), 'word/document.xml': Uint8Array.of(0xc3, 0x28) }))).toBe('docx-malformed payload encoding'))

  test('deep nesting', () => {
    const depth = XML_LIMITS.depth + 1
    expect(faultOf(wordFile('<w:sdt>'.repeat(depth) + '</w:sdt>'.repeat(depth)))).toBe('docx-malformed limit too-deep')
  })

  test('too many nodes', () => {
    const many = '<w:p a="" b="" c="" d="" e="" f="" g="" h="" i=""/>'.repeat(XML_LIMITS.nodes / 10 + 1)
    expect(faultOf(storedDocument(many))).toBe('docx-malformed limit too-many-nodes')
  })
})

describe('the text is bounded', () => {
  test('a file without a word', () => expect(faultOf(wordFile('<w:p/>'))).toBe('text-empty schema empty'))

  test('a huge paragraph is kept whole below the limit of the document and refused above', () => {
    const size = LIMITS.charactersPerRun * 2
    const read = parseDocx(wordFile(paragraph('abcdefghij'.repeat(size / 10))))
    expect(read.ok && read.value.document.blocks[0]?.content.length).toBe(2)
    expect(faultOf(storedDocument(paragraph('x'.repeat(LIMITS.charactersPerDocument + 1))))).toBe('text-too-large limit too-long')
  })

  test('too many paragraphs', () =>
    expect(faultOf(storedDocument(paragraph('x').repeat(LIMITS.blocks + 1)))).toBe('text-too-large limit too-long'))

  test('a paragraph in too many pieces', () => {
    const run = '<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>'
    expect(faultOf(storedDocument(`<w:p>${run.repeat(LIMITS.runsPerBlock)}</w:p>`))).toBe('text-too-large limit too-long')
  })
})

describe('whatever the bytes are, the answer is a value', () => {
  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(faultOf(bytes)).toMatch(/^docx-malformed /)
    }), { seed: 21, numRuns: 200 })
  })

  test('a good file with any one byte changed', () => {
    const own = encodeDocx(cleanOf(documentOf(['title', 1, 'Title'], ['numbered', 1, 'Text'])), STAMP)
    fc.assert(fc.property(fc.nat(own.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = own.slice()
      damaged[at] = (damaged[at] ?? 0) ^ change
      expect(faultOf(damaged)).toMatch(/^(read$|docx-malformed )/)
    }), { seed: 22, numRuns: 300 })
  })

  test('a document part of any XML', () => {
    const names = fc.constantFrom('w:p', 'w:r', 'w:t', 'w:ins', 'w:del', 'w:tbl', 'w:tr', 'w:tc', 'w:sdt', 'w:fldChar', 'w:footnoteReference', 'mc:AlternateContent', 'm:oMath', 'w:odd')
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, fc.constant('words'), fc.tuple(names, fc.array(tie('node'), { maxLength: 4 })).map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`)),
    })).node
    fc.assert(fc.property(tree, (body) => {
      expect(faultOf(wordFile(body))).toMatch(/^(read$|text-empty |docx-has-changes )/)
    }), { seed: 23, numRuns: 300 })
  })
})
