import { err } from '../../../shared/base/result.ts'
import { MOST_ATTACHMENT_BYTES } from '../../../shared/dossier/attachment.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { openSourceFile } from '../intake/sourceFile.ts'
import { attachmentKeep } from './attachmentKeep.ts'
import type { VaultHandler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { shownName } from './shownName.ts'

export const attachmentAdd: VaultHandler<'attachment.add'> = async (input, session, context) => {
  const folded = session.dossier(input.dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!mayAuthorHere(session, folded, 'attachment.added')) return err(refusal('role-not-allowed'))
  const path = context.files.redeem(input.source)
  if (path === null) return err(refusal('file-missing'))
  const source = await openSourceFile(path, MOST_ATTACHMENT_BYTES)
  if (!source.ok) return err(refusal(source.error, source.error === 'file-too-large' ? { limitBytes: MOST_ATTACHMENT_BYTES } : {}, source.error === 'file-too-large' ? 'limit' : null))
  try {
    return await attachmentKeep(source.value, shownName(path), input, { folded, session, context })
  } finally {
    await source.value.close()
  }
}
