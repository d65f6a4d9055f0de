/** Ratios between two pieces of work in one run, taken in turn, so that a machine whose speed drifts does not decide. */

export interface Measured {
  readonly name: string
  readonly peer: string
  /** Medians over the rounds. */
  readonly oursMs: number
  readonly peerMs: number
  readonly ratio: number
}

type Work = () => unknown

export async function against(name: string, ours: Work, peer: string, theirs: Work, rounds = 5): Promise<Measured> {
  const own: number[] = []
  const other: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const pair = [await timeOf(ours), await timeOf(theirs)] as const
    // The first round warms the machine and does not count.
    if (round === 0) continue
    own.push(pair[0])
    other.push(pair[1])
  }
  return { name, peer, oursMs: median(own), peerMs: median(other), ratio: median(own.map((ms, at) => ms / (other[at] ?? ms))) }
}

/** For a peer that takes too long for a second round: ours is warm from what was measured before, and the median of three. */
export async function once(name: string, ours: Work, peer: string, theirs: Work): Promise<Measured> {
  const oursMs = median([await timeOf(ours), await timeOf(ours), await timeOf(ours)])
  const peerMs = await timeOf(theirs)
  return { name, peer, oursMs, peerMs, ratio: oursMs / peerMs }
}

async function timeOf(work: Work): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function lineOf({ name, peer, oursMs, peerMs, ratio }: Measured): string {
  return `${name}: ${oursMs.toFixed(1)} ms; ${peer}: ${peerMs.toFixed(1)} ms; ratio ${ratio.toFixed(2)}`
}
