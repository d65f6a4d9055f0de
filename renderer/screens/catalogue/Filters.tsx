import { COMPETENCES, HORIZONS, MEASURE_EFFECTS, MEASURE_KINDS, ROUTE_BODIES, type MeasureFilter } from '../../../shared/toolbox/measure.ts'
import { Choose, Tick } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { words } from '../../messages/words.ts'
import css from './catalogue.module.css'

interface FiltersProps {
  readonly filter: MeasureFilter
  readonly onChange: (filter: MeasureFilter) => void
}

/** All conditions hold at once; `Any` takes one away. */
export function Filters({ filter, onChange }: FiltersProps) {
  const { fields, kinds, effects, horizons, competences, bodies } = words.catalogue
  return (
    <form className={css.filters} aria-label={words.catalogue.seek} onSubmit={(event) => event.preventDefault()}>
      <Field label={words.catalogue.seek} value={filter.words ?? ''} onChange={(text) => onChange({ ...filter, words: text })} />
      <OneOf label={fields.kind} of={MEASURE_KINDS} names={kinds} value={filter.kind} onChange={(kind) => onChange(without(filter, 'kind', kind))} />
      <OneOf label={fields.effect} of={MEASURE_EFFECTS} names={effects} value={filter.effect} onChange={(effect) => onChange(without(filter, 'effect', effect))} />
      <OneOf label={fields.horizon} of={HORIZONS} names={horizons} value={filter.horizon} onChange={(horizon) => onChange(without(filter, 'horizon', horizon))} />
      <OneOf label={fields.competence} of={COMPETENCES} names={competences} value={filter.competence} onChange={(competence) => onChange(without(filter, 'competence', competence))} />
      <OneOf label={fields.route} of={ROUTE_BODIES} names={bodies} value={filter.body} onChange={(body) => onChange(without(filter, 'body', body))} />
      <Tick checked={filter.withoutAttribution === true} onChange={(withoutAttribution) => onChange({ ...filter, withoutAttribution })}>{words.catalogue.withoutAttribution}</Tick>
      <Tick checked={filter.firstTowardsTransit === true} onChange={(firstTowardsTransit) => onChange({ ...filter, firstTowardsTransit })}>{words.catalogue.preferred}</Tick>
    </form>
  )
}

function without<K extends keyof MeasureFilter>(filter: MeasureFilter, key: K, value: MeasureFilter[K] | null): MeasureFilter {
  const rest = { ...filter }
  delete rest[key]
  return value === null ? rest : { ...rest, [key]: value }
}

function OneOf<T extends string>({ label, of, names, value, onChange }: { label: string; of: readonly T[]; names: Readonly<Record<T, string>>; value: T | undefined; onChange: (value: T | null) => void }) {
  const options = [{ id: 'any', name: words.catalogue.any }, ...of.map((id) => ({ id: id as string, name: names[id] }))]
  return <Choose label={label} value={value ?? 'any'} nothing="" options={options} onChange={(id) => onChange(of.find((one) => one === id) ?? null)} />
}
