/** When what was observed, reported and briefed: counted by day, or by week or month where the time is long. Days are claims of their authors. */
import { standing } from './entries.ts'
import type { Contribution, DossierState } from './state.ts'

export const ACTIVITY_SERIES = ['observed', 'reported', 'briefed'] as const
export type ActivitySeries = (typeof ACTIVITY_SERIES)[number]

export interface ActivityBucket {
  /** First day of it, `2031-06-12`. */
  readonly from: string
  readonly counts: Readonly<Record<ActivitySeries, number>>
}

export interface Activity {
  readonly by: 'day' | 'week' | 'month'
  /** Ascending, without gaps between the first and the last that holds something. */
  readonly buckets: readonly ActivityBucket[]
  /** Days that are not drawn because they lie far from the others. */
  readonly tooFar: number
}

const DAY_MS = 86_400_000
const MOST_DAYS = 62
const MOST_WEEKS_AS_DAYS = 62 * 7
/** What lies further from the middle of all days than this is a slip of the pen, and would press all others into one column. */
const FAR_MS = 120 * 30 * DAY_MS

export function activityOf({ contributions, entries }: Pick<DossierState, 'contributions' | 'entries'>): Activity {
  const all = [
    ...contributions.flatMap((one) => [day('observed', one.observed), day('reported', one.reported)]),
    ...standing(entries, 'briefing').map(({ content }) => day('briefed', content.on)),
    ...standing(entries, 'indicators').flatMap(({ content }) => content.indicators.map((one) => day('observed', one.firstSeen))),
  ].flatMap((one) => one ?? [])
  const middle = all.map((one) => one.atUtcMs).sort((a, b) => a - b)[all.length >> 1] ?? 0
  const days = all.filter((one) => Math.abs(one.atUtcMs - middle) <= FAR_MS)
  const tooFar = all.length - days.length
  const sorted = days.map((one) => one.atUtcMs).sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return { by: 'day', buckets: [], tooFar }
  const spanDays = (last - first) / DAY_MS
  const by = spanDays <= MOST_DAYS ? 'day' : spanDays <= MOST_WEEKS_AS_DAYS ? 'week' : 'month'
  const counts = Map.groupBy(days, (one) => startOf(one.atUtcMs, by))
  const buckets: ActivityBucket[] = []
  for (let at = startOf(first, by); at <= last; at = next(at, by)) buckets.push(bucket(at, counts.get(at) ?? []))
  return { by, buckets, tooFar }
}

interface Happened {
  readonly series: ActivitySeries
  readonly atUtcMs: number
}

function day(series: ActivitySeries, said: string | null | undefined): Happened | null {
  return said === null || said === undefined ? null : { series, atUtcMs: Date.parse(`${said}T00:00:00Z`) }
}

function bucket(atUtcMs: number, happened: readonly Happened[]): ActivityBucket {
  const count = (series: ActivitySeries): number => happened.filter((one) => one.series === series).length
  return { from: new Date(atUtcMs).toISOString().slice(0, 10), counts: { observed: count('observed'), reported: count('reported'), briefed: count('briefed') } }
}

/** Weeks begin on Monday (ISO 8601). */
function startOf(utcMs: number, by: Activity['by']): number {
  const date = new Date(utcMs)
  if (by === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
  return by === 'day' ? utcMs : utcMs - ((date.getUTCDay() + 6) % 7) * DAY_MS
}

function next(utcMs: number, by: Activity['by']): number {
  const date = new Date(utcMs)
  if (by === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
  return utcMs + (by === 'day' ? DAY_MS : 7 * DAY_MS)
}

export interface Disagreement {
  readonly kind: Contribution['kind']
  readonly first: Contribution
  readonly second: Contribution
}

/** Two steps apart on an axis: one says fairly reliable where the other says unreliable. F and 6 mean that nothing can be judged, and disagree with nothing. */
const FAR_APART = 2

/** Pairs of contributions of one kind whose gradings lie far apart on either of the two axes, each by itself. It says where to look, not who is right. */
export function disagreements(contributions: readonly Contribution[]): Disagreement[] {
  return contributions.flatMap((first, at) => contributions.slice(at + 1)
    .filter((second) => second.kind === first.kind && second.delegation !== first.delegation && (apart(first.reliability, second.reliability, 'ABCDE') || apart(first.credibility, second.credibility, '12345')))
    .map((second) => ({ kind: first.kind, first, second })))
}

function apart(one: string | null, other: string | null, axis: string): boolean {
  if (one === null || other === null || !axis.includes(one) || !axis.includes(other)) return false
  return Math.abs(axis.indexOf(one) - axis.indexOf(other)) >= FAR_APART
}
