import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { findAsSetter, say } from './silenceProcedure.ts'

export const silenceForward: Handler<'silence.forward'> = async ({ body, dossier, note, procedure, step }, session) => {
  const found = findAsSetter(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (silence.intakeClosed === null) return err(refusal('intake-open'))
  if (silence.outcome.broken || !silence.rules.after.includes(step)) return err(refusal('step-not-provided'))
  return say(session, folded, 'silence.forwarded', { procedure, step, body, note })
}
