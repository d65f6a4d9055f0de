/**
 * Which block of a text was which block of its predecessor. Blocks pair by identifier where both texts are REVs of one text, then by
 * equal words, then by likeness: blocks between the same two neighbours need little of it, blocks that have moved need much.
 */
import type { Block, BlockId, TextDocument } from './document.ts'
import { blockKey, contentKey } from './canonical.ts'
import { diffKeys } from './diff.ts'
import { heaviestIncreasing } from './increasing.ts'
import { bagLikeness, bagOf, type WordBag } from './likeness.ts'
import { contentLength } from './content.ts'

export interface CompareOptions {
  /** `stable`: both come from one text, so equal identifiers mean the same block. `unrelated`: they mean nothing. */
  readonly identifiers: 'stable' | 'unrelated'
  /** Identifiers in the predecessor of blocks that were asked to move: they weigh almost nothing when it is decided what stayed. */
  readonly moved?: ReadonlySet<BlockId>
}

export interface Pair {
  readonly before: number
  readonly after: number
}

/** Likeness from which two blocks are one: between the same neighbours, and anywhere else. */
const LIKE_IN_PLACE = 0.3
const LIKE_ELSEWHERE = 0.5
/** Fewer words than this prove nothing about a block that stands elsewhere. */
const WORDS_TO_RECOGNISE = 4
/** Less than any block can weigh, even all of them together. */
const ALMOST_NOTHING = 1e-6
/** Words in more blocks than this say nothing about which block it is. */
const COMMON_WORD_BLOCKS = 60
/** Best candidates that are looked at closely for each block. */
const CANDIDATES = 8

export function alignBlocks(before: TextDocument, after: TextDocument, options: CompareOptions): Pair[] {
  const certain = options.identifiers === 'stable' ? pairsById(before.blocks, after.blocks) : pairsByEquality(before.blocks, after.blocks)
  const left = new Leftovers(before.blocks, after.blocks, certain)
  return [...certain, ...left.equal(), ...left.alike()]
}

function pairsById(before: readonly Block[], after: readonly Block[]): Pair[] {
  const places = new Map(before.map((block, at) => [block.id, at]))
  return after.flatMap((block, at) => {
    const place = places.get(block.id)
    places.delete(block.id)
    return place === undefined ? [] : [{ before: place, after: at }]
  })
}

function pairsByEquality(before: readonly Block[], after: readonly Block[]): Pair[] {
  const pairs: Pair[] = []
  let i = 0
  let j = 0
  for (const hunk of [...diffKeys(before.map(blockKey), after.map(blockKey)), { aFrom: before.length, aTo: 0, bFrom: after.length, bTo: 0 }]) {
    while (i < hunk.aFrom) pairs.push({ before: i++, after: j++ })
    i = hunk.aTo
    j = hunk.bTo
  }
  return pairs
}

/** The pairs that stay in order: the heaviest chain, so that as few words as possible count as moved. */
export function pairsInPlace(pairs: readonly Pair[], before: readonly Block[], moved: ReadonlySet<BlockId> = new Set()): Pair[] {
  const sorted = [...pairs].sort((a, b) => a.after - b.after)
  const weightOf = (block: Block | undefined): number => (block === undefined || moved.has(block.id) ? ALMOST_NOTHING : 1 + contentLength(block.content))
  const chain = heaviestIncreasing(sorted.map((pair) => pair.before), (at) => weightOf(before[sorted[at]?.before ?? 0]))
  return chain.flatMap((at) => sorted[at] ?? [])
}

interface Leftover {
  readonly at: number
  readonly block: Block
  readonly bag: WordBag
  /** How many certain pairs in place stand before it: equal gaps are the same neighbourhood. */
  readonly gap: number
}

class Leftovers {
  #before: Leftover[]
  #after: Leftover[]

  constructor(before: readonly Block[], after: readonly Block[], certain: readonly Pair[]) {
    const anchors = pairsInPlace(certain, before)
    this.#before = leftovers(before, new Set(certain.map((pair) => pair.before)), anchors.map((pair) => pair.before))
    this.#after = leftovers(after, new Set(certain.map((pair) => pair.after)), anchors.map((pair) => pair.after))
  }

