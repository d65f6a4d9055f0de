/** Texts and their REVs by name, and what this person may do with them. */
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Revision, TextState } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { FoldedDossier, Session } from './context.ts'
import { mayAuthorHere, myEntry } from './dossierPermission.ts'

export interface FoundText {
  readonly folded: FoldedDossier
  readonly text: TextState
  readonly latest: Revision
}

export interface FoundRevision extends FoundText {
  readonly revision: Revision
}

export function findText(session: Session, { dossier, text }: { dossier: DossierId; text: TextId }): Result<FoundText, Refusal> {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const found = folded.state.texts.find((one) => one.text === text)
  const latest = found?.revisions.at(-1)
  return found && latest ? ok({ folded, text: found, latest }) : err(refusal('text-unknown'))
}

/** Null asks for the latest. */
export function findRevision(session: Session, place: { dossier: DossierId; text: TextId; rev: number | null }): Result<FoundRevision, Refusal> {
  const found = findText(session, place)
  if (!found.ok) return found
  const revision = place.rev === null ? found.value.latest : revisionAt(found.value.text, place.rev)
  return revision ? ok({ ...found.value, revision }) : err(refusal('revision-unknown', { rev: place.rev ?? -1 }))
}

export function revisionAt(text: TextState, rev: number): Revision | undefined {
  return text.revisions.find((one) => one.rev === rev)
}

/** Turning suggestions into the next REV is for the secretariat and the chair. */
export function mayConsolidate(session: Session, folded: FoldedDossier): boolean {
  const roles = myEntry(session, folded.circle)?.roles ?? []
  return (roles.includes('secretariat') || roles.includes('chair')) && mayAuthorHere(session, folded, 'text.revIssued')
}
