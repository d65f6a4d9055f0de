import { err, ok } from '../../../shared/base/result.ts'
import { missingOf } from '../../../shared/dossier/missing.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { shownState } from './dossierApart.ts'

export const dossierMissing: Handler<'dossier.missing'> = async ({ dossier }, session) => {
  const folded = session.dossier(dossier)
  return folded ? ok({ missing: missingOf(shownState(session, folded)) }) : err(refusal('dossier-unknown'))
}
