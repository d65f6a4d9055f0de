import { describe, expect, test } from 'vitest'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { encodeHtml } from '../../../shared/text/html.ts'
import { AFTER, BEFORE, block, FACTS, words } from './sample.ts'

const marked = encodeHtml({ ...FACTS, comparedWith: '9114/1/31 REV 1', body: { version: 'marked', document: compareDocuments(BEFORE, AFTER) } })

describe('the HTML page', () => {
  test('stands alone: no script, nothing from elsewhere, and a policy that forbids it', () => {
    expect(marked).toContain('default-src \'none\'; style-src \'unsafe-inline\'')
    expect(marked).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|\son[a-z]+=|\sstyle=/i)
  })

  test('escapes whatever a text, a cover or a title may hold', () => {
    const hostile = '</style><script>alert("1")</script>\'"&'
    const page = encodeHtml({ ...FACTS, title: hostile, cover: { ...FACTS.cover, number: hostile, place: hostile, subject: hostile, codes: [hostile], from: hostile }, comparedWith: hostile,
      body: { version: 'clean', document: { blocks: [block('1', 'title', words(hostile)), block('2', 'plain', words(hostile), { footnote: [{ text: hostile, marks: ['bold'] }] })] } } })
    expect(page).not.toContain('<script')
    expect(page.match(/<\/style>/g)).toHaveLength(1)
  })

  test('shows markings on every page, exercise, cover, legend, numbers, changes, moves and footnotes', () => {
    for (const part of ['EXERCISE EXERCISE EXERCISE', '<strong>RESTREINT UE/EU RESTRICTED</strong>', '<strong>LIMITE</strong>', '<strong>TLP:AMBER</strong>', '@top-center', '9114/2/31 REV 2',
      'Compared with 9114/1/31 REV 1', 'Paragraph 2 has moved and is now paragraph 3, with changes.', '<ins>serious </ins>', '<del>series of </del>',
      '<span class="n"><del>3.</del><ins>2.</ins></span>', 'Moved here from paragraph 2.', 'Former paragraph 2 has moved to paragraph 3.', '<sup class="fn">1</sup>', 'CYBER 12', 'Ports &amp; &lt;ferries&gt;']) expect(marked).toContain(part)
  })

  test('of a clean version shows no change', () => {
    const clean = encodeHtml({ ...FACTS, comparedWith: null, body: { version: 'clean', document: AFTER } })
    expect(clean).not.toMatch(/<ins>|<del>|Compared with/)
    expect(clean).toContain('<span class="n">3.</span>')
  })
})
