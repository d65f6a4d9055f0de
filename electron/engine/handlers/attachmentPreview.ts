import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Attachment } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { readRaster } from '../intake/rasterImage.ts'
import { findAttachment, openContent, type OpenContent } from './attachmentContent.ts'
import { BATCH_BYTES } from './attachmentSeal.ts'
import type { VaultHandler, VaultSession } from './context.ts'

/** What a sandboxed page decodes without strain: 16 MiB of file, 32 million points, neither side beyond 8192. */
const MOST_BYTES = 16 * 1024 * 1024
const MOST_POINTS = 32_000_000
const MOST_SIDE = 8192

/** Only what its own first bytes show to be a raster image leaves for the window; the window shows it as nothing else. */
export const attachmentPreview: VaultHandler<'attachment.preview'> = async (at, session, context) => {
  const found = findAttachment(session, at)
  if (!found.ok) return found
  const { attachment, folded: { state } } = found.value
  const bytes = await readSmall(session, attachment)
  if (!bytes.ok) return bytes
  if (context.hash(bytes.value) !== attachment.hash) return err(refusal('attachment-altered'))
  const image = readRaster(bytes.value)
  if (image === null) return err(refusal('not-an-image'))
  const { height, mediaType, width } = image
  if (Math.max(width, height) > MOST_SIDE || width * height > MOST_POINTS) return err(refusal('image-too-large', {}, 'limit'))
  session.record('attachment.viewed', attachment.name, 'done', null, { dossier: state.dossier, marking: attachment.marking, details: [['hash', attachment.hash], ['event', attachment.event]] })
  return ok({ mediaType, width, height, bytes: bytes.value })
}

/** A large file that is no image by what its author said is not read at all. */
async function readSmall(session: VaultSession, attachment: Attachment): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  if (!attachment.mediaType.startsWith('image/')) return err(refusal('not-an-image'))
  if (attachment.sizeBytes > MOST_BYTES) return err(refusal('image-too-large', {}, 'limit'))
  const content = await openContent(session, attachment)
  if (!content.ok) return content
  try {
    return await readAll(content.value, attachment.sizeBytes)
  } finally {
    await content.value.close()
  }
}

async function readAll(content: OpenContent, sizeBytes: number): Promise<Result<Uint8Array<ArrayBuffer>, Refusal>> {
  const batch = new Uint8Array(BATCH_BYTES)
  const bytes = new Uint8Array(sizeBytes)
  for (let filled = 0; ;) {
    const more = await content.fill(batch)
    if (!more.ok) return err(refusal(more.error))
    if (more.value === 0) return ok(bytes)
    bytes.set(batch.subarray(0, more.value), filled)
    filled += more.value
  }
}
