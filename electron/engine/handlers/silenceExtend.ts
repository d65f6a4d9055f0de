import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import type { Handler } from './context.ts'
import { deadlineOf } from './silenceDeadline.ts'
import { findAsSetter } from './silenceProcedure.ts'

/** Only before expiry, and only to a later time: a deadline that somebody relies on is never cut. */
export const silenceExtend: Handler<'silence.extend'> = async ({ dossier, procedure, reason, wallTime, zone }, session, context) => {
  const found = findAsSetter(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  const nowUtcMs = context.now()
  if (phaseAt(silence, nowUtcMs) !== 'running') return err(refusal('procedure-ended'))
  const deadline = deadlineOf(wallTime, zone, nowUtcMs)
  if (!deadline.ok) return deadline
  if (deadline.value.utcMs <= silence.deadline.utcMs) return err(refusal('deadline-past', { wallTime, zone }))
  const body = { procedure, deadline: deadline.value, reason }
  return ok({ event: session.author({ circle: folded.circle.circle, dossier }, 'silence.extended', body) })
}
