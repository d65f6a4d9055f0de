import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { findDraft, findUnended, iAmSetter, isSuspended, say } from './silenceProcedure.ts'

/** Not of one that has expired unbroken: its outcome is no longer in the setter's hands. */
export const silenceWithdraw: Handler<'silence.withdraw'> = async ({ dossier, procedure, reason }, session, context) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (folded.state.silenceDrafts.some((one) => one.event === procedure)) {
    const draft = findDraft(folded, procedure)
    if (!draft.ok) return draft
    return iAmSetter(session, folded, draft.value.rules) ? say(session, folded, 'silence.withdrawn', { procedure, reason }) : err(refusal('not-setter'))
  }
  const found = findUnended(session, dossier, procedure)
  if (!found.ok) return found
  const { silence } = found.value
  const expired = context.now() >= silence.deadline.utcMs && !isSuspended(silence) && !silence.outcome.broken
  return expired ? err(refusal('procedure-ended')) : say(session, folded, 'silence.withdrawn', { procedure, reason })
}
