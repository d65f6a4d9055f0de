import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { findUnended, isSuspended, say } from './silenceProcedure.ts'

/** Only before expiry: what has expired waits for its intake to be closed. */
export const silenceSuspend: Handler<'silence.suspend'> = async ({ dossier, procedure, reason }, session, context) => {
  const found = findUnended(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (isSuspended(silence)) return err(refusal('procedure-suspended'))
  if (context.now() >= silence.deadline.utcMs) return err(refusal('procedure-ended'))
  return say(session, folded, 'silence.suspended', { procedure, reason })
}
