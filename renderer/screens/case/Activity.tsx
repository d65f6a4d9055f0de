import { ACTIVITY_SERIES, activityOf, type Activity as Counted } from '../../../shared/dossier/activity.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { Note, Section } from '../../components/Screen.tsx'
import { dayShortMonth, shortMonth } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Chart } from './Chart.tsx'

const TONES = { observed: 'accent', reported: 'settled', briefed: 'caution' } as const

/** Nothing is drawn before anybody has given a day. */
export function Activity({ state }: { state: DossierState }) {
  const { buckets, by, tooFar } = activityOf(state)
  if (buckets.length === 0) return null
  const { activity } = words.caseFile
  return (
    <Section title={activity.title}>
      <Chart title={activity.by[by]} category={activity.from[by]} series={ACTIVITY_SERIES.map((id) => ({ id, name: activity[id], tone: TONES[id] }))} rows={buckets.map((one) => ({ category: dayOn(one.from, by), values: one.counts }))} />
      {tooFar > 0 && <Note>{activity.tooFar(tooFar)}</Note>}
    </Section>
  )
}

/** As short as a column is narrow: `12 Jun`, or `Jun 2031` for a month. */
function dayOn(day: string, by: Counted['by']): string {
  const utcMs = Date.parse(`${day}T00:00:00Z`)
  return by === 'month' ? shortMonth(utcMs, 'UTC') : dayShortMonth(utcMs, 'UTC')
}
