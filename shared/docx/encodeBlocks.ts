/** Blocks as paragraphs: style, list, and the tracked change of the whole paragraph (ISO/IEC 29500-1, 17.3.1 and 17.13.5). */
import { contentWithout } from '../text/accept.ts'
import type { TextDocument } from '../text/document.ts'
import type { MarkedBlock, MarkedDocument, MarkedInline } from '../text/marked.ts'
import { markedParts } from '../text/markedTable.ts'
import { styleIdOf, type KindAndLevel } from './blockStyle.ts'
import { LIST_NUMBERS } from './encodeNumbering.ts'
import { runsRightToLeft } from './direction.ts'
import { encodeContent, type Writing } from './encodeRuns.ts'
import { encodeTable } from './encodeTable.ts'
import { element, property } from './encodeXml.ts'

/** A clean text is a marked one in which nothing has changed. */
export function withoutChanges(document: TextDocument): MarkedDocument {
  return {
    blocks: document.blocks.map(({ id, kind, level, content }) => ({
      change: 'same', move: null, idBefore: id, idAfter: id, before: { kind, level }, after: { kind, level },
      content: content.map((inline) => 'footnote' in inline
        ? { footnote: inline.footnote.map((run) => ({ ...run, change: 'same' as const })), change: 'same' as const }
        : { ...inline, change: 'same' as const }),
    })),
  }
}

export function encodeBlocks(document: MarkedDocument, writing: Writing): string {
  const arrivals = new Map(document.blocks.flatMap((block) => (block.change === 'movedTo' ? [[block.move, block] as const] : [])))
  return markedParts(document.blocks).map((part) => {
    if ('rows' in part) return encodeTable(part.rows, writing, (block) => encodeCellParagraph(block, writing))
    const { block } = part
    const content = block.change === 'movedFrom' ? departing(block, arrivals.get(block.move)) : block.content
    return encodeBlock(block, content, writing)
  }).join('')
}

/** Its mark is never tracked: a cell keeps its last paragraph whatever comes or goes. */
function encodeCellParagraph(block: MarkedBlock, writing: Writing): string {
  const now = placeOf(block)
  const within = block.change === 'movedTo' ? 'inserted' : block.change === 'movedFrom' ? 'deleted' : block.change
  return element('w:p', {}, element('w:pPr', {}, formatMarkup(now), direction(block.content), formerFormat(block, now, writing)), encodeContent(block.content, within, writing))
}

/**
 * A paragraph where it was: only the words that it lost on the way count as deleted, the others moved.
 * Which ones, the paragraph knows where it is now; should the two not agree, all of it moved.
 */
function departing(from: MarkedBlock, to: MarkedBlock | undefined): MarkedInline[] {
  const lost = to?.content.filter(({ change }) => change !== 'inserted') ?? []
  const agree = JSON.stringify(contentWithout(lost, 'inserted')) === JSON.stringify(contentWithout(from.content, 'inserted'))
  return agree ? lost : from.content.filter(({ change }) => change !== 'inserted').map((inline) => ({ ...inline, change: 'same' }))
}

const MARK_CHANGES = { same: null, inserted: 'w:ins', deleted: 'w:del', movedFrom: 'w:moveFrom', movedTo: 'w:moveTo' } as const

function encodeBlock(block: MarkedBlock, content: readonly MarkedInline[], writing: Writing): string {
  const now = placeOf(block)
  const markChange = MARK_CHANGES[block.change]
  const properties = element('w:pPr', {}, formatMarkup(now), direction(content),
    markChange === null ? '' : element('w:rPr', {}, element(markChange, writing.change(block.by))),
    formerFormat(block, now, writing))
  return moveRange(block, properties, encodeContent(content, block.change, writing), writing)
}

/** Kind and level as they are now; as they were, where the paragraph is not there any more. */
function placeOf({ change, before, after }: MarkedBlock): KindAndLevel {
  const place = change === 'deleted' || change === 'movedFrom' ? before : after
  if (!place) throw new Error('a marked block has the kind and level of the text that it stands in')
  return place
}

function formatMarkup(place: KindAndLevel): string {
  const list = place.kind === 'numbered' || place.kind === 'bullet' ? LIST_NUMBERS[place.kind] : null
  const listMarkup = list === null ? '' : element('w:numPr', {}, property('ilvl', place.level - 1), property('numId', list))
  return property('pStyle', styleIdOf(place)) + listMarkup
}

function direction(content: readonly MarkedInline[]): string {
  return runsRightToLeft(content.map((inline) => ('footnote' in inline ? '' : inline.text)).join('')) ? '<w:bidi/>' : ''
}

function formerFormat({ change, before, by }: MarkedBlock, now: KindAndLevel, writing: Writing): string {
  if (change !== 'same' || !before || (before.kind === now.kind && before.level === now.level)) return ''
  return element('w:pPrChange', writing.change(by), element('w:pPr', {}, formatMarkup(before)))
}

/** Both ends of a move bear the same name; the range closes after the paragraph, so that it holds the paragraph mark. */
function moveRange(block: MarkedBlock, properties: string, runs: string, writing: Writing): string {
  if (block.change !== 'movedFrom' && block.change !== 'movedTo') return element('w:p', {}, properties, runs)
  const name = block.change === 'movedFrom' ? 'w:moveFromRange' : 'w:moveToRange'
  const start = writing.change(block.by)
  const markup = element(`${name}Start`, { ...start, 'w:name': `move${block.move ?? 0}` })
  return element('w:p', {}, properties, markup, runs) + element(`${name}End`, { 'w:id': start['w:id'] })
}
