/**
 * Differences between two sequences: first anchored on what occurs exactly once in both (Cohen's patience diff), then Myers,
 * "An O(ND) Difference Algorithm and Its Variations" (1986), between the anchors. Fast on long texts, and as a person would align them.
 */
import { heaviestIncreasing } from './increasing.ts'

/** `a[aFrom, aTo)` stands where `b[bFrom, bTo)` stands; everything outside the hunks is equal. */
export interface Hunk {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

/** Beyond this many differences without an anchor a region counts as rewritten: it bounds time and memory. */
const MOST_DIFFERENCES = 500

export function diffKeys(a: readonly string[], b: readonly string[]): Hunk[] {
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  return diffCore(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
    .map(({ aFrom, aTo, bFrom, bTo }) => ({ aFrom: aFrom + head, aTo: aTo + head, bFrom: bFrom + head, bTo: bTo + head }))
}

function diffCore(a: readonly string[], b: readonly string[]): Hunk[] {
  const numbers = new Map<string, number>()
  const intern = (keys: readonly string[]): Int32Array => Int32Array.from(keys, (key) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, numbers.size)
    return numbers.size - 1
  })
  return diffSequences(intern(a), intern(b))
}

/** Hunks in order, never touching one another. */
export function diffSequences(a: Int32Array, b: Int32Array): Hunk[] {
  const hunks: Hunk[] = []
  const regions: Hunk[] = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length }]
  for (let region = regions.pop(); region; region = regions.pop()) {
    const core = trimmed(a, b, region)
    if (core.aFrom === core.aTo && core.bFrom === core.bTo) continue
    if (core.aFrom === core.aTo || core.bFrom === core.bTo) {
      hunks.push(core)
      continue
    }
    const anchors = uniqueAnchors(a, b, core)
    if (anchors.length > 0) regions.push(...between(core, anchors).reverse())
    else hunks.push(...shortestEdit(a, b, core))
  }
  return joined(hunks)
}

function trimmed(a: Int32Array, b: Int32Array, region: Hunk): Hunk {
  let { aFrom, aTo, bFrom, bTo } = region
  while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) { aFrom++; bFrom++ }
  while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) { aTo--; bTo-- }
  return { aFrom, aTo, bFrom, bTo }
}

interface Anchor { readonly a: number; readonly b: number }

function uniqueAnchors(a: Int32Array, b: Int32Array, region: Hunk): Anchor[] {
  const inA = oncePlaces(a, region.aFrom, region.aTo)
  const inB = oncePlaces(b, region.bFrom, region.bTo)
  const shared: Anchor[] = []
  for (const [value, place] of inA) {
    const other = inB.get(value)
    if (place >= 0 && other !== undefined && other >= 0) shared.push({ a: place, b: other })
  }
  const chain = heaviestIncreasing(shared.map((anchor) => anchor.b), () => 1)
  return chain.flatMap((at) => shared[at] ?? [])
}

/** Place of each value, -1 where it occurs more than once; in order of first occurrence. */
function oncePlaces(sequence: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at++) {
    const value = sequence[at] ?? 0
    places.set(value, places.has(value) ? -1 : at)
  }
  return places
}

function between(region: Hunk, anchors: readonly Anchor[]): Hunk[] {
  const gaps: Hunk[] = []
  let { aFrom, bFrom } = region
  for (const { a, b } of anchors) {
    gaps.push({ aFrom, aTo: a, bFrom, bTo: b })
    aFrom = a + 1
    bFrom = b + 1
  }
  return [...gaps, { aFrom, aTo: region.aTo, bFrom, bTo: region.bTo }]
}

/** Greedy forward search; each round is remembered, so that the way back can be read off. */
function shortestEdit(a: Int32Array, b: Int32Array, region: Hunk): Hunk[] {
  const n = region.aTo - region.aFrom
  const m = region.bTo - region.bFrom
  const most = Math.min(n + m, MOST_DIFFERENCES)
  const reach = new Int32Array(2 * most + 3)
  const rounds: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    rounds.push(reach.slice(most + 1 - d - 1, most + 1 + d + 2))
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k
      const down = k === -d || (k !== d && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0))
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1
      while (x < n && x - k < m && a[region.aFrom + x] === b[region.bFrom + x - k]) x++
      reach[at] = x
      if (x >= n && x - k >= m) return wayBack(rounds, region, n, m)
    }
  }
  return [region]
}

function wayBack(rounds: readonly Int32Array[], region: Hunk, n: number, m: number): Hunk[] {
  const steps: Hunk[] = []
  let x = n
  let y = m
  for (let d = rounds.length - 1; d > 0; d--) {
    const reach = rounds[d] ?? new Int32Array(0)
    const at = x - y + d + 1
    const down = x - y === -d || (x - y !== d && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0))
    const k = down ? x - y + 1 : x - y - 1
    const fromX = reach[k + d + 1] ?? 0
    const fromY = fromX - k
    const aFrom = region.aFrom + fromX
    const bFrom = region.bFrom + fromY
    steps.push({ aFrom, aTo: down ? aFrom : aFrom + 1, bFrom, bTo: down ? bFrom + 1 : bFrom })
    x = fromX
    y = fromY
  }
  return steps.reverse()
}

export function joined(hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = []
  for (const hunk of hunks) {
    const last = result.at(-1)
    if (last && last.aTo === hunk.aFrom && last.bTo === hunk.bFrom) result[result.length - 1] = { ...last, aTo: hunk.aTo, bTo: hunk.bTo }
    else result.push(hunk)
  }
  return result
}
