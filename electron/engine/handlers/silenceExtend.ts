import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { deadlineOf } from './silenceDeadline.ts'
import { findUnended, isSuspended, say } from './silenceProcedure.ts'

/** Only before expiry, and only to a later time: a deadline that somebody relies on is never cut. */
export const silenceExtend: Handler<'silence.extend'> = async ({ dossier, procedure, reason, wallTime, zone }, session, context) => {
  const found = findUnended(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  const nowUtcMs = context.now()
  if (isSuspended(silence)) return err(refusal('procedure-suspended'))
  if (nowUtcMs >= silence.deadline.utcMs) return err(refusal('procedure-ended'))
  const deadline = deadlineOf(wallTime, zone, nowUtcMs)
  if (!deadline.ok) return deadline
  if (deadline.value.utcMs <= silence.deadline.utcMs) return err(refusal('deadline-past', { wallTime, zone }))
  return say(session, folded, 'silence.extended', { procedure, deadline: deadline.value, reason })
}
