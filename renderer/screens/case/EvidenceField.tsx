import { Tick } from '../../components/Choice.tsx'
import { Note } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import { offered, type Here } from '../../../shared/dossier/describeEntry.ts'
import { linesOf } from '../../../shared/toolbox/draftValues.ts'

/** What it rests on: anything signed in this dossier. What was chosen stays chosen until somebody unticks it. */
export function EvidenceField({ label, value, onChange, here }: { label: string; value: unknown; onChange: (value: string[]) => void; here: Here }) {
  const chosen = new Set(linesOf(value))
  const all = offered(here, [...chosen], words.entry)
  return (
    <fieldset className={css.evidence}>
      <legend>{label}</legend>
      {all.length === 0 && <Note>{words.caseFile.evidenceNone}</Note>}
      {all.map(({ event, name }) => (
        <Tick key={event} checked={chosen.has(event)} onChange={(on) => onChange(all.map((one) => one.event).filter((id) => (id === event ? on : chosen.has(id))))}>{name}</Tick>
      ))}
    </fieldset>
  )
}
