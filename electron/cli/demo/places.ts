/** Finds places in any text where a delegation may want another word. The same text always gives the same places. */
import type { Output } from '../../../shared/ipc/contract.ts'

export type TextDocument = Output<'text.show'>['revision']['document']
export type Block = TextDocument['blocks'][number]

/** A word of a paragraph, in the units in which amendments count. */
export interface Place {
  readonly block: string
  readonly from: number
  readonly to: number
  readonly word: string
  readonly marks: readonly ('bold' | 'italic' | 'underline' | 'superscript')[]
  /** Two other wordings, in place of the word. */
  readonly wordings: readonly [string, string]
}

const PARAGRAPH_KINDS: readonly Block['kind'][] = ['numbered', 'continuation', 'recital', 'plain']
const LEAST_WORDS = 12

const WORDINGS: Readonly<Record<string, readonly [string, string]>> = {
  stresses: ['underlines', 'emphasises'], underlines: ['stresses', 'emphasises'], emphasises: ['stresses', 'underlines'],
  recalls: ['reaffirms', 'restates'], reaffirms: ['recalls', 'restates'], recognises: ['acknowledges', 'is aware'],
  acknowledges: ['recognises', 'is aware'], welcomes: ['appreciates', 'values'], encourages: ['urges', 'invites'], invites: ['urges', 'encourages'],
  serious: ['grave', 'profound'], should: ['must', 'ought to'], important: ['essential', 'indispensable'], appropriate: ['necessary', 'proportionate'],
  clear: ['unambiguous', 'plain'], clearly: ['unambiguously', 'plainly'], timely: ['early', 'prompt'], ensure: ['guarantee', 'secure'],
  relevant: ['competent', 'appropriate'], further: ['additional', 'continued'], common: ['shared', 'joint'], necessary: ['required', 'appropriate'],
}

/** One place in every paragraph of twelve words or more, in reading order. */
export function findPlaces(document: TextDocument): Place[] {
  return document.blocks.filter(isParagraph).flatMap((block) => placeIn(block) ?? [])
}

function isParagraph(block: Block): boolean {
  return PARAGRAPH_KINDS.includes(block.kind) && wordsOf(block).length >= LEAST_WORDS
}

/** Length in the units in which amendments count: a footnote reference is one. */
export function lengthOf(block: Block): number {
  return block.content.reduce((sum, inline) => sum + ('footnote' in inline ? 1 : inline.text.length), 0)
}

function wordsOf(block: Block): string[] {
  return block.content.flatMap((inline) => ('footnote' in inline ? [] : inline.text.split(/\s+/))).filter((word) => word !== '')
}

function placeIn(block: Block): Place | null {
  const candidates = candidatesIn(block)
  const known = candidates.find((candidate) => WORDINGS[candidate.word] !== undefined)
  const chosen = known ?? candidates.find((candidate) => candidate.word.length >= 6) ?? candidates[0]
  if (!chosen) return null
  return { ...chosen, wordings: WORDINGS[chosen.word] ?? [`${chosen.word}, as appropriate,`, `${chosen.word}, where necessary,`] }
}

/** Whole lower-case words that stand inside one run, with a space on either side. */
function candidatesIn(block: Block): Omit<Place, 'wordings'>[] {
  const found: Omit<Place, 'wordings'>[] = []
  let at = 0
  for (const inline of block.content) {
    if ('footnote' in inline) { at += 1; continue }
    for (const match of inline.text.matchAll(/(?<= )\p{Ll}{4,}(?= )/gu)) {
      const from = at + match.index
      found.push({ block: block.id, from, to: from + match[0].length, word: match[0], marks: inline.marks })
    }
    at += inline.text.length
  }
  return found
}
