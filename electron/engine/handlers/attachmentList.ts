import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { placeOf } from './attachmentContent.ts'
import { attachmentsApart } from './attachmentsApart.ts'
import { registerDossierView } from './registerView.ts'
import type { VaultHandler } from './context.ts'

export const attachmentList: VaultHandler<'attachment.list'> = async ({ dossier }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  registerDossierView(session, folded)
  return ok({ attachments: folded.state.attachments.map((one) => ({ ...one, content: placeOf(session, one) })), apart: attachmentsApart(session, folded) })
}
