/** The dossier as it is shown, printed and searched here: without what would join an exercise and a real case. */
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { keepApart, mixesExercise } from '../../../shared/dossier/apart.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { EntryContent } from '../../../shared/toolbox/entry.ts'
import type { FoldedDossier, Session } from './context.ts'

export function shownState(session: Session, { state }: FoldedDossier): DossierState {
  return keepApart(state, exerciseHere(session))
}

export function mixes(session: Session, { state }: FoldedDossier, content: EntryContent): boolean {
  return mixesExercise(content, state, exerciseHere(session))
}

function exerciseHere(session: Session): (dossier: DossierId) => boolean | null {
  return (dossier) => session.dossier(dossier)?.state.exercise ?? null
}
