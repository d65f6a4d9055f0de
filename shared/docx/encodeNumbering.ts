/** Word's own numbering in the manner of `text/numbering.ts`: 1. (a) (i) (1) (A) (I); a deeper level starts anew under each above it. */
import { LIMITS } from '../text/document.ts'
import { styleIdOf } from './blockStyle.ts'
import { element, property, wordPart } from './encodeXml.ts'

export const LIST_NUMBERS = { numbered: 1, bullet: 2 } as const

/** Twentieths of a point: one centimetre, the step of every indent. */
export const INDENT = 567

const FORMATS = ['decimal', 'lowerLetter', 'lowerRoman', 'decimal', 'upperLetter', 'upperRoman'] as const
const BULLETS = ['•', '–'] as const

export function encodeNumbering(): string {
  const lists = Object.entries(LIST_NUMBERS).map(([, id]) => element('w:num', { 'w:numId': id }, property('abstractNumId', id)))
  return wordPart('numbering', abstractList('numbered', numberedLevel), abstractList('bullet', bulletLevel), ...lists)
}

function abstractList(kind: 'numbered' | 'bullet', levelAt: (level: number) => string): string {
  const levels = Array.from({ length: LIMITS.levels }, (_, index) => element('w:lvl', { 'w:ilvl': index }, levelAt(index + 1)))
  return element('w:abstractNum', { 'w:abstractNumId': LIST_NUMBERS[kind] }, property('multiLevelType', 'multilevel'), ...levels)
}

function numberedLevel(level: number): string {
  const text = level === 1 ? '%1.' : `(%${level})`
  return property('start', 1) + property('numFmt', FORMATS[level - 1] ?? 'decimal') + property('pStyle', styleIdOf({ kind: 'numbered', level }))
    + property('lvlText', text) + property('lvlJc', 'left') + indent(level)
}

function bulletLevel(level: number): string {
  return property('start', 1) + property('numFmt', 'bullet') + property('pStyle', styleIdOf({ kind: 'bullet', level }))
    + property('lvlText', BULLETS[(level - 1) % BULLETS.length] ?? '•') + property('lvlJc', 'left') + indent(level + 1)
}

/** Number in the margin of its paragraph. */
function indent(steps: number): string {
  return element('w:pPr', {}, element('w:tabs', {}, element('w:tab', { 'w:val': 'num', 'w:pos': INDENT * steps })),
    element('w:ind', { 'w:left': INDENT * steps, 'w:hanging': INDENT }))
}
