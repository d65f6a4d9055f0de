/** What STIX has no form for, in words. */
import type { ForeignIndicator } from '../toolbox/foreignIndicators.ts'
import { beyondStix, type BeyondStix } from '../toolbox/stixLimits.ts'

const several = (count: number, one: string, many: string): string => (count === 1 ? one : many)

export const BEYOND_STIX_WORDS: Readonly<Record<BeyondStix['what'], (count: number) => string>> = {
  other: (count) => `${count} ${several(count, 'indicator of the kind “Other” goes', 'indicators of the kind “Other” go')} into a note as words, which programs pass over: STIX has no form for ${several(count, 'it', 'them')}.`,
  firstSeen: (count) => `${count} ${several(count, 'indicator without a first day begins', 'indicators without a first day begin')} at the moment of writing: STIX requires a beginning.`,
  lastSeen: (count) => `The last day of ${count} ${several(count, 'indicator', 'indicators')} is left out: STIX takes it only if it is later than the first day.`,
}

/** One sentence for each kind of thing: what a command says before it writes. */
export function beyondStixOf(indicators: readonly ForeignIndicator[]): string[] {
  return sentences(beyondStix(indicators))
}

export function sentences(beyond: readonly BeyondStix[]): string[] {
  return beyond.map(({ what, count }) => BEYOND_STIX_WORDS[what](count))
}
