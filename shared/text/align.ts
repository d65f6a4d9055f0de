/**
 * Which block of a text was which block of its predecessor. Paragraphs and whole rows of tables pair by identifier where both texts are REVs of one text, then by
 * equal words, then by likeness: blocks between the same two neighbours need little of it, blocks that have moved need much.
 */
import type { Block, BlockId, TextDocument } from './document.ts'
import { blockKey, contentKey } from './canonical.ts'
import { diffKeys } from './diff.ts'
import { heaviestIncreasing } from './increasing.ts'
import { bagLikeness, bagOf, type WordBag } from './likeness.ts'
import { alignCells } from './alignCells.ts'
import { contentLength } from './content.ts'
import { unitsOf, type Unit } from './table.ts'

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
/** Likeness at which nothing better is looked for, and how many neighbours are tried for it. */
const CLOSE = 0.8
const LOOK_AHEAD = 3
/** Fewer words than this prove nothing about a block that stands elsewhere. */
const WORDS_TO_RECOGNISE = 4
/** Less than any block can weigh, even all of them together. */
const ALMOST_NOTHING = 1e-6
/** Words in more blocks than this say nothing about which block it is. */
const COMMON_WORD_BLOCKS = 60
/** Best candidates that are looked at closely for each block. */
const CANDIDATES = 8

export function alignBlocks(before: TextDocument, after: TextDocument, options: CompareOptions): Pair[] {
  const [old, now] = [unitsOf(before), unitsOf(after)]
  const certain = options.identifiers === 'stable' ? pairsById(old, now) : pairsByEquality(old, now)
  const left = new Leftovers(old, now, certain)
  return [...certain, ...left.equal(), ...left.closeInPlace(), ...left.alike()].flatMap((pair) => blockPairs(old[pair.before], now[pair.after], options))
}

/** A row is the row that holds its first known cell. */
function pairsById(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const places = new Map(before.flatMap((unit, at) => unit.blocks.map((block) => [block.id, at] as const)))
  const taken = new Set<number>()
  return after.flatMap((unit, at) => {
    const place = unit.blocks.map((block) => places.get(block.id)).find((known) => known !== undefined && !taken.has(known) && before[known]?.isRow === unit.isRow)
    if (place === undefined) return []
    taken.add(place)
    return [{ before: place, after: at }]
  })
}

function pairsByEquality(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const pairs: Pair[] = []
  let i = 0
  let j = 0
  for (const hunk of [...diffKeys(before.map(unitKey), after.map(unitKey)), { aFrom: before.length, aTo: 0, bFrom: after.length, bTo: 0 }]) {
    while (i < hunk.aFrom) pairs.push({ before: i++, after: j++ })
    i = hunk.aTo
    j = hunk.bTo
  }
  return pairs
}

function unitKey(unit: Unit): string {
  return unit.blocks.map(blockKey).join('\n')
}

function blockPairs(old: Unit | undefined, now: Unit | undefined, options: CompareOptions): Pair[] {
  if (!old || !now) return []
  if (!old.isRow) return [{ before: old.from, after: now.from }]
  return alignCells(old.blocks, now.blocks, options.identifiers).map((pair) => ({ before: old.from + pair.before, after: now.from + pair.after }))
}

/** The pairs that stay in order: the heaviest chain, so that as few words as possible count as moved. */
export function pairsInPlace(pairs: readonly Pair[], before: readonly Block[], moved: ReadonlySet<BlockId> = new Set()): Pair[] {
  const weightOf = (block: Block | undefined): number => (block === undefined || moved.has(block.id) ? ALMOST_NOTHING : 1 + contentLength(block.content))
  return chainOf(pairs, (pair) => weightOf(before[pair.before]))
}

function chainOf(pairs: readonly Pair[], weightOf: (pair: Pair) => number): Pair[] {
  const sorted = [...pairs].sort((a, b) => a.after - b.after)
  const weights = sorted.map(weightOf)
  const chain = heaviestIncreasing(sorted.map((pair) => pair.before), (at) => weights[at] ?? 0)
  return chain.flatMap((at) => sorted[at] ?? [])
}

