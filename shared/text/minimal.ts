/** Amendments reduced to what they really change, so that the same wish put in different words of the editor is seen to be the same. */
import type { Amendment } from './amendment.ts'
import type { BlockId, Inline } from './document.ts'
import { contentKey } from './canonical.ts'
import { blockAt, type Base } from './claims.ts'
import { contentLength, sliceContent } from './content.ts'
import { normalizeInlines } from './normalize.ts'
import { amendedBlock, planOf } from './apply.ts'
import { tokensOf } from './tokens.ts'

/** Empty where nothing would change. For amendments that fit the REV. */
export function minimalAmendments(base: Base, amendments: readonly Amendment[]): Amendment[] {
  return amendments.flatMap((amendment): Amendment[] => {
    if (amendment.op === 'replace') return minimalPassage(base, amendment)
    if (amendment.op === 'setKind') return changesKind(base, amendment) ? [amendment] : []
    if (amendment.op === 'moveBlock') return amendment.after === idBefore(base, amendment.block) ? [] : [amendment]
    if (amendment.op === 'insertBlock') return [{ ...amendment, content: normalizeInlines(amendment.content) }]
    return [amendment]
  })
}

type Passage = Extract<Amendment, { op: 'replace' }>

/** What both ends have in common is left out, in whole words. */
function minimalPassage(base: Base, passage: Passage): Passage[] {
  const old = tokensOf(sliceContent(blockAt(base, passage.block)?.content ?? [], passage.from, passage.to))
  const insert = normalizeInlines(passage.insert)
  const now = tokensOf(insert)
  let head = 0
  while (head < Math.min(old.length, now.length) && old[head]?.key === now[head]?.key) head++
  let tail = 0
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail)?.key === now.at(-1 - tail)?.key) tail++
  const keptHead = old[head - 1]?.to ?? 0
  const keptTail = tail === 0 ? passage.to - passage.from : (old[old.length - tail]?.from ?? 0)
  const from = passage.from + keptHead
  const to = passage.from + keptTail
  const words = sliceContent(insert, keptHead, contentLength(insert) - (passage.to - to))
  return from === to && words.length === 0 ? [] : [{ ...passage, from, to, insert: words }]
}

function changesKind(base: Base, amendment: Extract<Amendment, { op: 'setKind' }>): boolean {
  const block = blockAt(base, amendment.block)
  return block?.kind !== amendment.kind || block.level !== amendment.level
}

function idBefore(base: Base, id: BlockId): BlockId | null {
  return base.document.blocks[(base.places.get(id) ?? 0) - 1]?.id ?? null
}

/** Equal for two lists of amendments that, each taken alone, give the same text. */
export function effectKey(base: Base, amendments: readonly Amendment[]): string {
  const plan = planOf([amendments])
  const blocks = new Set([...plan.passages.keys(), ...plan.kinds.keys()])
  const amended = [...blocks].sort().flatMap((id) => {
    const block = blockAt(base, id)
    const result = block ? amendedBlock(plan, block) : null
    return result ? [[id, result.kind, result.level, keyOf(result.content)]] : []
  })
  const arrivals = [...plan.gaps].sort(([a], [b]) => (a < b ? -1 : 1)).map(([gap, items]) => [gap, items.map((item) =>
    item.op === 'moveBlock' ? ['m', item.block] : ['i', item.kind, item.level, keyOf(item.content)])])
  return JSON.stringify([amended, [...plan.deleted].sort(), arrivals])
}

function keyOf(content: readonly Inline[]): string {
  return contentKey(normalizeInlines(content))
}
