import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { encodeMarkdown } from '../../../shared/text/markdown.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { parseMarkdownText } from '../../../shared/text/parseMarkdown.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { editedPairs } from '../../laws/textArbitrary.ts'
import { acceptMarkdown, AFTER, BEFORE, FACTS, paragraphsOf, rejectMarkdown } from './sample.ts'

function clean(document: TextDocument): string {
  return encodeMarkdown({ ...FACTS, comparedWith: null, body: { version: 'clean', document } })
}

function marked(before: TextDocument, after: TextDocument): string {
  return encodeMarkdown({ ...FACTS, comparedWith: '9114/1/31 REV 1', body: { version: 'marked', document: compareDocuments(before, after) } })
}

/** Marks of form are tags beside marks of change, and a row without cells is still a row: both are read back exactly by our own reader only. */
function withoutForm(document: TextDocument): TextDocument {
  return { blocks: document.blocks.map((block) => ({ ...block, kind: block.kind === 'row' || block.kind === 'cell' ? 'plain' as const : block.kind, content: block.content.map((inline) =>
    ('footnote' in inline ? { footnote: inline.footnote.map((run) => ({ ...run, marks: [] })) } : { ...inline, marks: [] })) })) }
}

describe('the marked Markdown', () => {
  test('gives the clean text when additions are taken and deletions dropped, and its predecessor the other way round', () => {
    const text = marked(BEFORE, AFTER)
    expect(paragraphsOf(acceptMarkdown(text))).toEqual(paragraphsOf(clean(AFTER)))
    const names = (line: string): string => line.replaceAll(/\[\^d?\d+\]/g, '[^]')
    expect(paragraphsOf(rejectMarkdown(text)).map(names).sort()).toEqual(paragraphsOf(clean(BEFORE)).map(names).sort())
  })

  test('gives the clean text for any text and any editing', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const [old, now] = [withoutForm(before), withoutForm(after)]
      expect(paragraphsOf(acceptMarkdown(marked(old, now)))).toEqual(paragraphsOf(clean(now)))
    }), { seed: 31, numRuns: 400 })
  })

  test('shows words, not letters, and says on the cover what has moved', () => {
    const text = marked(BEFORE, AFTER)
    expect(text).toContain('**serious **concern the ~~series of ~~intrusions')
    expect(text).toContain('within ~~ten~~**five** working days')
    expect(text).toContain('**- test their plans every year,**')
    expect(text).toContain('~~It thanks the crews who kept ferries running by hand.~~')
    expect(text).toContain('Paragraph 2 has moved and is now paragraph 3, with changes.')
    expect(text).toContain('Compared with 9114/1/31 REV 1: additions are **bold**, deletions are ~~struck through~~.')
    expect(text).toContain('[^1]: ST ~~9001/31~~**9001/1/31 REV 1**.')
  })
})

describe('the clean Markdown', () => {
  test('carries cover, numbers, footnotes, and escapes what Markdown would read as marks', () => {
    const text = clean(BEFORE)
    for (const line of ['EXERCISE EXERCISE EXERCISE', 'RESTREINT UE/EU RESTRICTED', 'LIMITE', 'TLP:AMBER', '9114/2/31 REV 2', 'Subject: Ports & \\<ferries>', '# Draft Council conclusions on the protection of ports',
      '2. It asks the High Representative', '- keep logs', '[^2]: See \\[1\\] and \\*2\\*.']) expect(text).toContain(line)
  })

  test('is read back as the same text', () => {
    const read = parseMarkdownText(clean(AFTER))
    if (!read.ok) throw new Error(read.error)
    expect(canonicalText(read.value.document)).toEqual(canonicalText(AFTER))
    expect(read.value.cover).toMatchObject({ number: '9114/31', place: 'Brussels', date: '10 June 2031', from: 'Presidency', codes: ['CYBER 12', 'RELEX 300'], subject: 'Ports & <ferries>' })
  })
})
