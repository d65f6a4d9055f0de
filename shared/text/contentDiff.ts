/**
 * What changed inside a paragraph, in whole words and as a person would mark it: changes lie on word boundaries, and words left
 * standing alone between two rewritten passages are taken into the change.
 */
import type { Inline } from './document.ts'
import { diffKeys, joined, type Hunk } from './diff.ts'
import { tokensOf, type Token } from './tokens.ts'

export interface ContentDiff {
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  /** Places of tokens. */
  readonly hunks: readonly Hunk[]
}

export function diffContent(before: readonly Inline[], after: readonly Inline[]): ContentDiff {
  const a = tokensOf(before)
  const b = tokensOf(after)
  const raw = diffKeys(a.map(keyOf), b.map(keyOf))
  const hunks = absorbIslands(joined(slideToBoundaries(raw, a, b)), a, b)
  return { before: a, after: b, hunks: isRewritten(hunks, a, b) ? [spanOf(hunks)] : hunks }
}

/** Fewer shared words than one in four, and the passage has been written anew. */
const SHARED_ONE_IN = 4
const WORDS_TO_JUDGE = 6

function isRewritten(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): boolean {
  if (hunks.length < 2) return false
  const { aFrom, aTo, bFrom, bTo } = spanOf(hunks)
  const [before, after] = [countWords(a, aFrom, aTo), countWords(b, bFrom, bTo)]
  const changed = hunks.reduce((sum, hunk) => sum + countWords(a, hunk.aFrom, hunk.aTo), 0)
  return Math.min(before, after) >= WORDS_TO_JUDGE && SHARED_ONE_IN * (before - changed) < Math.max(before, after)
}

function spanOf(hunks: readonly Hunk[]): Hunk {
  const [first, last] = [hunks[0], hunks.at(-1)]
  return { aFrom: first?.aFrom ?? 0, aTo: last?.aTo ?? 0, bFrom: first?.bFrom ?? 0, bTo: last?.bTo ?? 0 }
}

function keyOf(token: Token): string {
  return token.key
}

/** A pure insertion or deletion may often stand at several places with the same effect; the one along word and sentence boundaries reads best. */
function slideToBoundaries(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): Hunk[] {
  const slid: Hunk[] = []
  for (const [at, hunk] of hunks.entries()) {
    const floor = slid.at(-1) ?? { aTo: 0, bTo: 0 }
    const ceiling = hunks[at + 1] ?? { aFrom: a.length, bFrom: b.length }
    if (hunk.aFrom === hunk.aTo) slid.push(moved(hunk, bestShift(b, hunk.bFrom, hunk.bTo, hunk.bFrom - floor.bTo, ceiling.bFrom - hunk.bTo)))
    else if (hunk.bFrom === hunk.bTo) slid.push(moved(hunk, bestShift(a, hunk.aFrom, hunk.aTo, hunk.aFrom - floor.aTo, ceiling.aFrom - hunk.aTo)))
    else slid.push(hunk)
  }
  return slid
}

function moved(hunk: Hunk, by: number): Hunk {
  return { aFrom: hunk.aFrom + by, aTo: hunk.aTo + by, bFrom: hunk.bFrom + by, bTo: hunk.bTo + by }
}

/** Farther than this a change is not looked for: it bounds the work in long repetitions. */
const FARTHEST_SHIFT = 64

/** One token is kept free on either side, so that neighbouring changes do not run into one another. */
function bestShift(tokens: readonly Token[], from: number, to: number, roomBefore: number, roomAfter: number): number {
  let best = 0
  let bestScore = boundary(tokens, from) + boundary(tokens, to)
  const consider = (shift: number): void => {
    const score = boundary(tokens, from + shift) + boundary(tokens, to + shift)
    if (score > bestScore) [best, bestScore] = [shift, score]
  }
  const left = Math.min(from === roomBefore ? roomBefore : roomBefore - 1, FARTHEST_SHIFT)
  for (let by = 1; by <= left && tokens[from - by]?.key === tokens[to - by]?.key; by++) consider(-by)
  const right = Math.min(to + roomAfter === tokens.length ? roomAfter : roomAfter - 1, FARTHEST_SHIFT)
  for (let by = 1; by <= right && tokens[from + by - 1]?.key === tokens[to + by - 1]?.key; by++) consider(by)
  return best
}

/** How well a change may begin or end here: end of the paragraph, after a sentence, after a space, before a space, beside a sign, between. */
function boundary(tokens: readonly Token[], at: number): number {
  const left = tokens[at - 1]
  const right = tokens[at]
  if (!left || !right) return 5
  if (left.kind === 'space') return /[.;:!?]/.test(tokens[at - 2]?.text ?? '') ? 5 : 4
  if (right.kind === 'space') return 2
  return left.kind === 'word' && right.kind === 'word' ? 0 : 1
}

function absorbIslands(hunks: readonly Hunk[], a: readonly Token[], b: readonly Token[]): Hunk[] {
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    const last = kept.at(-1)
    if (last && isIsland(a.slice(last.aTo, hunk.aFrom), last, hunk, a, b)) kept[kept.length - 1] = { ...last, aTo: hunk.aTo, bTo: hunk.bTo }
    else kept.push(hunk)
  }
  return kept
}

/** Longest word that may be taken into a change together with its neighbours: `the`, `of`, `and`. */
const SMALL_WORD = 3

function isIsland(between: readonly Token[], left: Hunk, right: Hunk, a: readonly Token[], b: readonly Token[]): boolean {
  if (between.some((token) => token.kind === 'footnote')) return false
  const words = between.filter((token) => token.kind === 'word')
  if (words.length === 0) return between.length <= 2 && isReplacement({ ...left, aTo: right.aTo, bTo: right.bTo }, between.length)
  if (words.length === 1 && (words[0]?.text.length ?? 0) <= SMALL_WORD && isReplacement(left, 0) && isReplacement(right, 0)) return true
  return 3 * words.length <= Math.min(weight(left, a, b), weight(right, a, b))
}

/** Both sides have words of their own beyond what they share. */
function isReplacement(hunk: Hunk, shared: number): boolean {
  return hunk.aTo - hunk.aFrom > shared && hunk.bTo - hunk.bFrom > shared
}

function weight(hunk: Hunk, a: readonly Token[], b: readonly Token[]): number {
  return Math.max(countWords(a, hunk.aFrom, hunk.aTo), countWords(b, hunk.bFrom, hunk.bTo))
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (tokens[at]?.kind === 'word') count++
  return count
}
