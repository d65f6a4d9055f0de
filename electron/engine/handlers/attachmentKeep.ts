import { hex } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { DossierEventBody } from '../../../shared/dossier/events.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { SourceFile } from '../intake/sourceFile.ts'
import { BLOB_SIZES, wipe } from '../keys/index.ts'
import { sealSource, type Sealed } from './attachmentSeal.ts'
import type { FoldedDossier, HandlerContext, VaultSession } from './context.ts'

interface Place {
  readonly folded: FoldedDossier
  readonly session: VaultSession
  readonly context: HandlerContext
}

/** The content is complete on the disk before anything is signed; what was not signed is no attachment, and its file is removed. */
export async function attachmentKeep(source: SourceFile, name: string, { limitedTo, marking }: Pick<Input<'attachment.add'>, 'limitedTo' | 'marking'>, place: Place): Promise<Result<Output<'attachment.add'>, Refusal>> {
  const { session: { store }, context } = place
  const { sizeBytes } = source
  const blob = hex(context.random(16))
  const key = context.random(BLOB_SIZES.key)
  let done = false
  try {
    const sealed = await store.blobs.write<Sealed, Parameters<typeof refusal>[0]>(blob, (append) => sealSource(source, key, {
      append, signal: context.signal, sealed: (bytes) => context.progress({ phase: 'seal', done: bytes, total: sizeBytes }),
    }))
    if (!sealed.ok) return err(refusal(sealed.error))
    if (context.signal.aborted) return err(refusal('cancelled'))
    const said = { name, sizeBytes, hash: sealed.value.hash, mediaType: sealed.value.mediaType, marking, limitedTo }
    const attachment = sign(said, { blob, key }, place)
    done = true
    return ok({ attachment, name, sizeBytes, hash: said.hash })
  } finally {
    wipe(key)
    if (!done) await store.blobs.remove(blob)
  }
}

function sign(said: DossierEventBody<'attachment.added'>, { blob, key }: { blob: string; key: Uint8Array }, { folded, session, context }: Place): Output<'attachment.add'>['attachment'] {
  return session.transaction(() => {
    const event = session.author({ circle: folded.circle.circle, dossier: folded.state.dossier }, 'attachment.added', said)
    session.store.attachments.add({ event, blob, key, keptAtUtcMs: context.now() })
    return event
  })
}
