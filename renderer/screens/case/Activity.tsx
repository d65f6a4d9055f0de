import { ACTIVITY_SERIES, activityOf } from '../../../shared/dossier/activity.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import { Chart } from './Chart.tsx'

const TONES = { observed: 'accent', reported: 'settled', briefed: 'caution' } as const

/** Nothing is drawn before anybody has given a day. */
export function Activity({ state }: { state: DossierState }) {
  const { buckets } = activityOf(state)
  if (buckets.length === 0) return null
  const { activity } = words.caseFile
  return (
    <Section title={activity.title}>
      <Chart title={activity.byDay} category={activity.day} series={ACTIVITY_SERIES.map((id) => ({ id, name: activity[id], tone: TONES[id] }))} rows={buckets.map((one) => ({ category: one.from, values: one.counts }))} />
    </Section>
  )
}
