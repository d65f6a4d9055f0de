/**
 * Three versions at once: a text and two others made from it, or REV k-1, k and k+1 with k in the middle. Every paragraph of the middle
 * text once, with what became of it on either side.
 */
import type { Block, TextDocument } from './document.ts'
import type { CompareOptions } from './align.ts'
import { compareDocuments } from './compare.ts'
import { contentKey } from './canonical.ts'
import type { MarkedBlock } from './marked.ts'
import { normalizeDocument } from './normalize.ts'
import { acceptAll } from './accept.ts'

export interface ThreeRow {
  /** Null where a paragraph stands only in one of the others, or in both. */
  readonly middle: Block | null
  /** Marked against the middle text; null where the paragraph is not there. A paragraph that has moved stands where the middle text has it. */
  readonly left: MarkedBlock | null
  readonly right: MarkedBlock | null
  /** Who changed it: nobody, one, both in the same way, or both differently. */
  readonly changed: 'nowhere' | 'left' | 'right' | 'alike' | 'differently'
}

export function compareThree(middle: TextDocument, left: TextDocument, right: TextDocument, options: CompareOptions = { identifiers: 'stable' }): ThreeRow[] {
  const base = normalizeDocument(middle)
  const sides = { left: sideOf(base, left, options), right: sideOf(base, right, options) }
  return [...news('', sides), ...base.blocks.flatMap((block) => {
    const [a, b] = [sides.left.of.get(block.id) ?? null, sides.right.of.get(block.id) ?? null]
    return [{ middle: block, left: a, right: b, changed: changedBy(a, b) }, ...news(block.id, sides)]
  })]
}

interface Side {
  readonly of: ReadonlyMap<string, MarkedBlock>
  /** New paragraphs by the paragraph of the middle text behind which they stand. */
  readonly news: ReadonlyMap<string, readonly MarkedBlock[]>
}

function sideOf(base: TextDocument, other: TextDocument, options: CompareOptions): Side {
  const { blocks } = compareDocuments(base, other, options)
  const of = new Map<string, MarkedBlock>()
  const arrived = new Map<string, MarkedBlock[]>()
  let last = ''
  for (const block of blocks) {
    if (block.change === 'inserted') arrived.set(last, [...(arrived.get(last) ?? []), block])
    else if (block.change !== 'movedFrom') of.set(block.idBefore ?? '', block)
    if (block.idBefore !== null && block.change !== 'movedTo') last = block.idBefore
  }
  return { of, news: arrived }
}

/** The same new words at the same place are one row. */
function news(after: string, sides: { readonly left: Side; readonly right: Side }): ThreeRow[] {
  const waiting = [...(sides.right.news.get(after) ?? [])]
  const rows = (sides.left.news.get(after) ?? []).map((block): ThreeRow => {
    const found = waiting.findIndex((other) => wordsKey(other) === wordsKey(block))
    const [twin] = found < 0 ? [] : waiting.splice(found, 1)
    return { middle: null, left: block, right: twin ?? null, changed: twin ? 'alike' : 'left' }
  })
  return [...rows, ...waiting.map((block): ThreeRow => ({ middle: null, left: null, right: block, changed: 'right' }))]
}

function changedBy(left: MarkedBlock | null, right: MarkedBlock | null): ThreeRow['changed'] {
  const [a, b] = [isChanged(left), isChanged(right)]
  if (!a && !b) return 'nowhere'
  if (a && b) return left && right && outcomeKey(left) === outcomeKey(right) ? 'alike' : 'differently'
  return a ? 'left' : 'right'
}

function isChanged(block: MarkedBlock | null): boolean {
  if (!block || block.change !== 'same') return true
  return block.before?.kind !== block.after?.kind || block.before?.level !== block.after?.level
    || block.content.some((inline) => inline.change !== 'same' || ('footnote' in inline && inline.footnote.some((run) => run.change !== 'same')))
}

function outcomeKey(block: MarkedBlock): string {
  return `${block.change} ${wordsKey(block)}`
}

function wordsKey(block: MarkedBlock): string {
  const [now] = acceptAll({ blocks: [block] }).blocks
  return now ? `${now.kind} ${now.level} ${contentKey(now.content)}` : ''
}
