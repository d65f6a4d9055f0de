import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { VaultHandler } from './context.ts'
import { registerDossierView } from './registerView.ts'
import { findProcedure } from './silenceProcedure.ts'
import { silenceViews } from './silenceView.ts'

export const silenceShow: VaultHandler<'silence.show'> = async ({ dossier, procedure }, session, context) => {
  const found = findProcedure(session, dossier, procedure)
  if (!found.ok) return found
  registerDossierView(session, found.value.folded)
  const view = silenceViews(session, found.value.folded, context.now()).find((one) => one.silence.procedure === procedure)
  return view ? ok(view) : err(refusal('procedure-unknown'))
}
