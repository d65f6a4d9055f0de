import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { deadlineOf } from './silenceDeadline.ts'
import { findUnended, isSuspended, say } from './silenceProcedure.ts'

/** To the deadline that was suspended, if it is still ahead, or to a later one: never to an earlier. */
export const silenceResume: Handler<'silence.resume'> = async ({ dossier, procedure, reason, wallTime, zone }, session, context) => {
  const found = findUnended(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (!isSuspended(silence)) return err(refusal('procedure-not-suspended'))
  const deadline = deadlineOf(wallTime, zone, context.now())
  if (!deadline.ok) return deadline
  if (deadline.value.utcMs < silence.deadline.utcMs) return err(refusal('deadline-past', { wallTime, zone }))
  return say(session, folded, 'silence.resumed', { procedure, deadline: deadline.value, reason })
}
