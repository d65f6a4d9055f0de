/** How much two passages have in common: Dice's coefficient over their words, case aside. 0 nothing, 1 the same words. */
import type { Inline } from './document.ts'
import { wordsOf } from './tokens.ts'

export interface WordBag {
  readonly counts: ReadonlyMap<string, number>
  readonly size: number
}

export function bagOf(content: readonly Inline[]): WordBag {
  const words = wordsOf(content)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { counts, size: words.length }
}

export function bagLikeness(a: WordBag, b: WordBag): number {
  if (a.size + b.size === 0) return 1
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a]
  let common = 0
  for (const [word, count] of small.counts) common += Math.min(count, large.counts.get(word) ?? 0)
  return (2 * common) / (a.size + b.size)
}

export function likeness(a: readonly Inline[], b: readonly Inline[]): number {
  return bagLikeness(bagOf(a), bagOf(b))
}
