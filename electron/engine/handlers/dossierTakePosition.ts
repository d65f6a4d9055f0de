import { err } from '../../../shared/base/result.ts'
import { standing } from '../../../shared/dossier/entries.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'

/** Where it is on an option, that option stands: a position on nothing would count for nothing. */
export const dossierTakePosition: Handler<'dossier.takePosition'> = async ({ dossier, ...said }, session) => {
  const folded = session.dossier(dossier)
  const known = folded === null || said.option === undefined || standing(folded.state.entries, 'option').some((one) => one.event === said.option)
  return known ? authorInDossier(session, dossier, 'position.taken', said) : err(refusal('event-unknown'))
}
