import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { shownState } from './dossierApart.ts'
import { namedBy } from './dossierNamedBy.ts'
import { registerDossierView } from './registerView.ts'

export const dossierShow: Handler<'dossier.show'> = async ({ dossier }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  registerDossierView(session, folded)
  return ok({ state: shownState(session, folded), stateHash: folded.stateHash, events: folded.events.length, namedBy: namedBy(session, folded), pending: folded.pending })
}
