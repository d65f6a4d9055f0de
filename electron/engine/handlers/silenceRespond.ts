import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { contradictionIn } from '../../../shared/silence/procedure.ts'
import type { Handler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { findProcedure, hasEnded, revisionUnder, say } from './silenceProcedure.ts'
import { standsIn } from './placeIn.ts'

/** After the deadline an answer may still be given while the intake is open: whether it counts is decided by what the setter admitted. */
export const silenceRespond: Handler<'silence.respond'> = async ({ dossier, procedure, response }, session) => {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  const { folded, silence } = found.value
  if (!mayAuthorHere(session, folded, 'silence.responded')) return err(refusal('role-not-allowed'))
  if (hasEnded(silence)) return err(refusal('procedure-ended'))
  const contradiction = contradictionIn(response)
  if (contradiction !== null) return err(refusal('input-malformed', { field: `response.${contradiction}` }))
  if (response.place !== null && !standsIn(revisionUnder(folded, silence).document, response.place)) return err(refusal('place-unknown'))
  return say(session, folded, 'silence.responded', { procedure, response })
}