function unitsInPlace(pairs: readonly Pair[], units: readonly Unit[]): Pair[] {
  const lengths = units.map((unit) => unit.blocks.reduce((sum, block) => sum + contentLength(block.content), 0))
  return chainOf(pairs, (pair) => 1 + (lengths[pair.before] ?? 0))
}

interface Leftover {
  readonly at: number
  readonly unit: Unit
  readonly bag: WordBag
  /** How many certain pairs in place stand before it: equal gaps are the same neighbourhood. */
  readonly gap: number
}

class Leftovers {
  #before: Leftover[]
  #after: Leftover[]

  constructor(before: readonly Unit[], after: readonly Unit[], certain: readonly Pair[]) {
    const anchors = unitsInPlace(certain, before)
    this.#before = leftovers(before, new Set(certain.map((pair) => pair.before)), anchors.map((pair) => pair.before))
    this.#after = leftovers(after, new Set(certain.map((pair) => pair.after)), anchors.map((pair) => pair.after))
  }

  /** Same words, wherever they stand now; short blocks only between the same neighbours. */
  equal(): Pair[] {
    const waiting = Map.groupBy(this.#before, wordsKey)
    const pairs: Pair[] = []
    for (const right of this.#after) {
      const same = waiting.get(wordsKey(right)) ?? []
      const found = same.findIndex((left) => left.gap === right.gap || right.bag.size >= WORDS_TO_RECOGNISE)
      const left = found < 0 ? undefined : same.splice(found, 1)[0]
      if (left) pairs.push({ before: left.at, after: right.at })
    }
    return this.#take(pairs)
  }

  /** Nearly the same words between the same neighbours, and in order: most of what was only touched, found without a search. */
  closeInPlace(): Pair[] {
    const waiting = Map.groupBy(this.#before, (left) => left.gap)
    const next = new Map<number, number>()
    const pairs: Pair[] = []
    for (const right of this.#after) {
      const lefts = waiting.get(right.gap) ?? []
      const from = next.get(right.gap) ?? 0
      const scores = lefts.slice(from, from + LOOK_AHEAD).map((left) => (left.unit.isRow === right.unit.isRow ? bagLikeness(left.bag, right.bag) : 0))
      const best = scores.indexOf(Math.max(...scores))
      const left = lefts[from + best]
      if (!left || (scores[best] ?? 0) < CLOSE) continue
      next.set(right.gap, from + best + 1)
      pairs.push({ before: left.at, after: right.at })
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

function leftovers(units: readonly Unit[], paired: ReadonlySet<number>, anchors: readonly number[]): Leftover[] {
  let gap = 0
  return units.flatMap((unit, at) => {
    while (gap < anchors.length && (anchors[gap] ?? 0) < at) gap++
    return paired.has(at) ? [] : [{ at, unit, bag: bagOf(unit.blocks.flatMap((block) => block.content)), gap }]
  })
}

/** Rows and paragraphs have no words in common, whatever stands in them. */
function wordsKey({ unit }: Leftover): string {
  return `${unit.isRow ? 'row' : 'paragraph'} ${unit.blocks.map((block) => contentKey(block.content)).join('\n')}`
}

/** The likeness, raised a little between the same neighbours; null where it is too little. */
function scoreOf(left: Leftover, right: Leftover): number | null {
  if (left.unit.isRow !== right.unit.isRow) return null
  const score = bagLikeness(left.bag, right.bag)
  if (left.gap === right.gap) return score >= LIKE_IN_PLACE || bothTitles(left, right) ? score + 0.1 : null
  return score >= LIKE_ELSEWHERE && Math.min(left.bag.size, right.bag.size) >= WORDS_TO_RECOGNISE ? score : null
}

function bothTitles(left: Leftover, right: Leftover): boolean {
  return left.unit.blocks[0]?.kind === 'title' && right.unit.blocks[0]?.kind === 'title'
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
