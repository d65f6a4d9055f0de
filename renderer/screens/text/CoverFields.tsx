/** The cover of a document, field by field, with the legend of its marked versions. Which fields are there first is what every cover has. */
import { useState } from 'react'
import type { Cover } from '../../../shared/text/cover.ts'
import { LEGEND_CHOICES, type Legend } from '../../../shared/text/legend.ts'
import { Button } from '../../components/Button.tsx'
import { Beside, Buttons, Choose } from '../../components/Choice.tsx'
import { Field } from '../../components/Field.tsx'
import { words } from '../../messages/words.ts'

const USUAL = ['number', 'type', 'place', 'date', 'from', 'to'] as const
const FURTHER = ['institution', 'originalLanguage', 'previousDocument', 'initials', 'department'] as const
const LINES = ['codes', 'purposes', 'sentences'] as const
const SIGNS = ['inserted', 'deleted', 'moved'] as const

interface CoverFieldsProps {
  readonly cover: Partial<Cover>
  readonly onChange: (cover: Partial<Cover>) => void
  readonly subjectHelp?: string
  /** The legend that stands where none is chosen. */
  readonly legend: Legend
}

export function CoverFields({ cover, onChange, subjectHelp, legend }: CoverFieldsProps) {
  const [all, setAll] = useState(false)
  const text = (field: (typeof USUAL)[number] | (typeof FURTHER)[number]) => (
    <Field key={field} label={words.cover.fields[field]} value={cover[field] ?? ''} onChange={(value) => onChange({ ...cover, [field]: value })} maxLength={field === 'number' || field === 'date' ? 40 : 120} />
  )
  return (
    <>
      <Beside>{USUAL.map(text)}</Beside>
      <Field label={words.cover.fields.subject} value={cover.subject ?? ''} onChange={(subject) => onChange({ ...cover, subject })} {...(subjectHelp === undefined ? {} : { help: subjectHelp })} maxLength={1000} />
      {!all && <Buttons><Button small kind="quiet" onPress={() => setAll(true)}>{words.cover.more}</Button></Buttons>}
      {all && (
        <>
          <Beside>{FURTHER.map(text)}</Beside>
          {LINES.map((field) => <Field key={field} lines="many" label={words.cover.fields[field]} help={words.cover.lineByLine} value={(cover[field] ?? []).join('\n')} onChange={(value) => onChange({ ...cover, [field]: linesOf(value) })} maxLength={4000} />)}
          <Beside>{SIGNS.map((sign) => <LegendChoice key={sign} sign={sign} legend={cover.legend ?? legend} onChange={(chosen) => onChange({ ...cover, legend: chosen })} />)}</Beside>
        </>
      )}
    </>
  )
}

/** A line still being typed stays; the engine is asked only about those that say something. */
function linesOf(value: string): string[] {
  return value === '' ? [] : value.split('\n')
}

/** Without empty lines and with the ends of each field trimmed; a field that says nothing is left out. */
export function filledCover(cover: Partial<Cover>): Partial<Cover> {
  const filled: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(cover)) {
    if (Array.isArray(value)) filled[field] = value.map((line) => line.trim()).filter((line) => line !== '')
    else if (typeof value !== 'string') filled[field] = value
    else if (value.trim() !== '') filled[field] = value.trim()
  }
  return filled
}

function LegendChoice<S extends (typeof SIGNS)[number]>({ sign, legend, onChange }: { sign: S; legend: Legend; onChange: (legend: Legend) => void }) {
  const options = LEGEND_CHOICES[sign].map((id) => ({ id, name: words.cover.legend[id] }))
  return (
    <Choose label={words.cover.signs[sign]} nothing="" value={legend[sign]} options={options} onChange={(id) => onChange({ ...legend, [sign]: id })} />
  )
}
