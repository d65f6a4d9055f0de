import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'
import { mayWrite } from './entryChecks.ts'

export const entryAdd: Handler<'entry.add'> = async ({ dossier, ...said }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const may = mayWrite(session, folded, said.content, null)
  return may.ok ? authorInDossier(session, dossier, 'entry.added', said) : may
}
