/** Choices of a run, all from its seed. */
import { seededRandom } from '../../fakes/seededRandom.ts'

export interface Dice {
  /** 0 up to and without `bound`. */
  below(bound: number): number
  pick<T>(list: readonly T[]): T
  /** True this many times in a hundred. */
  percent(share: number): boolean
}

export function diceOf(seed: number): Dice {
  const random = seededRandom(seed)
  const below = (bound: number): number => {
    const [a = 0, b = 0, c = 0] = random(3)
    return (a * 65_536 + b * 256 + c) % bound
  }
  return {
    below,
    pick(list) {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new Error('nothing to choose from')
      return chosen
    },
    percent: (share) => below(100) < share,
  }
}
