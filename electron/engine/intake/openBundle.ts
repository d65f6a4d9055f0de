/**
 * The door for bundles: from an untrusted file to what its sender signed. Stages limit, container, recipient, header, payload,
 * signature, schema, in one pass over the file; nothing is given out before the last chunk has been checked. bundle/FORMAT.md section 6.
 */
import * as v from 'valibot'
import { concat, giveBack, sharedCopy } from '../../../shared/base/bytes.ts'
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { HashingAside, SigningPublicKey, Verifier } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { SIZES, headSize, parseHead, parsePreamble, payloadSize, type BundleHead } from '../../../shared/bundle/container.ts'
import { fault, type BundleFault } from '../../../shared/bundle/fault.ts'
import { BUNDLE_LIMITS } from '../../../shared/bundle/limits.ts'
import { parseManifest, type ContentEntry, type Manifest } from '../../../shared/bundle/manifest.ts'
import { createPayloadReader, type PayloadHandlers } from '../../../shared/bundle/payload.ts'
import { HEADER_HASH_BYTES, SIGNATURE_LABEL, type BundleOpener, type BundleOpening, type Hashing } from '../../../shared/bundle/ports.ts'
import { refusal, type Refusal, type RefusalCode } from '../../../shared/ipc/refusal.ts'
import type { SignedEvent } from '../../../shared/log/event.ts'
import { parseEventItem } from '../../../shared/log/item.ts'
import { markingSchema, type Marking } from '../../../shared/marking/marking.ts'
import { contentHashing, type ContentHashing } from './contentHashing.ts'
import { SEALED_CHUNK, sealedBatches } from './sealedBatches.ts'
import { openSourceFile, type SourceFault, type SourceFile } from './sourceFile.ts'

export interface BundleKeys {
  readonly opener: BundleOpener
  /** This installation, under any of its names, or one that it was before it was restored. */
  isMe(installation: InstallationId): boolean
  /** Of a sender in a roster here, or whose card was trusted here; null for anybody else. */
  keyOf(sender: InstallationId, manifest: Manifest): SigningPublicKey | null
  /** Finds the key of such a sender in a later roster that the bundle itself brings; null where it names no later one than that here. */
  keyBrought(manifest: Manifest): ((events: readonly SignedEvent[]) => SigningPublicKey | null) | null
  readonly verify: Verifier
  readonly newHashing: () => Hashing
  /** Of the whole file and of contents, beside the cipher. */
  readonly hashingAside: (expectedBytes: number) => HashingAside
}

/** Signed by its sender, whole, and for me. Its events are as yet unchecked: verifyBundleEvents. */
export interface OpenedBundle {
  /** BLAKE2b-256 of the file. */
  readonly bundle: Hash
  readonly sizeBytes: number
  readonly manifest: Manifest
  readonly marking: Marking | null
  readonly events: readonly SignedEvent[]
  /** What the sender signed, for whoever wants to check it later. */
  readonly statement: { readonly manifest: Uint8Array; readonly headerHash: Uint8Array; readonly signature: Uint8Array }
}

/** Where contents of attachments go while the file is read. Nothing of them counts before the last byte of the file has been checked. */
export interface ContentStaging {
  /** Parts in order, only lent; `last` closes the content. */
  take(entry: ContentEntry, part: Uint8Array, last: boolean): void
  /** Resolves when what was taken is on its way to the disk, so that memory stays constant. */
  settle(): Promise<Result<null, StagingFault>>
}

export type StagingFault = Extract<RefusalCode, 'disk-full' | 'write-failed'>

type Opened<T> = Result<T, BundleFault | SourceFault | StagingFault>

/** Without `staging` contents are checked and not kept. What was staged of a file that is refused is the caller's to remove. */
export async function openBundle(
  path: string, keys: BundleKeys, limitBytes: number = BUNDLE_LIMITS.fileBytes, staging: ContentStaging | null = null,
): Promise<Result<OpenedBundle, Refusal>> {
  const source = await openSourceFile(path, limitBytes)
  if (!source.ok) return err(refusalOf(source.error))
  const fileHash = keys.hashingAside(source.value.sizeBytes)
  const contentHash = contentHashing(keys.hashingAside)
  try {
    const opened = await openSource(source.value, { file: fileHash, content: contentHash }, keys, staging)
    return opened.ok ? opened : err(refusalOf(opened.error))
  } finally {
    await fileHash.close()
    await contentHash.close()
    await source.value.close()
  }
}

interface Hashes {
  readonly file: HashingAside
  readonly content: ContentHashing
}

async function openSource(file: SourceFile, hashes: Hashes, keys: BundleKeys, staging: ContentStaging | null): Promise<Opened<OpenedBundle>> {
  const head = await readHead(file, hashes.file)
  if (!head.ok) return head
  const sealedBytes = file.sizeBytes - headSize(head.value.stanzas.length)
  const payloadBytes = payloadSize(sealedBytes)
  if (!payloadBytes.ok) return payloadBytes
  const opening = keys.opener.begin(head.value)
  if (!opening.ok) return opening
  const content = collectContent(opening.value, { keys, staging, hashing: hashes.content })
  const reader = createPayloadReader(payloadBytes.value, content)
  const read = await readChunks(file, sealedBytes, hashes.file, async (chunk, last) => {
    const plain = opening.value.open(chunk, last)
    if (!plain.ok) return plain
    const accepted = reader.push(plain.value)
    if (!accepted.ok) return accepted
    const agreed = await hashes.content.settle()
    if (!agreed.ok) return agreed
    giveBack(plain.value)
    return (await staging?.settle()) ?? ok(null)
  })
  if (!read.ok) return read
  const more = await file.read(1)
  if (!more.ok) return more
  if (more.value.length > 0) return fault('payload', 'bundle-altered')
  const finished = reader.finish()
  return finished.ok ? content.result(await hashes.file.digest(), file.sizeBytes) : finished
}

