/** Reading what is marked is registered: each dossier once and each REV once while the vault stays open, so that the register stays readable. */
import { markingWords } from '../../../shared/marking/words.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { FoldedDossier, Session } from './context.ts'

/** Before anything is shown: what cannot be registered is not shown. */
export function registerDossierView(session: Session, { state }: FoldedDossier): void {
  if (markingWords(state.marking).length === 0) return
  session.recordOnce(state.dossier, 'dossier.viewed', `${state.reference} ${state.title}`, { dossier: state.dossier, marking: state.marking })
}

/** What a search shows of a marked dossier is read as well. */
export function registerFound(session: Session, { state }: FoldedDossier): void {
  if (markingWords(state.marking).length === 0) return
  session.recordOnce(state.dossier, 'search.shown', `${state.reference} ${state.title}`, { dossier: state.dossier, marking: state.marking })
}

export function registerTextView(session: Session, { state }: FoldedDossier, revision: Revision): void {
  if (markingWords(state.marking).length === 0) return
  session.recordOnce(revision.event, 'text.viewed', revisionSubject(revision), { dossier: state.dossier, marking: state.marking })
}

/** `9114/31 REV 1: Conclusions on ports, REV 1`; without a number, the title alone. */
export function revisionSubject(revision: Revision): string {
  const number = documentNumber(revision.cover, revision.rev)
  return [number, `${revision.title}, ${revLabel(revision.rev)}`].filter((part) => part !== '').join(': ')
}
