import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Response } from '../../../shared/silence/procedure.ts'
import type { Handler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { findProcedure, hasEnded } from './silenceProcedure.ts'

/** After the deadline an answer may still be given while the intake is open: whether it counts is decided by what the setter admitted. */
export const silenceRespond: Handler<'silence.respond'> = async ({ dossier, procedure, response }, session) => {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (!mayAuthorHere(session, folded, 'silence.responded')) return err(refusal('role-not-allowed'))
  if (hasEnded(silence)) return err(refusal('procedure-ended'))
  const contradiction = contradictionIn(response)
  if (contradiction !== null) return err(refusal('input-malformed', { field: contradiction }))
  return ok({ event: session.author({ circle: folded.circle.circle, dossier }, 'silence.responded', { procedure, response }) })
}

/** An agreement that breaks, a reservation without its kind: the author is asked again rather than understood somehow. */
function contradictionIn({ breaks, kind, reservation }: Response): string | null {
  if (kind === 'agreement' && breaks) return 'response.breaks'
  return (kind === 'reservation') === (reservation !== null) ? null : 'response.reservation'
}
