import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { attachmentsApart } from './attachmentsApart.ts'
import { clearAway } from './clearAway.ts'
import type { VaultHandler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'

/** The key goes first, in one transaction with the signed record: a file that is left without it is noise, and is swept at the next opening. */
export const attachmentDestroy: VaultHandler<'attachment.destroy'> = async ({ reason, ...at }, session) => {
  const folded = session.dossier(at.dossier)
  const known = folded !== null && [...folded.state.attachments, ...attachmentsApart(session, folded)].some((one) => one.event === at.attachment)
  if (!known) return err(refusal('attachment-unknown'))
  if (!mayAuthorHere(session, folded, 'attachment.destroyed')) return err(refusal('role-not-allowed'))
  const blob = session.store.attachments.blobOf(at.attachment)
  if (blob === null) return err(refusal('attachment-not-here'))
  const event = session.transaction(() => {
    session.store.attachments.remove(at.attachment)
    return session.author({ circle: folded.circle.circle, dossier: at.dossier }, 'attachment.destroyed', { attachment: at.attachment, reason })
  })
  await clearAway(session, [blob])
  return ok({ event })
}
