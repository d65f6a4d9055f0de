/** Head and foot of every page: marking, number, page; an exercise says so on every page. */
import { markingWords } from '../marking/words.ts'
import { copyWords } from '../text/coverWords.ts'
import type { Publication } from '../text/publication.ts'
import { coverParagraph, EXERCISE, fullNumber } from './encodeCover.ts'
import { plainRun } from './encodeRuns.ts'
import { coverStyleId } from './encodeStyles.ts'
import { element, property, wordPart } from './encodeXml.ts'

export type FurnitureFacts = Pick<Publication, 'cover' | 'revLabel' | 'marking' | 'exercise' | 'copy'>

/** Twentieths of a point. */
export interface Page { readonly width: number; readonly height: number; readonly margin: number; readonly landscape: boolean }
export const PORTRAIT: Page = { width: 11906, height: 16838, margin: 1417, landscape: false }
export const LANDSCAPE: Page = { width: 16838, height: 11906, margin: 1134, landscape: true }

const LIMITE = 'LIMITE'

export function encodeHeader(facts: FurnitureFacts): string {
  const copy = copyWords(facts)
  return wordPart('hdr', markingLines(facts), copy === '' ? '' : coverParagraph('Copy', copy))
}

/** The word EXERCISE on a line of its own: with a classification and TLP beside it the line would break. */
function markingLines({ marking, exercise }: FurnitureFacts): string {
  return (exercise ? coverParagraph('Marking', EXERCISE) : '') + coverParagraph('Marking', markingWords(marking).join('   '))
}

export function encodeFooter(facts: FurnitureFacts, page: Page): string {
  const textWidth = page.width - 2 * page.margin
  const rule = element('w:pBdr', {}, element('w:top', { 'w:val': 'single', 'w:sz': 6, 'w:space': 4, 'w:color': 'auto' }))
  const stops = element('w:tabs', {},
    element('w:tab', { 'w:val': 'center', 'w:pos': Math.round(textWidth / 2) }), element('w:tab', { 'w:val': 'right', 'w:pos': textWidth }))
  const right = [facts.cover.department, facts.cover.originalLanguage.toUpperCase(), facts.marking.limite ? LIMITE : ''].filter((words) => words !== '')
  const line = element('w:p', {}, element('w:pPr', {}, property('pStyle', coverStyleId('Foot')), rule, stops),
    plainRun(`${[fullNumber(facts.cover, facts.revLabel), facts.cover.initials].filter((words) => words !== '').join('   ')}\t`), field('PAGE'), plainRun('/'), field('NUMPAGES'), plainRun('\t'),
    ...right.flatMap((words, at) => [at === 0 ? '' : plainRun('   '), plainRun(words, words === LIMITE ? ['bold'] : [])]))
  return wordPart('ftr', line, markingLines(facts))
}

function field(name: 'PAGE' | 'NUMPAGES'): string {
  return element('w:fldSimple', { 'w:instr': ` ${name} ` }, plainRun('1'))
}

/** Ends a section: the same head and foot everywhere. */
export function sectionProperties(page: Page): string {
  return element('w:sectPr', {},
    element('w:headerReference', { 'w:type': 'default', 'r:id': 'header' }), element('w:footerReference', { 'w:type': 'default', 'r:id': 'footer' }),
    property('type', 'nextPage'),
    element('w:pgSz', { 'w:w': page.width, 'w:h': page.height, 'w:orient': page.landscape ? 'landscape' : undefined }),
    element('w:pgMar', {
      'w:top': page.margin, 'w:right': page.margin, 'w:bottom': page.margin, 'w:left': page.margin, 'w:header': 567, 'w:footer': 567, 'w:gutter': 0,
    }))
}
