import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { VaultHandler } from './context.ts'
import { findUnended, isSuspended, say } from './silenceProcedure.ts'
import { uncountedAnswers, uncountedIn } from './silenceUncounted.ts'

/** Not one millisecond before the deadline, by the clock of this machine, unless silence is broken: then nothing is waited for. */
export const silenceCloseIntake: VaultHandler<'silence.closeIntake'> = async ({ despiteUncounted, dossier, note, procedure }, session, context) => {
  const found = findUnended(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (isSuspended(silence)) return err(refusal('procedure-suspended'))
  if (context.now() < silence.deadline.utcMs && !silence.outcome.broken) return err(refusal('intake-before-deadline', { deadlineUtcMs: silence.deadline.utcMs }))
  const uncounted = silence.outcome.broken ? [] : uncountedIn(uncountedAnswers(session, folded), silence).filter((one) => one.mayBreak)
  if (uncounted.length > 0 && (!despiteUncounted || note.trim() === '')) return err(refusal('answers-uncounted', { count: uncounted.length }))
  return say(session, folded, 'silence.intakeClosed', { procedure, note })
}