async function readChunks(
  file: SourceFile, sealedBytes: number, fileHash: HashingAside, accept: (chunk: Uint8Array, last: boolean) => Promise<Opened<null>>,
): Promise<Opened<null>> {
  let left = sealedBytes
  for await (const batch of sealedBatches(file, sealedBytes, fileHash)) {
    if (!batch.ok) return batch
    for (let at = 0; at < batch.value.length; at += SEALED_CHUNK) {
      const chunk = batch.value.subarray(at, at + SEALED_CHUNK)
      left -= chunk.length
      const accepted = await accept(chunk, left === 0)
      if (!accepted.ok) return accepted
    }
  }
  return left === 0 ? ok(null) : fault('payload', 'bundle-altered')
}

async function readHead(file: SourceFile, fileHash: HashingAside): Promise<Opened<BundleHead>> {
  const start = await file.read(SIZES.preamble)
  if (!start.ok) return start
  const preamble = parsePreamble(start.value)
  if (!preamble.ok) return preamble
  const rest = await file.read(headSize(preamble.value.stanzas) - SIZES.preamble)
  if (!rest.ok) return rest
  const bytes = concat(start.value, rest.value)
  await fileHash.update(sharedCopy(bytes))
  return parseHead(preamble.value, bytes)
}

interface Content extends PayloadHandlers {
  result(bundle: Hash, sizeBytes: number): Result<OpenedBundle, BundleFault>
}

interface Collecting {
  readonly keys: BundleKeys
  readonly staging: ContentStaging | null
  readonly hashing: ContentHashing
}

/** Collects what the payload holds, checking each event as it ends. */
function collectContent(opening: BundleOpening, { hashing: contents, keys, staging }: Collecting): Content {
  let signed: AcceptedManifest | null = null
  const events: SignedEvent[] = []
  let parts: Uint8Array[] = []
  let hashing = keys.newHashing()

  function endEvent(): Result<null, BundleFault> {
    const event = parseEventItem(concat(...parts))
    parts = []
    if (!event.ok) return fault('schema', 'bundle-malformed')
    events.push(event.value)
    return ok(null)
  }

  return {
    manifest(signature, bytes) {
      const accepted = acceptManifest(signature, bytes, opening, keys)
      if (!accepted.ok) return accepted
      signed = accepted.value
      return ok(signed.manifest)
    },
    item(index, part, last) {
      const entry = signed?.manifest.items[index]
      if (entry === undefined) return fault('schema', 'bundle-malformed')
      if (entry.type === 'attachment') {
        contents.take(entry, part, last)
        staging?.take(entry, part, last)
        return ok(null)
      }
      hashing.update(part)
      parts.push(part.slice())
      if (!last) return ok(null)
      const hash = hashing.digest()
      hashing = keys.newHashing()
      return hash === entry.hash ? endEvent() : fault('schema', 'bundle-malformed')
    },
    result(bundle, sizeBytes) {
      if (signed === null) return fault('schema', 'bundle-malformed')
      const { isSignedBy, manifest, marking, statement } = signed
      if (!isSignedBy(events)) return fault('signature', 'bundle-signature')
      return ok({ bundle, sizeBytes, manifest, marking, statement, events })
    },
  }
}

interface AcceptedManifest extends Pick<OpenedBundle, 'manifest' | 'marking' | 'statement'> {
  /** Asked once all events are there, for a check that could not be made before. */
  readonly isSignedBy: (events: readonly SignedEvent[]) => boolean
}

/**
 * That the stream opened proves nothing about its origin: any of the recipients could have made it. Only the signature does. A sender whose
 * key changed in a roster that is not here yet can only be told by the roster events further on; until then nothing is believed.
 */
function acceptManifest(signature: Uint8Array, bytes: Uint8Array, opening: BundleOpening, keys: BundleKeys): Result<AcceptedManifest, BundleFault> {
  const parsed = parseManifest(bytes)
  if (!parsed.ok) return parsed
  const manifest = parsed.value
  const key = keys.keyOf(manifest.sender, manifest)
  if (key === null) return fault('signature', 'bundle-sender-unknown')
  const message = opening.signedMessage(bytes)
  const isSignedWith = (by: SigningPublicKey | null): boolean => by !== null && keys.verify(by, SIGNATURE_LABEL, message, signature)
  const keyBrought = keys.keyBrought(manifest)
  const good = isSignedWith(key)
  if (!good && keyBrought === null) return fault('signature', 'bundle-signature')
  const isSignedBy = (events: readonly SignedEvent[]): boolean => good || (keyBrought !== null && isSignedWith(keyBrought(events)))
  if (!manifest.recipients.some((recipient) => keys.isMe(recipient))) return fault('signature', 'bundle-not-for-you')
  const marking = v.safeParse(v.nullable(markingSchema), manifest.marking)
  if (!marking.success) return fault('schema', 'bundle-malformed')
  const statement = { manifest: bytes, headerHash: message.slice(0, HEADER_HASH_BYTES), signature: signature.slice() }
  return ok({ manifest, marking: marking.output, statement, isSignedBy })
}

function refusalOf(error: BundleFault | SourceFault | StagingFault): Refusal {
  if (typeof error !== 'string') return refusal(error.code, {}, error.stage)
  return refusal(error, {}, error === 'file-too-large' ? 'limit' : null)
}
