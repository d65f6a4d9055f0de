/** Paragraph and footnote numbers, computed from the order of the blocks. Council practice: 1. then (a) then (i). */
import { isFootnote, LIMITS, type Block, type BlockId, type TextDocument } from './document.ts'

/** Labels of the numbered paragraphs; the others have none. A deeper level starts anew under each paragraph above it. */
export function numberLabels(document: TextDocument): ReadonlyMap<BlockId, string> {
  const labels = new Map<BlockId, string>()
  const counters = new Array<number>(LIMITS.levels + 1).fill(0)
  for (const block of document.blocks) {
    if (block.kind !== 'numbered') continue
    counters[block.level] = (counters[block.level] ?? 0) + 1
    counters.fill(0, block.level + 1)
    labels.set(block.id, labelAt(block.level, counters[block.level] ?? 1))
  }
  return labels
}

/** Running numbers of the footnotes of each block that has any, in reading order. */
export function footnoteNumbers(document: TextDocument): ReadonlyMap<BlockId, readonly number[]> {
  const numbers = new Map<BlockId, readonly number[]>()
  let next = 1
  for (const block of document.blocks) {
    const count = footnoteCount(block)
    if (count > 0) numbers.set(block.id, Array.from({ length: count }, (_, at) => next + at))
    next += count
  }
  return numbers
}

function footnoteCount(block: Block): number {
  return block.content.filter(isFootnote).length
}

function labelAt(level: number, count: number): string {
  switch (level) {
    case 1: return `${count}.`
    case 2: return `(${letters(count)})`
    case 3: return `(${roman(count)})`
    case 4: return `(${count})`
    case 5: return `(${letters(count).toUpperCase()})`
    default: return `(${roman(count).toUpperCase()})`
  }
}

/** a, b, ..., z, aa, ab, ... */
export function letters(count: number): string {
  let word = ''
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) word = String.fromCharCode(97 + ((rest - 1) % 26)) + word
  return word
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
]

export function roman(count: number): string {
  let rest = count
  let word = ''
  for (const [value, digits] of ROMAN) {
    while (rest >= value) {
      word += digits
      rest -= value
    }
  }
  return word
}
