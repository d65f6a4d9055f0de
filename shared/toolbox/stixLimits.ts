/** What indicators say that STIX 2.1 has no form for. Said before a file is written and after it, never left out in silence. */
import type { ForeignIndicator } from './foreignIndicators.ts'

export const BEYOND_STIX = ['other', 'firstSeen', 'lastSeen'] as const
export interface BeyondStix {
  readonly what: (typeof BEYOND_STIX)[number]
  /** Of so many indicators; never 0. */
  readonly count: number
}

/** `other` has no observable. An indicator has to begin; and it may end, but only later. */
export function beyondStix(indicators: readonly Pick<ForeignIndicator, 'type' | 'firstSeen' | 'lastSeen'>[]): BeyondStix[] {
  const written = indicators.filter(hasForm)
  const counts: Readonly<Record<BeyondStix['what'], number>> = {
    other: indicators.length - written.length, firstSeen: written.filter((one) => one.firstSeen === null).length, lastSeen: written.filter((one) => one.lastSeen !== null && !endsLater(one)).length,
  }
  return BEYOND_STIX.map((what) => ({ what, count: counts[what] })).filter(({ count }) => count > 0)
}

/** Whether it can be an indicator of STIX at all. */
export function hasForm({ type }: Pick<ForeignIndicator, 'type'>): boolean {
  return type !== 'other'
}

/** `valid_until` has to be later than `valid_from`. */
export function endsLater({ firstSeen, lastSeen }: Pick<ForeignIndicator, 'firstSeen' | 'lastSeen'>): boolean {
  return firstSeen !== null && lastSeen !== null && lastSeen > firstSeen
}
