import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { findAsSetter, hasEnded } from './silenceProcedure.ts'

/** Not one millisecond before the deadline, by the clock of this machine. */
export const silenceCloseIntake: Handler<'silence.closeIntake'> = async ({ dossier, procedure, note }, session, context) => {
  const found = findAsSetter(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (hasEnded(silence)) return err(refusal('procedure-ended'))
  if (context.now() < silence.deadline.utcMs) return err(refusal('intake-before-deadline', { deadlineUtcMs: silence.deadline.utcMs }))
  return ok({ event: session.author({ circle: folded.circle.circle, dossier }, 'silence.intakeClosed', { procedure, note }) })
}
