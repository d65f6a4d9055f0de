/** One procedure of one dossier, as a handler finds it. */
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { DossierEventBody, DossierEventType } from '../../../shared/dossier/events.ts'
import { isSetter } from '../../../shared/dossier/permissions.ts'
import type { Revision, SilenceDraft, SilenceState } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { ProfileRules } from '../../../shared/silence/profile.ts'
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
  return iAmSetter(session, found.value.folded, found.value.silence.rules) ? found : err(refusal('not-setter'))
}

/** As the setter, and while something can still be done with it. */
export function findUnended(session: Session, dossier: DossierId, procedure: EventId): Result<FoundProcedure, Refusal> {
  const found = findAsSetter(session, dossier, procedure)
  return found.ok && hasEnded(found.value.silence) ? err(refusal('procedure-ended')) : found
}

/** A draft that was neither opened nor withdrawn. */
export function findDraft({ state }: FoldedDossier, id: EventId): Result<SilenceDraft, Refusal> {
  const draft = state.silenceDrafts.find((one) => one.event === id)
  if (!draft) return err(refusal('procedure-unknown'))
  return draft.openedAs === null && draft.withdrawn === null ? ok(draft) : err(refusal('procedure-ended'))
}

export function iAmSetter(session: Session, { circle }: FoldedDossier, rules: Pick<ProfileRules, 'setterRoles'>): boolean {
  const entry = myEntry(session, circle)
  return entry !== null && isSetter(entry, rules)
}

/** Nothing more can be said in it that counts. */
export function hasEnded(silence: SilenceState): boolean {
  return silence.intakeClosed !== null || silence.withdrawn !== null
}

/** Also where it is broken meanwhile, so that its phase says that. */
export function isSuspended({ suspensions }: SilenceState): boolean {
  return suspensions.some((one) => one.resumed === null)
}

/** The REV under the procedure. The fold lists a procedure only where its REV counts. */
export function revisionUnder({ state }: FoldedDossier, silence: Pick<SilenceState, 'text' | 'revision'>): Revision {
  const revision = state.texts.find((text) => text.text === silence.text)?.revisions.find((one) => one.event === silence.revision)
  if (!revision) throw new Error('a procedure without its revision')
  return revision
}

/** Signs one statement in the dossier of what was found. */
export function say<T extends DossierEventType>(session: Session, { circle, state }: FoldedDossier, type: T, body: DossierEventBody<T> & CborValue): Result<{ event: EventId }, Refusal> {
  return ok({ event: session.author({ circle: circle.circle, dossier: state.dossier }, type, body) })
}
