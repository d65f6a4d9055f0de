import type { EventId } from '../../../shared/base/identifiers.ts'
import { err, type Result } from '../../../shared/base/result.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { FoldedDossier, Handler, Session } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { findDraft, findProcedure, hasEnded, say } from './silenceProcedure.ts'

export const silenceStateUse: Handler<'silence.stateUse'> = async ({ dossier, procedure, ...statement }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const open = openAt(session, folded, procedure)
  if (!open.ok) return open
  if (!mayAuthorHere(session, folded, 'silence.useStated')) return err(refusal('role-not-allowed'))
  return say(session, folded, 'silence.useStated', { procedure, ...statement })
}

/** A procedure that has not ended, or else a draft that was not opened. */
function openAt(session: Session, folded: FoldedDossier, procedure: EventId): Result<unknown, Refusal> {
  const found = findProcedure(session, folded.state.dossier, procedure)
  if (!found.ok) return findDraft(folded, procedure)
  return hasEnded(found.value.silence) ? err(refusal('procedure-ended')) : found
}
