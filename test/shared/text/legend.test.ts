/** The legend is data of the cover: what it says is what HTML and Word show, and what the cover prints. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { coverWith } from '../../../shared/text/cover.ts'
import { encodeHtml } from '../../../shared/text/html.ts'
import { LEGEND_CHOICES, legendLines, type Legend } from '../../../shared/text/legend.ts'
import type { Publication } from '../../../shared/text/publication.ts'
import { STAMP } from '../docx/publications.ts'
import { AFTER, BEFORE, FACTS } from './sample.ts'

const legends = LEGEND_CHOICES.inserted.flatMap((inserted) => LEGEND_CHOICES.deleted.flatMap((deleted) => LEGEND_CHOICES.moved.map((moved): Legend => ({ inserted, deleted, moved }))))

function marked(legend: Legend): Publication {
  return { ...FACTS, cover: { ...FACTS.cover, legend }, comparedWith: '9114/1/31 REV 1', body: { version: 'marked', document: compareDocuments(BEFORE, AFTER) } }
}

function wordPart(publication: Publication, part = 'document'): string {
  return strFromU8(unzipSync(encodeDocx(publication, STAMP, 'visible'))[`word/${part}.xml`] ?? new Uint8Array())
}

describe.each(legends)('$inserted, $deleted, $moved', (legend) => {
  test('is printed on the cover of both forms', () => {
    for (const { words } of legendLines(legend)) {
      expect(encodeHtml(marked(legend))).toContain(words)
      expect(wordPart(marked(legend))).toContain(words)
    }
  })

  test('marks words as it says', () => {
    const page = encodeHtml(marked(legend))
    expect(page).toContain(`<article class="inserted-${legend.inserted} moved-${legend.moved}">`)
    expect(page).toContain(legend.deleted === 'brackets' ? '<del>[...]</del>' : '<del>series of </del>')
    const word = wordPart(marked(legend))
    const inserted = { bold: '<w:b/><w:bCs/>', boldUnderline: '<w:b/><w:bCs/><w:u w:val="single"/>', underline: '<w:u w:val="single"/>', colour: '<w:color w:val="1A4F8B"/>' }[legend.inserted]
    expect(word).toContain(`<w:r><w:rPr>${inserted}</w:rPr><w:t xml:space="preserve">serious </w:t></w:r>`)
    expect(word.includes('series of ')).toBe(legend.deleted === 'strikethrough')
    expect(word.includes('<w:strike/>')).toBe(legend.deleted === 'strikethrough')
    expect(word.includes('<w:u w:val="double"/>')).toBe(legend.moved === 'doubleUnderline')
    expect(word).not.toMatch(/<w:(?:ins|del|moveFrom|moveTo)[ >]/)
  })
})

test('a cover says everything it holds, and a copy of a secret text bears a number on every page', () => {
  const cover = coverWith({ ...FACTS.cover, institution: 'Council of the European Union', originalLanguage: 'fr', previousDocument: '9001/31', purposes: ['approval'], sentences: ['Delegations will find in annex the text.'], initials: 'ab/cd', department: 'RELEX.2' })
  const secret: Publication = { ...marked(cover.legend), cover, marking: { limite: false, classification: 'S-UE/EU-S', tlp: null }, copy: { number: 7, of: 27 } }
  const page = encodeHtml(secret)
  const word = wordPart(secret)
  for (const words of ['Council of the European Union', '(OR. fr)', '9001/31', '– approval', 'Delegations will find in annex the text.']) {
    expect(page).toContain(words)
    expect(word).toContain(words)
  }
  expect(page).toContain('@top-right { content: "Copy 7 of 27"')
  expect(page).toContain('"9114/2/31 REV 2   ab/cd"')
  expect(wordPart(secret, 'header')).toContain('Copy 7 of 27')
  expect(wordPart(secret, 'footer')).toMatch(/ab\/cd[^]*RELEX\.2[^]*FR/)
  expect(wordPart({ ...secret, copy: null }, 'header')).toContain('Copy .... '.trim())
  expect(wordPart(marked(cover.legend), 'header')).not.toContain('Copy')
})
