/** Measures are chosen from the catalogue in force; what is chosen keeps the version and the name it had. */
import { useState } from 'react'
import { filterMeasures, type Measure, type MeasureRef } from '../../../shared/toolbox/measure.ts'
import { Button } from '../../components/Button.tsx'
import { Choose, Tick } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { measureOf, measuresOf } from '../../../shared/toolbox/draftValues.ts'

interface MeasureProps {
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly file: CaseFile
}

function refOf(measure: Measure, catalogue: number): MeasureRef {
  return { measure: measure.id, catalogue, name: measure.name }
}

export function MeasuresField({ label, value, onChange, file }: MeasureProps) {
  const [sought, setSought] = useState('')
  const [withoutAttribution, setWithoutAttribution] = useState(false)
  const chosen = measuresOf(value)
  const offered = filterMeasures(file.measures, { words: sought, withoutAttribution }).filter((one) => !chosen.some((other) => other.measure === one.id))
  const move = (at: number, by: number): void => {
    const next = chosen.filter((_, index) => index !== at)
    const moved = chosen[at]
    if (moved !== undefined) onChange(next.toSpliced(at + by, 0, moved))
  }
  return (
    <fieldset className={css.measures}>
      <legend>{label}</legend>
      <ol className={css.chosen}>
        {chosen.map((one, at) => (
          <li key={one.measure}>
            <span>{one.name}</span>
            <Button small kind="quiet" label={words.catalogue.earlier(one.name)} onPress={() => move(at, -1)} {...(at === 0 ? { cannot: '' } : {})}>↑</Button>
            <Button small kind="quiet" label={words.catalogue.later(one.name)} onPress={() => move(at, 1)} {...(at === chosen.length - 1 ? { cannot: '' } : {})}>↓</Button>
            <Button small kind="quiet" label={words.catalogue.leaveOut(one.name)} onPress={() => onChange(chosen.filter((other) => other !== one))}>{words.catalogue.remove}</Button>
          </li>
        ))}
      </ol>
      <Field label={words.catalogue.seek} value={sought} onChange={setSought} />
      <Tick checked={withoutAttribution} onChange={setWithoutAttribution}>{words.catalogue.withoutAttribution}</Tick>
      <ul className={css.offered}>
        {offered.map((one) => (
          <li key={one.id}>
            <Button small label={words.catalogue.take(one.name)} onPress={() => onChange([...chosen, refOf(one, file.catalogue)])}>{words.catalogue.add}</Button>
            <span>{one.name}<span className={css.second}>{words.caseFile.options.measureNeeds[one.attribution]}</span></span>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Where an option is chosen, one of its measures; otherwise any of the catalogue. */
export function MeasureField({ label, value, onChange, file, option }: MeasureProps & { option: string }) {
  const content = file.state.entries.find((entry) => entry.event === option)?.content
  const offered = content?.kind === 'option' ? content.measures : file.measures.map((measure) => refOf(measure, file.catalogue))
  const pick = (id: string): void => onChange(offered.find((one) => one.measure === id) ?? null)
  return <Choose label={label} value={measureOf(value)?.measure ?? null} nothing={words.catalogue.choose} options={offered.map((one) => ({ id: one.measure, name: one.name }))} onChange={pick} />
}
