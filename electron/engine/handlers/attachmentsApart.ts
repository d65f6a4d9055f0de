/**
 * Contents that this machine keeps of attachments that do not count: their author was removed, say, and the roster does not name them among
 * what was accepted. Nobody sees or exports them, and they go to nobody; but whoever must destroy what came from that hand can.
 */
import { readBody } from '../../../shared/dossier/bodies.ts'
import type { ApartAttachment } from '../../../shared/ipc/attachmentMethods.ts'
import { blobFileBytes } from '../keys/index.ts'
import type { FoldedDossier, VaultSession } from './context.ts'

export function attachmentsApart({ held, store }: VaultSession, { circle, state }: FoldedDossier): ApartAttachment[] {
  return state.setAside.filter(({ type }) => type === 'attachment.added').flatMap(({ author, event: id, why }): ApartAttachment[] => {
    const [blob, stored] = [store.attachments.blobOf(id), held.get(id)]
    const body = stored === null ? null : readBody['attachment.added'](stored.event)
    if (blob === null || stored === null || body?.ok !== true) return []
    const { hash, name, sizeBytes } = body.value
    const whole = store.blobs.sizeOf(blob) === blobFileBytes(sizeBytes)
    return [{ event: id, name, sizeBytes, hash, delegation: circle.entries.find((entry) => entry.installation === author)?.delegation ?? null, why, content: whole ? 'here' : 'missing' }]
  })
}
