/** One procedure of one dossier, as a handler finds it. */
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { isSetter } from '../../../shared/dossier/permissions.ts'
import type { Revision, SilenceState } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { ProfileId } from '../../../shared/silence/procedure.ts'
import type { FoldedDossier, Session } from './context.ts'
import { myEntry } from './dossierPermission.ts'

export interface FoundProcedure {
  readonly folded: FoldedDossier
  readonly silence: SilenceState
}

export function findProcedure(session: Session, dossier: DossierId, procedure: EventId): Result<FoundProcedure, Refusal> {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const silence = folded.state.silences.find((one) => one.procedure === procedure)
  return silence ? ok({ folded, silence }) : err(refusal('procedure-unknown'))
}

export function findAsSetter(session: Session, dossier: DossierId, procedure: EventId): Result<FoundProcedure, Refusal> {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  return iAmSetter(session, found.value.folded, found.value.silence.profile) ? found : err(refusal('not-setter'))
}

export function iAmSetter(session: Session, { circle }: FoldedDossier, profile: ProfileId): boolean {
  const entry = myEntry(session, circle)
  return entry !== null && isSetter(entry, profile)
}

/** Nothing more can be said in it that counts. */
export function hasEnded(silence: SilenceState): boolean {
  return silence.intakeClosed !== null
}

/** The REV under the procedure. The fold lists a procedure only where its REV counts. */
export function revisionUnder({ state }: FoldedDossier, silence: SilenceState): Revision {
  const revision = state.texts.find((text) => text.text === silence.text)?.revisions.find((one) => one.event === silence.revision)
  if (!revision) throw new Error('a procedure without its revision')
  return revision
}
