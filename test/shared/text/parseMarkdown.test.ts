import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LIMITS, type Block } from '../../../shared/text/document.ts'
import { contentWords } from '../../../shared/text/content.ts'
import { numberLabels } from '../../../shared/text/numbering.ts'
import type { ImportedText } from '../../../shared/text/imported.ts'
import { parseMarkdownText, parsePlainText } from '../../../shared/text/parseMarkdown.ts'

function read(source: string, parse = parseMarkdownText): ImportedText {
  const result = parse(source)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

function shapes(text: ImportedText): string[] {
  const labels = numberLabels(text.document)
  return text.document.blocks.map((block: Block) => `${block.kind} ${block.level} ${labels.get(block.id) ?? ''}`.trim())
}

describe('a Markdown text', () => {
  test('has its structure from the signs before the paragraphs', () => {
    const text = read('# A title\n\nThe Council adopted the following conclusions:\n\n1. One\nstill one.\n\nBelongs to one.\n\n(a) first\n\n(b) second\n\n(i) deeper\n\n- point\n\n2. Two\n\n## Part\n\nAlone.')
    expect(text.title).toBe('A title')
    expect(shapes(text)).toEqual(['title 1', 'formula 1', 'numbered 1 1.', 'continuation 1', 'numbered 2 (a)', 'numbered 2 (b)', 'numbered 3 (i)', 'bullet 1', 'numbered 1 2.', 'heading 1', 'plain 1'])
    expect(contentWords(text.document.blocks[2]?.content ?? [])).toBe('One still one.')
  })

  test('counts (i) after (h) as a letter', () => {
    const items = [...'abcdefghij'].map((letter) => `(${letter}) item`).join('\n\n')
    expect(shapes(read(`1. One\n\n${items}`)).at(-2)).toBe('numbered 2 (i)')
  })

  test('keeps bold and italics, but not in a title or heading', () => {
    const text = read('**THE TITLE OF IT**\n\n1. Some **bold** and _italic_ and <sup>th</sup>, 2 * 3 and snake_case_name.\n\n**A heading**')
    expect(text.document.blocks[0]).toMatchObject({ kind: 'title', content: [{ text: 'THE TITLE OF IT', marks: [] }] })
    expect(text.document.blocks[1]?.content).toEqual([
      { text: 'Some ', marks: [] }, { text: 'bold', marks: ['bold'] }, { text: ' and ', marks: [] }, { text: 'italic', marks: ['italic'] }, { text: ' and ', marks: [] },
      { text: 'th', marks: ['superscript'] }, { text: ', 2 * 3 and snake_case_name.', marks: [] },
    ])
    expect(text.document.blocks[2]).toMatchObject({ kind: 'heading', content: [{ text: 'A heading', marks: [] }] })
  })

  test('takes footnotes in both notations from wherever they are defined, and says which nothing refers to', () => {
    const text = read('1. One[^a] and two² and m³.\n\n² Second.\n\nGoes on.\n\n[^a]: First *one*.\n[^b]: Nobody asks.')
    expect(text.document.blocks[0]?.content).toEqual([
      { text: 'One', marks: [] }, { footnote: [{ text: 'First ', marks: [] }, { text: 'one', marks: ['italic'] }, { text: '.', marks: [] }] },
      { text: ' and two', marks: [] }, { footnote: [{ text: 'Second.', marks: [] }] }, { text: ' and m³.', marks: [] },
    ])
    expect(text.document.blocks[1]).toMatchObject({ kind: 'continuation' })
    expect(text.notes).toEqual(['Left out: footnotes to which nothing refers (b).'])
  })

  test('says that numbers with a gap are counted anew, and that struck words were taken as they stand', () => {
    const text = read('1. One\n\n3. Three ~~gone~~')
    expect(shapes(text)).toEqual(['numbered 1 1.', 'numbered 1 2.'])
    expect(text.notes).toHaveLength(2)
    expect(contentWords(text.document.blocks[1]?.content ?? [])).toBe('Three ~~gone~~')
  })

  test('is refused when it is empty or over the limits', () => {
    expect(parseMarkdownText(' \n\n---\n\n')).toEqual({ ok: false, error: 'text-empty' })
    expect(parseMarkdownText('x'.repeat(LIMITS.charactersPerDocument + 1))).toEqual({ ok: false, error: 'text-too-large' })
    expect(parseMarkdownText('a\n\n'.repeat(LIMITS.blocks + 1))).toEqual({ ok: false, error: 'text-too-large' })
    expect(parseMarkdownText('**a** b '.repeat(LIMITS.runsPerBlock))).toEqual({ ok: false, error: 'text-too-large' })
  })

  test.each(['**', '_a', '[^', '<u>', '\\', '`', '¹', '- ', '1. '])('of nothing but %j, repeated, comes to an end', (piece) => {
    const read = parseMarkdownText(piece.repeat(50_000))
    expect(read.ok || ['text-too-large', 'text-empty'].includes(read.error)).toBe(true)
  })
})

describe('a plain text', () => {
  test('keeps every sign as it is', () => {
    const text = read('1. Some **stars** and _lines_.', parsePlainText)
    expect(text.document.blocks[0]?.content).toEqual([{ text: 'Some **stars** and _lines_.', marks: [] }])
  })
})

const SEED = '../shared/seeds/7923-2-17-draft-conclusions.txt'
if (existsSync(SEED)) {
  describe('the Council transcription 7923/2/17 REV 2', () => {
    const text = read(readFileSync(SEED, 'utf8'))

    test('gives its clean half, with six numbered paragraphs and four footnotes', () => {
      expect(shapes(text)).toEqual([
        'title 1', 'formula 1', 'numbered 1 1.', 'continuation 1', 'continuation 1', 'numbered 1 2.', 'continuation 1', 'numbered 1 3.', 'continuation 1', 'continuation 1',
        'numbered 1 4.', 'numbered 1 5.', ...Array<string>(6).fill('bullet 1'), 'numbered 1 6.'])
      const footnotes = text.document.blocks.flatMap((block) => block.content).flatMap((inline) => ('footnote' in inline ? [inline.footnote.map((run) => run.text).join('')] : []))
      expect(footnotes).toEqual(['12109/13.', '6122/15.', 'A/68/98 and A/70/174.', 'PC.DEC/1106 of 3 December 2013 and PC.DEC/1202 of 10 March 2016.'])
      expect(JSON.stringify(text.document)).not.toMatch(/~~|\*\*|recallsing|[¹²³⁴]/)
    })

    test('fills the cover, its sentences included, and says what was left out', () => {
      expect(text.cover).toMatchObject({ number: '7923/17', place: 'Brussels', date: '16 May 2017', type: 'NOTE', from: 'Presidency', to: 'Delegations', codes: ['CYBER 48', 'RELEX 289', 'POLMIL 31', 'CFSP/PESC 309'] })
      expect(text.cover.subject).toMatch(/^Draft Council Conclusions .*Toolbox"\)$/)
      expect(text.cover).toMatchObject({ originalLanguage: 'en', purposes: ['approval of the final text'] })
      expect(text.cover.sentences?.map((sentence) => sentence.slice(0, 34))).toEqual(['Delegations will find in annex the', 'To ease the reading of the documen', 'The draft Council Conclusions are '])
      expect(text.notes.join('\n')).toMatch(/second version of the text/)
      expect(text.notes.join('\n')).not.toMatch(/cover/)
    })
  })
} else console.warn('NOT RUN: the Council transcription is not here (../shared/seeds); its import is not tested on this machine')
