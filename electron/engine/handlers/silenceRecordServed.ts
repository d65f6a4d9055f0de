import type { Handler } from './context.ts'
import { findUnended, say } from './silenceProcedure.ts'

export const silenceRecordServed: Handler<'silence.recordServed'> = async ({ delegations, dossier, how, procedure }, session) => {
  const found = findUnended(session, dossier, procedure)
  return found.ok ? say(session, found.value.folded, 'silence.served', { procedure, delegations, how }) : found
}
