/** The cover page of a Council document: place and number, LIMITE and codes, From, To, Subject; on a marked version what it is compared with. */
import type { Cover } from '../text/cover.ts'
import type { RunMark } from '../text/document.ts'
import type { Publication } from '../text/publication.ts'
import { documentNumber } from '../text/revision.ts'
import { plainRun } from './encodeRuns.ts'
import { coverStyleId, type CoverStyle } from './encodeStyles.ts'
import { element, property } from './encodeXml.ts'

/** `7923/1/17 REV 1` of a cover whose number is `7923/17`; the bare number for the first issue. */
export function fullNumber(cover: Pick<Cover, 'number'>, revLabel: string): string {
  const rev = /^REV (\d+)$/.exec(revLabel)?.[1]
  return rev !== undefined ? documentNumber(cover, Number(rev)) : revLabel === 'INIT' ? cover.number : `${cover.number} ${revLabel}`
}

export function coverParagraph(style: CoverStyle, text: string, marks: readonly RunMark[] = []): string {
  return element('w:p', {}, element('w:pPr', {}, property('pStyle', coverStyleId(style))), text === '' ? '' : plainRun(text, marks))
}

/** Thrice, as on the messages of an exercise. */
export const EXERCISE = 'EXERCISE EXERCISE EXERCISE'

/** What of a publication stands on its cover. */
export type CoverFacts = Pick<Publication, 'cover' | 'revLabel' | 'comparedWith' | 'marking' | 'exercise'>

export function encodeCover(facts: CoverFacts, legend: readonly string[]): string {
  const { cover } = facts
  return element('w:tbl', {}, tableProperties('none', [5100, 3971]), row([placeCell(facts), numberCell(facts)], [5100, 3971]))
    + coverParagraph('Type', cover.type)
    + element('w:tbl', {}, tableProperties('rows', [1700, 7371]), ...fieldRows(cover))
    + cover.sentences.map((sentence) => coverParagraph('Sentence', sentence)).join('') + legend.map((line) => coverParagraph('Legend', line)).join('')
}

function placeCell({ cover, exercise }: CoverFacts): string {
  const place = [cover.place, cover.date].filter((words) => words !== '').join(', ')
  return (cover.institution === '' ? '' : coverParagraph('Number', cover.institution)) + coverParagraph('Place', place)
    + (cover.originalLanguage === '' ? '' : coverParagraph('Place', `(OR. ${cover.originalLanguage})`)) + (exercise ? coverParagraph('Gap', '') + coverParagraph('Number', EXERCISE) : '')
}

function numberCell({ cover, revLabel, marking }: CoverFacts): string {
  const number = fullNumber(cover, revLabel)
  const label = number.endsWith(` ${revLabel}`) ? revLabel : ''
  const lines = [label === '' ? number : number.slice(0, -label.length - 1), label]
  const upper = lines.filter((line) => line !== '').map((line) => coverParagraph('Number', line)).join('')
  const distribution = marking.limite ? coverParagraph('Gap', '') + coverParagraph('Number', 'LIMITE') : ''
  const codes = cover.codes.length === 0 ? '' : coverParagraph('Gap', '') + cover.codes.map((code) => coverParagraph('Number', code)).join('')
  const cell = upper + distribution + codes
  return cell === '' ? coverParagraph('Gap', '') : cell
}

function fieldRows(cover: Cover): string[] {
  const fields = [['From:', cover.from, 'Field'], ['To:', cover.to, 'Field'], ['No. prev. doc.:', cover.previousDocument, 'Field'], ['Subject:', cover.subject, 'Subject']] as const
  return fields.filter(([label, words]) => words !== '' || label !== 'No. prev. doc.:').map(([label, words, style]) => {
    const purposes = style === 'Subject' ? cover.purposes.map((purpose) => coverParagraph('Field', `– ${purpose}`)).join('') : ''
    return row([coverParagraph('Label', label), coverParagraph(style, words) + purposes], [1700, 7371])
  })
}

/** In the order that the schema prescribes, twentieths of a point. */
const CELL_MARGINS = [['top', 40], ['left', 80], ['bottom', 40], ['right', 80]] as const

/** `rows`: a thin rule above, below and between; `grid`: all lines; `none`: no lines. Widths in twentieths of a point. */
export function tableProperties(lines: 'none' | 'rows' | 'grid', widths: readonly number[]): string {
  const sides = lines === 'none' ? [] : lines === 'rows' ? ['top', 'bottom'] : ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  const borders = sides.map((side) => element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' }))
  const total = widths.reduce((sum, width) => sum + width, 0)
  return element('w:tblPr', {}, element('w:tblW', { 'w:w': total, 'w:type': 'dxa' }),
    borders.length === 0 ? '' : element('w:tblBorders', {}, ...borders), element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblCellMar', {}, ...CELL_MARGINS.map(([side, width]) => element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' }))))
    + element('w:tblGrid', {}, ...widths.map((width) => element('w:gridCol', { 'w:w': width })))
}

export function row(cells: readonly string[], widths: readonly number[], head = false): string {
  return element('w:tr', {}, element('w:trPr', {}, '<w:cantSplit/>', head ? '<w:tblHeader/>' : ''),
    ...cells.map((cell, index) => element('w:tc', {}, element('w:tcPr', {}, element('w:tcW', { 'w:w': widths[index], 'w:type': 'dxa' })), cell)))
}
