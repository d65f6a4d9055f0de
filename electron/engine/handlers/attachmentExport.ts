import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { hashingAside } from '../keys/index.ts'
import { outgoingName } from '../outgoing/fileName.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeLarge } from '../outgoing/writeLarge.ts'
import { findAttachment, openContent } from './attachmentContent.ts'
import { BATCH_BYTES } from './attachmentSeal.ts'
import type { VaultHandler } from './context.ts'

/** What is read back from the outside must have the hash that was signed when the content came in. */
export const attachmentExport: VaultHandler<'attachment.export'> = async ({ target, inTheClear, ...at }, session, context) => {
  if (!inTheClear) return err(refusal('clear-not-acknowledged'))
  const found = findAttachment(session, at)
  if (!found.ok) return found
  const { attachment, folded: { state } } = found.value
  const { hash, name, sizeBytes } = attachment
  const content = await openContent(session, attachment)
  if (!content.ok) return content
  try {
    const path = context.files.redeem(target)
    if (path === null) return err(refusal('write-failed'))
    const place = await (await chooseTarget(path, 1)).place(outgoingName(name))
    const written = await writeLarge(place, { sizeBytes, hash, batchBytes: BATCH_BYTES, fill: content.value.fill }, {
      hashing: hashingAside(sizeBytes), signal: context.signal, wrote: (bytes) => context.progress({ phase: 'write', done: bytes, total: sizeBytes }),
    })
    if (!written.ok) return err(refusal(written.error))
    await notedOrWithdrawn([place], () => session.record('attachment.exported', name, 'done', null, {
      dossier: state.dossier, marking: attachment.marking, details: [['file', written.value.fileName], ['hash', hash], ['event', attachment.event]],
    }))
    return ok(written.value)
  } finally {
    await content.value.close()
  }
}
