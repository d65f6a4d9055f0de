import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex } from '../../shared/base/bytes.ts'
import { encodeDocx } from '../../shared/docx/encode.ts'
import { parseDocx, parseMarkedDocx } from '../../shared/docx/parse.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { cleanOf, markedOf, STAMP } from '../shared/docx/publications.ts'
import { documents, editedPairs } from './textArbitrary.ts'

const bytesOf = (document: TextDocument): string => hex(canonicalText(document))
const written = documents.filter(({ blocks }) => blocks.length > 0)
const bothWritten = editedPairs.filter(({ before, after }) => before.blocks.length > 0 && after.blocks.length > 0)

/** Characters for which Word has elements of its own, and those that XML would swallow. */
const awkward = fc.array(fc.constantFrom('\t', '\n', '\u00a0', '\u2011', '\u00ad', ' ', '  ', '<', '&', '"', ']]>', '\u2028', 'x', '\ud83d\ude00', '(a) ', '1. '), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))

describe('a text survives its own Word file', () => {
  test('clean: the same canonical bytes', () => {
    fc.assert(fc.property(written, (document) => {
      const read = parseDocx(encodeDocx(cleanOf(document), STAMP))
      expect(read.ok && bytesOf(read.value.document)).toBe(bytesOf(document))
    }), { seed: 11, numRuns: 80 })
  })

  test('clean: every character stays, also where Word has elements of its own', () => {
    fc.assert(fc.property(awkward, awkward, (text, note) => {
      const content = [{ text, marks: [] }, { footnote: [{ text: note, marks: [] }] }]
      const document: TextDocument = { blocks: [{ id: '1', kind: 'plain', level: 1, content }] }
      const read = parseDocx(encodeDocx(cleanOf(document), STAMP))
      expect(read.ok && bytesOf(read.value.document)).toBe(bytesOf(document))
    }), { seed: 12, numRuns: 80 })
  })

  test('marked: all changes accepted are the text, all rejected its predecessor', () => {
    fc.assert(fc.property(bothWritten, ({ before, after }) => {
      const read = parseMarkedDocx(encodeDocx(markedOf(before, after), STAMP))
      expect(read.ok && bytesOf(read.value.after.document)).toBe(bytesOf(after))
      expect(read.ok && bytesOf(read.value.before.document)).toBe(bytesOf(before))
    }), { seed: 13, numRuns: 120 })
  })
})
