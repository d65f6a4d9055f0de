/** Paragraph and character styles: the sober look of a Council document, in fonts that every office machine has. */
import { BLOCK_KINDS, LIMITS, type BlockKind } from '../text/document.ts'
import { COVER_STYLE, styleIdOf, styleNameOf, type KindAndLevel } from './blockStyle.ts'
import { INDENT, LIST_NUMBERS } from './encodeNumbering.ts'
import { element, property, wordPart } from './encodeXml.ts'

/** Twentieths of a point. */
interface Look {
  readonly before?: number
  readonly after?: number
  readonly left?: number
  readonly hanging?: number
  readonly justify?: 'center' | 'right'
  readonly keepNext?: boolean
  readonly bold?: boolean
  readonly italic?: boolean
  /** Half points. */
  readonly size?: number
  readonly rule?: 'top' | 'bottom'
}

/** Styles of the cover and of page furniture, by the last word of their names. */
const COVER_LOOKS = {
  Place: { after: 0 }, Number: { after: 0, bold: true }, Type: { before: 360, after: 240, bold: true, rule: 'top' },
  Label: { after: 80 }, Field: { after: 80 }, Subject: { after: 80, bold: true }, Title: { before: 240, after: 240, bold: true, justify: 'center' },
  Sentence: { before: 200, after: 0 }, Copy: { after: 0, size: 20, justify: 'right' },
  Legend: { before: 120, after: 60, size: 20 }, Gap: { after: 0 }, End: { before: 480, after: 0, justify: 'center' },
  Marking: { after: 0, bold: true, justify: 'center' }, Foot: { before: 60, after: 0, size: 20 },
  Cell: { after: 0, size: 18 }, Head: { after: 0, size: 18, bold: true, keepNext: true },
} as const satisfies Record<string, Look>
export type CoverStyle = keyof typeof COVER_LOOKS

export function coverStyleId(style: CoverStyle): string {
  return COVER_STYLE.replaceAll(' ', '') + style
}

/** Styles for every kind at level 1 and for whatever else the text uses. */
export function encodeStyles(used: readonly KindAndLevel[]): string {
  const places = new Map<string, KindAndLevel>()
  for (const place of [...BLOCK_KINDS.map((kind) => ({ kind, level: 1 })), ...listPlaces(), ...used]) places.set(styleIdOf(place), place)
  const ordered = [...places.values()].sort((a, b) => BLOCK_KINDS.indexOf(a.kind) - BLOCK_KINDS.indexOf(b.kind) || a.level - b.level)
  const covers = Object.entries(COVER_LOOKS).map(([name, look]) => paragraphStyle(COVER_STYLE.replaceAll(' ', '') + name, `${COVER_STYLE} ${name}`, look))
  return wordPart('styles', DEFAULTS, NORMAL, ...ordered.map(blockStyle), ...covers, FOOTNOTE_TEXT, FOOTNOTE_REFERENCE)
}

/** The levels of a list name their styles, so these exist whether or not the text uses them. */
function listPlaces(): KindAndLevel[] {
  const kinds: readonly BlockKind[] = ['numbered', 'bullet']
  return kinds.flatMap((kind) => Array.from({ length: LIMITS.levels }, (_, index) => ({ kind, level: index + 1 })))
}

const DEFAULTS = element('w:docDefaults', {},
  element('w:rPrDefault', {}, element('w:rPr', {},
    element('w:rFonts', { 'w:ascii': 'Times New Roman', 'w:hAnsi': 'Times New Roman', 'w:eastAsia': 'Times New Roman', 'w:cs': 'Times New Roman' }),
    property('sz', 24), property('szCs', 24), element('w:lang', { 'w:val': 'en-GB' }))),
  element('w:pPrDefault', {}, element('w:pPr', {}, element('w:spacing', { 'w:after': 160, 'w:line': 288, 'w:lineRule': 'auto' }))))

const NORMAL = element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, property('name', 'Normal'), '<w:qFormat/>')

const FOOTNOTE_TEXT = element('w:style', { 'w:type': 'paragraph', 'w:styleId': 'FootnoteText' }, property('name', 'footnote text'), property('basedOn', 'Normal'),
  element('w:pPr', {}, element('w:spacing', { 'w:after': 40, 'w:line': 240, 'w:lineRule': 'auto' }), element('w:ind', { 'w:left': INDENT, 'w:hanging': INDENT })),
  element('w:rPr', {}, property('sz', 20), property('szCs', 20)))

const FOOTNOTE_REFERENCE = element('w:style', { 'w:type': 'character', 'w:styleId': 'FootnoteReference' }, property('name', 'footnote reference'),
  element('w:rPr', {}, property('vertAlign', 'superscript')))

function blockStyle(place: KindAndLevel): string {
  const list = place.kind === 'numbered' || place.kind === 'bullet'
    ? element('w:numPr', {}, property('ilvl', place.level - 1), property('numId', LIST_NUMBERS[place.kind])) : ''
  const outline = place.kind === 'heading' ? property('outlineLvl', place.level - 1) : ''
  return paragraphStyle(styleIdOf(place), styleNameOf(place), blockLook(place), list, outline)
}

function blockLook({ kind, level }: KindAndLevel): Look {
  switch (kind) {
    case 'title': return { before: 240, after: 360, justify: 'center', bold: true, keepNext: true }
    case 'formula': return { before: 120, after: 240 }
    case 'heading': return { before: 320, after: 160, keepNext: true, bold: true, italic: level > 1 }
    case 'continuation': return { left: INDENT * level }
    case 'row': case 'cell': return { before: 40, after: 40, size: 20 }
    case 'numbered': case 'bullet': case 'recital': case 'plain': return {}
  }
}

function paragraphStyle(id: string, name: string, look: Look, list = '', outline = ''): string {
  const properties = (look.keepNext ? '<w:keepNext/>' : '') + list + rule(look) + spacing(look) + indent(look)
    + (look.justify ? property('jc', look.justify) : '') + outline
  const run = (look.bold ? '<w:b/><w:bCs/>' : '') + (look.italic ? '<w:i/><w:iCs/>' : '')
    + (look.size ? property('sz', look.size) + property('szCs', look.size) : '')
  return element('w:style', { 'w:type': 'paragraph', 'w:customStyle': name.startsWith('heading') ? undefined : 1, 'w:styleId': id },
    property('name', name), property('basedOn', 'Normal'), '<w:qFormat/>',
    properties === '' ? '' : element('w:pPr', {}, properties), run === '' ? '' : element('w:rPr', {}, run))
}

function rule({ rule: side }: Look): string {
  return side ? element('w:pBdr', {}, element(`w:${side}`, { 'w:val': 'single', 'w:sz': 6, 'w:space': 10, 'w:color': 'auto' })) : ''
}

function spacing({ before, after }: Look): string {
  return before === undefined && after === undefined ? '' : element('w:spacing', { 'w:before': before, 'w:after': after })
}

function indent({ left, hanging }: Look): string {
  return left === undefined ? '' : element('w:ind', { 'w:left': left, 'w:hanging': hanging })
}