  /** Same words, wherever they stand now; short blocks only between the same neighbours. */
  equal(): Pair[] {
    const waiting = Map.groupBy(this.#before, (left) => contentKey(left.block.content))
    const pairs: Pair[] = []
    for (const right of this.#after) {
      const same = waiting.get(contentKey(right.block.content)) ?? []
      const found = same.findIndex((left) => left.gap === right.gap || right.bag.size >= WORDS_TO_RECOGNISE)
      const left = found < 0 ? undefined : same.splice(found, 1)[0]
      if (left) pairs.push({ before: left.at, after: right.at })
    }
    return this.#take(pairs)
  }

  alike(): Pair[] {
    const scored = this.#candidates().sort((a, b) => b.score - a.score || Math.abs(a.before - a.after) - Math.abs(b.before - b.after) || a.after - b.after)
    const taken = { before: new Set<number>(), after: new Set<number>() }
    const pairs: Pair[] = []
    for (const { before, after } of scored) {
      if (taken.before.has(before) || taken.after.has(after)) continue
      taken.before.add(before)
      taken.after.add(after)
      pairs.push({ before, after })
    }
    return this.#take(pairs)
  }

  #take(pairs: readonly Pair[]): Pair[] {
    const before = new Set(pairs.map((pair) => pair.before))
    const after = new Set(pairs.map((pair) => pair.after))
    this.#before = this.#before.filter((left) => !before.has(left.at))
    this.#after = this.#after.filter((right) => !after.has(right.at))
    return [...pairs]
  }

  #candidates(): (Pair & { score: number })[] {
    const postings = postingsOf(this.#before)
    const neighbours = Map.groupBy(this.#before, (left) => left.gap)
    return this.#after.flatMap((right) => {
      const near = nearest(neighbours.get(right.gap) ?? [], right.at)
      const candidates = new Set([...near, ...sharingRareWords(postings, right)])
      return [...candidates].flatMap((left) => {
        const score = scoreOf(left, right)
        return score === null ? [] : [{ before: left.at, after: right.at, score }]
      })
    })
  }
}

function leftovers(blocks: readonly Block[], paired: ReadonlySet<number>, anchors: readonly number[]): Leftover[] {
  let gap = 0
  return blocks.flatMap((block, at) => {
    while (gap < anchors.length && (anchors[gap] ?? 0) < at) gap++
    return paired.has(at) ? [] : [{ at, block, bag: bagOf(block.content), gap }]
  })
}

/** The likeness, raised a little between the same neighbours; null where it is too little. */
function scoreOf(left: Leftover, right: Leftover): number | null {
  const score = bagLikeness(left.bag, right.bag)
  if (left.gap === right.gap) return score >= LIKE_IN_PLACE || bothTitles(left, right) ? score + 0.1 : null
  return score >= LIKE_ELSEWHERE && Math.min(left.bag.size, right.bag.size) >= WORDS_TO_RECOGNISE ? score : null
}

function bothTitles(left: Leftover, right: Leftover): boolean {
  return left.block.kind === 'title' && right.block.kind === 'title'
}

function nearest(lefts: readonly Leftover[], at: number): Leftover[] {
  return [...lefts].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at)).slice(0, CANDIDATES)
}

function postingsOf(lefts: readonly Leftover[]): Map<string, Leftover[]> {
  const postings = new Map<string, Leftover[]>()
  for (const left of lefts) {
    for (const word of left.bag.counts.keys()) {
      const places = postings.get(word)
      if (places) places.push(left)
      else postings.set(word, [left])
    }
  }
  return postings
}

function sharingRareWords(postings: ReadonlyMap<string, readonly Leftover[]>, right: Leftover): Leftover[] {
  const shared = new Map<Leftover, number>()
  for (const word of right.bag.counts.keys()) {
    const places = postings.get(word) ?? []
    if (places.length > COMMON_WORD_BLOCKS) continue
    for (const left of places) shared.set(left, (shared.get(left) ?? 0) + 1 / places.length)
  }
  return [...shared].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES).map(([left]) => left)
}
