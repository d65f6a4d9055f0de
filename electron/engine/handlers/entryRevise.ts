import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'
import { entryNamed, mayWrite } from './entryChecks.ts'

export const entryRevise: Handler<'entry.revise'> = async ({ dossier, ...said }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const entry = entryNamed(folded, said.entry)
  if (!entry.ok) return entry
  if (entry.value.content.kind !== said.content.kind) return err(refusal('event-unknown'))
  const may = mayWrite(session, folded, said.content, entry.value)
  return may.ok ? authorInDossier(session, dossier, 'entry.revised', said) : may
}
