import { Tick } from '../../components/Choice.tsx'
import { Note } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import { offered } from '../../../shared/dossier/describeEntry.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { linesOf } from '../../../shared/toolbox/draftValues.ts'

/** What it rests on: anything signed in this dossier. What was chosen stays chosen until somebody unticks it. */
export function EvidenceField({ label, value, onChange, state }: { label: string; value: unknown; onChange: (value: string[]) => void; state: DossierState }) {
  const chosen = new Set(linesOf(value))
  const all = offered(state, [...chosen], words.entry)
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
