import { missingOf } from '../../../shared/dossier/missing.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { Note, Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'

/** Reminders by step; the step is said by its number, as in the stepper. */
export function Missing({ state }: { state: DossierState }) {
  const missing = missingOf(state)
  return (
    <Section title={words.caseFile.lacking}>
      {missing.length === 0 ? <p className={css.second}>{words.caseFile.lackingNothing}</p> : (
        <ul className={css.missing}>{missing.map((one) => <li key={one.lack}><b>{one.step}</b><span>{words.caseFile.lacks[one.lack](one.count)}</span></li>)}</ul>
      )}
      <Note>{words.caseFile.lackingMeans}</Note>
    </Section>
  )
}
