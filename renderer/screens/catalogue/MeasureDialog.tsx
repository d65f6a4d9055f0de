import * as v from 'valibot'
import { ATTRIBUTION_NEEDS, COMPETENCES, HORIZONS, MEASURE_EFFECTS, MEASURE_KINDS, ROUTE_BODIES, measureSchema, type Measure } from '../../../shared/toolbox/measure.ts'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { useForm } from '../../app/useForm.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView, Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { words } from '../../messages/words.ts'
import css from './catalogue.module.css'

const NEW: Measure = { id: '', name: '', description: '', source: '', kinds: [], effects: [], horizons: [], attribution: 'none', competences: [], route: [], legalBasis: '', escalation: '', firstTowardsTransit: false }

interface MeasureDialogProps {
  readonly circle: CircleId
  /** Null for a new one. */
  readonly measure: Measure | null
  /** Short names in use. */
  readonly taken: readonly string[]
  readonly onKeep: (measure: Measure) => void
  readonly onClose: () => void
}

/** Every field that a reader may filter by or rely on; no measure without a source. */
export function MeasureDialog({ circle, measure, taken, onKeep, onClose }: MeasureDialogProps) {
  const form = useForm<Measure>(`catalogue-measure/${circle}/${measure?.id ?? ''}`, measure ?? NEW)
  const { value: draft, change } = form
  const done = (): void => { form.finish(); onClose() }
  const named = measure === null ? { ...draft, id: freeName(draft.name, taken) } : draft
  const parsed = v.safeParse(measureSchema, named)
  const { fields, kinds, effects, horizons, needs, competences, bodies } = words.catalogue
  const lacking = parsed.success ? null : String(parsed.issues[0].path?.[0]?.key ?? '')
  const cannot = lacking === null ? null : words.catalogue.needsField(labelOf(lacking))
  return (
    <Dialog form wide open onClose={done} title={measure === null ? words.catalogue.addOne : words.catalogue.editTitle}
      action={<Button kind="primary" onPress={() => { if (parsed.success) { form.finish(); onKeep(parsed.output) } }} cannot={cannot}>{words.catalogue.keep}</Button>}>
      <KeptBefore form={form} />
      <Field autoFocus label={fields.name} value={draft.name} onChange={(name) => change({ name })} maxLength={200} />
      <Field label={fields.description} lines="many" value={draft.description} onChange={(description) => change({ description })} maxLength={2000} />
      <Field label={fields.source} value={draft.source} onChange={(source) => change({ source })} maxLength={300} />
      <Several label={fields.kind} of={MEASURE_KINDS} names={kinds} value={draft.kinds} onChange={(list) => change({ kinds: list })} />
      <Several label={fields.effect} of={MEASURE_EFFECTS} names={effects} value={draft.effects} onChange={(list) => change({ effects: list })} />
      <Several label={fields.horizon} of={HORIZONS} names={horizons} value={draft.horizons} onChange={(list) => change({ horizons: list })} />
      <ChooseInView row label={fields.attribution} value={draft.attribution} onChange={(attribution) => change({ attribution })} options={ATTRIBUTION_NEEDS.map((id) => ({ id, name: needs[id] }))} />
      <Several label={fields.competence} of={COMPETENCES} names={competences} value={draft.competences} onChange={(list) => change({ competences: list })} />
      <Several label={fields.route} of={ROUTE_BODIES} names={bodies} value={draft.route} onChange={(list) => change({ route: list })} />
      <Field label={fields.legalBasis} value={draft.legalBasis} onChange={(legalBasis) => change({ legalBasis })} maxLength={500} />
      <Field label={fields.escalation} value={draft.escalation} onChange={(escalation) => change({ escalation })} maxLength={1000} />
      <Tick checked={draft.firstTowardsTransit} onChange={(firstTowardsTransit) => change({ firstTowardsTransit })}>{words.catalogue.transit}</Tick>
    </Dialog>
  )
}

/** The field of a measure, by the words that stand above it. */
function labelOf(field: string): string {
  const { fields } = words.catalogue
  const labels: Readonly<Record<string, string>> = { ...fields, id: fields.name, kinds: fields.kind, effects: fields.effect, horizons: fields.horizon, competences: fields.competence }
  return labels[field] ?? field
}

/** From its first name; it stays the same when the name changes later. */
function freeName(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 50)
  if (plain === '' || !taken.includes(plain)) return plain
  return `${plain}-${[...Array(taken.length + 2).keys()].find((at) => at > 1 && !taken.includes(`${plain}-${at}`)) ?? 0}`
}

function Several<T extends string>({ label, of, names, value, onChange }: { label: string; of: readonly T[]; names: Readonly<Record<T, string>>; value: readonly T[]; onChange: (value: T[]) => void }) {
  return (
    <fieldset className={css.several}>
      <legend>{label}</legend>
      {of.map((id) => <Tick key={id} checked={value.includes(id)} onChange={(on) => onChange(of.filter((one) => (one === id ? on : value.includes(one))))}>{names[id]}</Tick>)}
    </fieldset>
  )
}
