/** The content of an attachment out of its blob: the length of the file says which chunk is the last, and every chunk must agree. */
import { giveBack } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import type { Attachment } from '../../../shared/dossier/state.ts'
import type { ContentPlace } from '../../../shared/ipc/attachmentMethods.ts'
import type { EventId, DossierId } from '../../../shared/base/identifiers.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { BLOB_SIZES, blobFileBytes, openBlob, wipe, type BlobOpening } from '../keys/index.ts'
import type { BlobReader } from '../vault/blobFiles.ts'
import { SEALED_BATCH_BYTES } from './attachmentSeal.ts'
import type { FoldedDossier, VaultSession } from './context.ts'

export interface FoundAttachment {
  readonly folded: FoldedDossier
  readonly attachment: Attachment
}

export function findAttachment(session: VaultSession, at: { readonly dossier: DossierId; readonly attachment: EventId }): Result<FoundAttachment, Refusal> {
  const folded = session.dossier(at.dossier)
  const attachment = folded?.state.attachments.find((one) => one.event === at.attachment)
  return folded && attachment ? ok({ folded, attachment }) : err(refusal('attachment-unknown'))
}

export function placeOf(session: VaultSession, { destroyed, event, sizeBytes }: Attachment): ContentPlace {
  const blob = session.store.attachments.blobOf(event)
  if (blob !== null) return session.store.blobs.sizeOf(blob) === blobFileBytes(sizeBytes) ? 'here' : 'missing'
  return destroyed.some((one) => session.isMe(one.author)) ? 'destroyed' : 'elsewhere'
}

export interface OpenContent {
  /** Fills `into`, a whole number of chunks long, from where it ended before; fewer only at the end, then 0. */
  fill(into: Uint8Array): Promise<Result<number, 'attachment-altered'>>
  close(): Promise<void>
}

export async function openContent(session: VaultSession, attachment: Attachment): Promise<Result<OpenContent, Refusal>> {
  const kept = session.store.attachments.get(attachment.event)
  if (kept === null) return err(notHere(session, attachment))
  try {
    const reader = session.store.blobs.sizeOf(kept.blob) === blobFileBytes(attachment.sizeBytes) ? await session.store.blobs.read(kept.blob) : null
    const head = reader === null ? null : await readHead(reader)
    if (reader === null || head === null) return err(refusal('attachment-altered'))
    return ok(contentOf(reader, openBlob(kept.key, head), attachment.sizeBytes))
  } finally {
    wipe(kept.key)
  }
}

/** Null, and the reader closed, where there is none. */
async function readHead(reader: BlobReader): Promise<Uint8Array | null> {
  const head = new Uint8Array(BLOB_SIZES.head)
  let whole = false
  try {
    whole = (await reader.readInto(head)) === head.length
    return whole ? head : null
  } finally {
    if (!whole) await reader.close()
  }
}

function notHere(session: VaultSession, { author, delegation, destroyed }: Attachment): Refusal {
  const heldByAuthor = !session.isMe(author) && !destroyed.some((one) => one.author === author)
  return refusal('attachment-not-here', heldByAuthor ? { heldBy: delegation } : {})
}

/** While chunks of one batch are opened, the next is read. */
function contentOf(reader: BlobReader, opening: BlobOpening, sizeBytes: number): OpenContent {
  const sealed = [new Uint8Array(SEALED_BATCH_BYTES), new Uint8Array(SEALED_BATCH_BYTES)] as const
  let turn: 0 | 1 = 0
  let left = blobFileBytes(sizeBytes) - BLOB_SIZES.head
  const readNext = (): Promise<number> => unheard(reader.readInto(sealed[turn].subarray(0, Math.min(left, SEALED_BATCH_BYTES))))
  let reading = readNext()
  /** Of the batch at hand, what has not been opened yet. */
  let batch = new Uint8Array(0)
  const nextBatch = async (): Promise<void> => {
    batch = sealed[turn].subarray(0, await reading)
    left -= batch.length
    turn = turn === 0 ? 1 : 0
    if (left > 0 && batch.length > 0) reading = readNext()
  }
  return {
    async fill(into) {
      let filled = 0
      while (into.length - filled >= BLOB_SIZES.chunk && (batch.length > 0 || left > 0)) {
        if (batch.length === 0) await nextBatch()
        if (batch.length === 0) return err('attachment-altered')
        const chunk = opening.open(batch.subarray(0, SEALED_CHUNK), left === 0 && batch.length <= SEALED_CHUNK)
        if (!chunk.ok) return err('attachment-altered')
        batch = batch.subarray(SEALED_CHUNK)
        into.set(chunk.value, filled)
        filled += chunk.value.length
        giveBack(chunk.value)
      }
      return ok(filled)
    },
    async close() {
      await reading.catch(() => undefined)
      await reader.close()
    },
  }
}

const SEALED_CHUNK = BLOB_SIZES.chunk + BLOB_SIZES.overhead
