/** Seals events for their recipients and writes the file in constant memory. bundle/FORMAT.md sections 3 to 5. */
import type { EventId, Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { Hasher, HashingAside, SealingPublicKey, Signer } from '../../../shared/base/ports.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { SIZES, headSize, sealedSize } from '../../../shared/bundle/container.ts'
import { MANIFEST_FORMAT, encodeManifest, sortFrontier, type ItemEntry, type Manifest } from '../../../shared/bundle/manifest.ts'
import { choosePadding } from '../../../shared/bundle/padding.ts'
import { contentSize, encodePayloadHead } from '../../../shared/bundle/payload.ts'
import { SIGNATURE_LABEL, type BundleSealer, type BundleSealing } from '../../../shared/bundle/ports.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import type { RefusalCode } from '../../../shared/ipc/refusal.ts'
import type { SignedEvent } from '../../../shared/log/event.ts'
import { encodeEventItem } from '../../../shared/log/item.ts'
import { filling } from './filling.ts'
import { writeLarge, type LargeFault, type LargeWriting } from './writeLarge.ts'

/** Of a content, read at a time. */
const READ_BYTES = 1024 * 1024
/** Of the file, written at a time: each call of the disk costs the thread that seals. */
const WRITE_BYTES = 4 * 1024 * 1024

type Lacking = Pick<Manifest, 'withoutBody' | 'withoutContent'>

export interface BundleContent {
  /** What the sender says; format, recipients, items and padding are added here. */
  readonly facts: Omit<Manifest, 'format' | 'recipients' | 'items' | 'padding' | keyof Lacking> & Partial<Lacking>
  /** 1 to 256, without repetition. */
  readonly recipients: readonly { readonly installation: InstallationId; readonly sealingKey: SealingPublicKey }[]
  readonly events: readonly SignedEvent[]
  /** Of attachments, each once; their events are here or with the recipients. */
  readonly contents?: readonly CarriedContent[]
}

/** The content of an attachment, opened when its turn comes and read in constant memory. */
export interface CarriedContent {
  readonly event: EventId
  readonly sizeBytes: number
  readonly hash: Hash
  open(): Promise<Result<ContentReader, ContentFault>>
}

export interface ContentReader {
  /** Fills `into`, a multiple of 64 KiB long, from where it ended before; fewer only at the end, then 0. */
  fill(into: Uint8Array): Promise<Result<number, ContentFault>>
  close(): Promise<void>
}

export type ContentFault = Extract<RefusalCode, 'attachment-altered' | 'attachment-not-here'>

export interface SealingKeys {
  readonly sealer: BundleSealer
  /** Of the sender that `facts` names. */
  readonly sign: Signer
  readonly hash: Hasher
  /** Beside the cipher, of what the file gives back. */
  readonly hashingAside: (expectedBytes: number) => HashingAside
}

export interface WrittenBundle extends WrittenFile {
  /** BLAKE2b-256 of the file, as it was read back. */
  readonly bundle: Hash
}

export interface BundleWriting {
  readonly signal: AbortSignal
  /** Bytes of the file so far. */
  wrote(bytes: number): void
  /** Once all are written. */
  readBack(bytes: number): void
}

const UNWATCHED: BundleWriting = { signal: new AbortController().signal, wrote: () => undefined, readBack: () => undefined }

/** The caller gives the name: it may say no more than may be read by whoever finds the stick. */
export async function writeBundle(
  path: string, content: BundleContent, keys: SealingKeys, watch: BundleWriting = UNWATCHED,
): Promise<Result<WrittenBundle, ContentFault | LargeFault>> {
  const manifest = manifestOf(content, keys.hash)
  const sizeBytes = fileBytes(manifest)
  const parts = filling<ContentFault>((stop) => partsOf(manifest, content, keys, stop))
  try {
    const written = await writeLarge(path, { sizeBytes, batchBytes: Math.min(WRITE_BYTES, sizeBytes), fill: parts.fill }, {
      hashing: keys.hashingAside(sizeBytes), ...progressOf(sizeBytes, watch),
    })
    if (!written.ok) return written
    const { hash: bundle, ...file } = written.value
    return ok({ ...file, bundle })
  } finally {
    await parts.close()
  }
}

/** The reading back follows while there is more to write; it is told of only when nothing else is left. */
function progressOf(sizeBytes: number, { readBack, signal, wrote }: BundleWriting): Omit<LargeWriting, 'hashing'> {
  let written = 0
  return {
    signal,
    wrote: (bytes) => wrote(written = bytes),
    readBack(bytes) {
      if (written === sizeBytes) readBack(bytes)
    },
  }
}

/** Size of the file that this content makes. */
export function bundleBytes(content: BundleContent, hash: Hasher): number {
  return fileBytes(manifestOf(content, hash))
}

function fileBytes(manifest: Manifest): number {
  const payload = contentSize(encodeManifest(manifest).length, manifest.items) + manifest.padding
  return headSize(Math.ceil(manifest.recipients.length / 4) * 4) + sealedSize(payload)
}

/** The file from its first byte to its last, in parts. Given the same random bytes it is the same file. `stop` throws. */
export function bundleParts(
  content: BundleContent, keys: Omit<SealingKeys, 'hashingAside'>, stop: (why: ContentFault) => never = unstoppable,
): AsyncGenerator<Uint8Array> {
  return partsOf(manifestOf(content, keys.hash), content, keys, stop)
}

async function* partsOf(
  manifest: Manifest, content: BundleContent, keys: Omit<SealingKeys, 'hashingAside'>, stop: (why: ContentFault) => never,
): AsyncGenerator<Uint8Array> {
  const manifestBytes = encodeManifest(manifest)
  const sealing = keys.sealer.begin(content.recipients.map((recipient) => recipient.sealingKey))
  const signature = keys.sign(SIGNATURE_LABEL, sealing.signedMessage(manifestBytes))
  yield sealing.head
  yield* sealedChunks(payloadParts(encodePayloadHead(signature, manifestBytes), content, manifest.padding, stop), sealing)
}

function unstoppable(why: ContentFault): never {
  throw new Error(why)
}

function manifestOf({ contents = [], events, facts, recipients }: BundleContent, hash: Hasher): Manifest {
  const items: ItemEntry[] = events.map((event) => {
    const bytes = encodeEventItem(event)
    return { type: 'event' as const, size: bytes.length, hash: hash(bytes) }
  })
  for (const content of contents) items.push({ type: 'attachment', event: content.event, size: content.sizeBytes, hash: content.hash })
  const manifest: Manifest = {
    withoutBody: [], withoutContent: [], ...facts, format: MANIFEST_FORMAT, frontier: sortFrontier(facts.frontier),
    recipients: recipients.map((recipient) => recipient.installation).toSorted(), items, padding: 0,
  }
  const padding = choosePadding((zeros) => contentSize(encodeManifest({ ...manifest, padding: zeros }).length, items))
  return { ...manifest, padding }
}

async function* payloadParts(head: Uint8Array, { contents = [], events }: BundleContent, padding: number, stop: (why: ContentFault) => never): AsyncGenerator<Uint8Array> {
  yield head
  for (const event of events) yield encodeEventItem(event)
  const buffer = new Uint8Array(contents.length === 0 ? 0 : READ_BYTES)
  for (const content of contents) yield* contentParts(content, buffer, stop)
  const zeros = new Uint8Array(SIZES.chunk)
  for (let left = padding; left > 0; left -= SIZES.chunk) yield zeros.subarray(0, Math.min(left, SIZES.chunk))
}

/** A content of another length than was announced would make a file that nobody can open. */
async function* contentParts(content: CarriedContent, buffer: Uint8Array, stop: (why: ContentFault) => never): AsyncGenerator<Uint8Array> {
  const opened = await content.open()
  if (!opened.ok) return stop(opened.error)
  try {
    for (let left = content.sizeBytes; left > 0;) {
      const filled = await opened.value.fill(buffer)
      if (!filled.ok) return stop(filled.error)
      if (filled.value === 0 || filled.value > left) return stop('attachment-altered')
      left -= filled.value
      yield buffer.subarray(0, filled.value)
    }
  } finally {
    await opened.value.close()
  }
}

/** Cuts the parts into chunks of 64 KiB. A full chunk waits until it is known whether another byte follows. */
async function* sealedChunks(parts: AsyncIterable<Uint8Array>, sealing: BundleSealing): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(SIZES.chunk)
  let filled = 0
  for await (const part of parts) {
    for (let rest = part; rest.length > 0;) {
      if (filled === chunk.length) {
        yield sealing.seal(chunk, false)
        filled = 0
      }
      // From where they are, as far as they are whole and not the last.
      for (; filled === 0 && rest.length > chunk.length; rest = rest.subarray(chunk.length)) yield sealing.seal(rest.subarray(0, chunk.length), false)
      const used = Math.min(rest.length, chunk.length - filled)
      chunk.set(rest.subarray(0, used), filled)
      filled += used
      rest = rest.subarray(used)
    }
  }
  yield sealing.seal(chunk.subarray(0, filled), true)
}
