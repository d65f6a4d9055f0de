import { beforeAll, describe, expect, it } from 'vitest'
import { createCoverage } from './coverage.ts'
import { COUNTERS_NAME, withCounters } from './instrument.ts'

const SOURCE = `
export const sign = (number) => number > 0 ? 'above' : number < 0 && isKnown(number) ? 'below' : 'at'
function isKnown(number) {
  for (const known of [-1, -2]) if (known === number) return true
  else continue
  return false
}
`

let sign: (number: number) => string
const counters = new Uint8Array(64)
let places = 0

beforeAll(async () => {
  Reflect.set(globalThis, COUNTERS_NAME, counters)
  const instrumented = withCounters(SOURCE, 0)
  places = instrumented.counters
  const loaded: { sign(number: number): string } = await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(instrumented.source)}`)
  sign = loaded.sign
})

describe('code with counters', () => {
  it('does what it did without them', () => {
    expect([3, 0, -2, -9].map(sign)).toEqual(['above', 'at', 'below', 'at'])
  })

  it('tells an input that goes another way from one that does not', () => {
    const coverage = createCoverage({ counters, size: () => places })
    const news = (number: number): boolean => {
      coverage.begin()
      sign(number)
      return coverage.news() > 0
    }
    expect([3, 4, 0, -1, -2, -2, -9].map(news)).toEqual([true, false, true, true, true, false, true])
    expect(coverage.seen()).toEqual({ places, of: places })
  })
})
