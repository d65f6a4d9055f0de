import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'
import { entryNamed, mayWriteKind } from './entryChecks.ts'

/** What others built on it keeps pointing there; it stays readable, with the reason. */
export const entryWithdraw: Handler<'entry.withdraw'> = async ({ dossier, ...said }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const entry = entryNamed(folded, said.entry)
  if (!entry.ok) return entry
  if (!mayWriteKind(session, folded, entry.value.content.kind, entry.value)) return err(refusal('role-not-allowed'))
  return authorInDossier(session, dossier, 'entry.withdrawn', said)
}
