/** What of the timeline is shown: all conditions hold at once. */
import { compareDelegations, type Delegation as Code } from '../../../shared/base/delegations.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { Choose } from '../../components/Choice.tsx'
import { words } from '../../messages/words.ts'
import css from './dossier.module.css'

type Entry = DossierState['timeline'][number]

export interface TimelineFilter {
  readonly step: number | null
  readonly delegation: Code | null
  /** A kind of entry, or a type of event for what is none. */
  readonly type: string | null
}

export function fits(entry: Entry, { step, delegation, type }: TimelineFilter): boolean {
  return (step === null || entry.step === step) && (delegation === null || entry.delegation === delegation) && (type === null || typeOf(entry) === type)
}

function typeOf({ about, type }: Entry): string {
  return about ?? type
}

const ALL = 'all'

export function TimelineFilters({ timeline, filter, onChange }: { timeline: readonly Entry[]; filter: TimelineFilter; onChange: (filter: TimelineFilter) => void }) {
  const steps = [...new Set(timeline.flatMap((entry) => entry.step ?? []))].toSorted((a, b) => a - b)
  const delegations = [...new Set(timeline.map((entry) => entry.delegation))].toSorted(compareDelegations)
  const types = [...new Map(timeline.map((entry) => [typeOf(entry), nameOf(entry)]))].toSorted(([, a], [, b]) => (a < b ? -1 : 1))
  return (
    <div className={css.filters} role="group" aria-label={words.dossier.filter}>
      <Choose label={words.dossier.step} nothing="" value={String(filter.step ?? ALL)} onChange={(id) => onChange({ ...filter, step: steps.find((one) => String(one) === id) ?? null })}
        options={[{ id: ALL, name: words.dossier.any }, ...steps.map((step) => ({ id: String(step), name: `${step} ${words.steps[step]?.name ?? ''}` }))]} />
      <Choose label={words.directory.delegation} nothing="" value={filter.delegation ?? ALL} onChange={(id) => onChange({ ...filter, delegation: delegations.find((one) => one === id) ?? null })}
        options={[{ id: ALL, name: words.dossier.any }, ...delegations.map((code) => ({ id: code as string, name: words.delegations[code] }))]} />
      <Choose label={words.dossier.kind} nothing="" value={filter.type ?? ALL} onChange={(id) => onChange({ ...filter, type: id === ALL ? null : id })}
        options={[{ id: ALL, name: words.dossier.any }, ...types.map(([id, name]) => ({ id, name }))]} />
    </div>
  )
}

function nameOf({ about, type }: Entry): string {
  return about === undefined ? words.exchange.itemName(type) : words.caseFile.kinds[about].name
}
