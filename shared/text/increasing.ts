/**
 * The heaviest chain of places whose values increase strictly: what stays where it is when things have been rearranged.
 * O(n log n), by prefix maxima over the ranks of the values (a Fenwick tree); ties go to the earlier chain.
 */
export function heaviestIncreasing(values: readonly number[], weightOf: (at: number) => number): number[] {
  const ranks = ranksOf(values)
  const best = new PrefixMaximum(values.length)
  const sums: number[] = []
  const previous: number[] = []
  for (let at = 0; at < values.length; at++) {
    const rank = ranks[at] ?? 0
    const before = best.upTo(rank - 1)
    previous.push(before.place)
    sums.push(before.sum + weightOf(at))
    best.raise(rank, sums[at] ?? 0, at)
  }
  const chain: number[] = []
  for (let at = best.upTo(values.length).place; at >= 0; at = previous[at] ?? -1) chain.push(at)
  return chain.reverse()
}

/** 1 for the smallest value; equal values share a rank, so that no chain holds both. */
function ranksOf(values: readonly number[]): number[] {
  const rankOf = new Map([...new Set(values)].sort((a, b) => a - b).map((value, at) => [value, at + 1]))
  return values.map((value) => rankOf.get(value) ?? 0)
}

class PrefixMaximum {
  readonly #sums: Float64Array
  readonly #places: Int32Array

  constructor(size: number) {
    this.#sums = new Float64Array(size + 1)
    this.#places = new Int32Array(size + 1).fill(-1)
  }

  upTo(rank: number): { sum: number; place: number } {
    let sum = 0
    let place = -1
    for (let at = rank; at > 0; at -= at & -at) {
      if ((this.#sums[at] ?? 0) > sum) {
        sum = this.#sums[at] ?? 0
        place = this.#places[at] ?? -1
      }
    }
    return { sum, place }
  }

  raise(rank: number, sum: number, place: number): void {
    for (let at = rank; at < this.#sums.length; at += at & -at) {
      if (sum > (this.#sums[at] ?? 0)) {
        this.#sums[at] = sum
        this.#places[at] = place
      }
    }
  }
}
