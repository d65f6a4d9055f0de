/** Along a list of yardsticks: words beside each, never a score. */
import type { Here } from '../../../shared/dossier/describeEntry.ts'
import { DIMENSIONS, FACTORS, type Yardstick } from '../../../shared/toolbox/yardsticks.ts'
import { Tick } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { Note } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import { EvidenceField } from './EvidenceField.tsx'
import { namedOf, proportionOf, textOf, weighedOf, wordsByKeyOf, type Proportion } from '../../../shared/toolbox/draftValues.ts'

interface Props {
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}

export function DimensionsField({ label, value, onChange }: Props) {
  const held = wordsByKeyOf(value)
  return (
    <fieldset className={css.yardsticks}>
      <legend>{label}</legend>
      {DIMENSIONS.map(({ id, name }) => <Field key={id} label={words.said.quoted(name)} value={held[id] ?? ''} maxLength={4000} onChange={(text) => onChange({ ...held, [id]: text })} />)}
    </fieldset>
  )
}

/** Any one may be enough, and the list is open: no count is shown. */
export function FactorsField({ label, value, onChange }: Props) {
  const held = namedOf(value, 'factor')
  const put = (id: string, text: string | null): void => onChange(FACTORS.flatMap((factor) => {
    const words = factor.id === id ? text : held.has(factor.id) ? textOf(held.get(factor.id)?.['text']) : null
    return words === null ? [] : [{ factor: factor.id, text: words }]
  }))
  return (
    <fieldset className={css.yardsticks}>
      <legend>{label}</legend>
      <Note>{FACTORS[0]?.source ?? ''}</Note>
      {FACTORS.map(({ id, name }) => (
        <div key={id}>
          <Tick checked={held.has(id)} onChange={(on) => put(id, on ? '' : null)}>{words.said.quoted(name)}</Tick>
          {held.has(id) && <Field label={words.said.quoted(name)} value={textOf(held.get(id)?.['text'])} maxLength={4000} onChange={(text) => put(id, text)} />}
        </div>
      ))}
    </fieldset>
  )
}

export function WeighedField({ label, value, onChange, by, name: key, here }: Props & { by: readonly Yardstick[]; name: string; here: Here }) {
  const held = namedOf(value, key)
  const put = (id: string, part: Record<string, unknown>): void => onChange(by.flatMap((one) => {
    const now = one.id === id ? { ...weighedOf(held.get(id)), ...part } : held.has(one.id) ? weighedOf(held.get(one.id)) : null
    return now === null ? [] : [{ [key]: one.id, ...now }]
  }))
  return (
    <fieldset className={css.yardsticks}>
      <legend>{label}</legend>
      {by.map(({ id, name }) => {
        const { considered, evidence, text } = weighedOf(held.get(id))
        return (
          <div key={id}>
            <Tick checked={considered} onChange={(on) => put(id, { considered: on })}>{words.said.quoted(name)}</Tick>
            {considered && <Field label={words.said.quoted(name)} lines="many" value={text} maxLength={4000} onChange={(next) => put(id, { text: next })} />}
            {considered && <RestsOn name={name} evidence={evidence} onChange={(next) => put(id, { evidence: next })} here={here} />}
          </div>
        )
      })}
    </fieldset>
  )
}

export function ProportionField({ label, value, onChange, by, here }: Props & { by: readonly Yardstick[]; here: Here }) {
  const held = namedOf(value, 'dimension')
  const put = (id: string, part: Partial<Proportion>): void => onChange(by.flatMap((one) => {
    const { evidence, text } = { ...proportionOf(held.get(one.id)), ...(one.id === id ? part : {}) }
    return text === '' && evidence.length === 0 ? [] : [{ dimension: one.id, text, ...(evidence.length === 0 ? {} : { evidence }) }]
  }))
  return (
    <fieldset className={css.yardsticks}>
      <legend>{label}</legend>
      {by.map(({ id, name }) => {
        const { evidence, text } = proportionOf(held.get(id))
        return (
          <div key={id}>
            <Field label={words.said.quoted(name)} value={text} maxLength={4000} onChange={(next) => put(id, { text: next })} />
            {held.has(id) && <RestsOn name={name} evidence={evidence} onChange={(next) => put(id, { evidence: next })} here={here} />}
          </div>
        )
      })}
    </fieldset>
  )
}

/** What one yardstick rests on, folded away until it is asked for: there are many. */
function RestsOn({ name, evidence, onChange, here }: { name: string; evidence: string[]; onChange: (evidence: string[]) => void; here: Here }) {
  return (
    <details className={css.rests}>
      <summary>{words.caseFile.restsOn(evidence.length)}</summary>
      <EvidenceField label={words.common.labelled(words.entry.fields['evidence'] ?? '', words.said.quoted(name))} value={evidence} onChange={onChange} here={here} />
    </details>
  )
}
