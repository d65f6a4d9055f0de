/** A text survives its own Markdown, clean and marked: the same canonical bytes, whatever signs, spaces, emphasis, footnotes and tables it holds. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex } from '../../shared/base/bytes.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { encodeMarkdown } from '../../shared/text/markdown.ts'
import { parseMarkdownText } from '../../shared/text/parseMarkdown.ts'
import { parseMarkedText } from '../../shared/text/parseMarked.ts'
import { cleanOf, markedOf } from '../shared/docx/publications.ts'
import { documents, editedPairs } from './textArbitrary.ts'

const bytesOf = (document: TextDocument): string => hex(canonicalText(document))
const awkward = fc.array(fc.constantFrom('\t', '\n', '\u00a0', ' ', '  ', '<', '<b>', '&', '&#x41;', '"', '**', '_', '~~', '|', ' | ', '\\', '\u2028', '[^1]', ': ', '<!--', '-->', '- ', '# ', '(a) ', '1. ', '---', '\ud83d\ude00', 'x', 'سلام'), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''))
const KINDS = ['plain', 'numbered', 'bullet', 'continuation', 'row', 'cell', 'heading'] as const

describe('a text survives its own Markdown', () => {
  test('clean', () => {
    fc.assert(fc.property(documents, (document) => {
      const read = parseMarkdownText(encodeMarkdown(cleanOf(document)))
      expect(read.ok && bytesOf(read.value.document)).toBe(bytesOf(document))
    }), { seed: 41, numRuns: 300 })
  })

  test('clean: every character stays, in every kind of paragraph', () => {
    fc.assert(fc.property(awkward, awkward, fc.constantFrom(...KINDS), (text, note, kind) => {
      const document: TextDocument = { blocks: [{ id: '1', kind, level: 1, content: [{ text, marks: [] }, { footnote: [{ text: note, marks: ['bold'] }] }, { text, marks: ['italic'] }] }] }
      const read = parseMarkdownText(encodeMarkdown(cleanOf(document)))
      expect(read.ok && bytesOf(read.value.document)).toBe(bytesOf(document))
    }), { seed: 42, numRuns: 500 })
  })

  test('marked: all additions taken are the text, all deletions its predecessor', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const read = parseMarkedText(encodeMarkdown(markedOf(before, after)))
      expect(read.ok && bytesOf(read.value.after.document)).toBe(bytesOf(after))
      expect(read.ok && bytesOf(read.value.before.document)).toBe(bytesOf(before))
    }), { seed: 43, numRuns: 400 })
  })
})
