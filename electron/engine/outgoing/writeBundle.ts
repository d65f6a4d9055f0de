/** Seals events for their recipients and writes the file in constant memory. bundle/FORMAT.md sections 3 to 5. */
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { Hasher, SealingPublicKey, Signer } from '../../../shared/base/ports.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { SIZES } from '../../../shared/bundle/container.ts'
import { encodeManifest, sortFrontier, type Manifest } from '../../../shared/bundle/manifest.ts'
import { choosePadding } from '../../../shared/bundle/padding.ts'
import { contentSize, encodePayloadHead } from '../../../shared/bundle/payload.ts'
import { SIGNATURE_LABEL, type BundleSealer, type BundleSealing, type Hashing } from '../../../shared/bundle/ports.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import type { SignedEvent } from '../../../shared/log/event.ts'
import { encodeEventItem } from '../../../shared/log/item.ts'
import { writeParts, type WriteFault } from './writeFile.ts'

export interface BundleContent {
  /** What the sender says; recipients, items and padding are added here. */
  readonly facts: Omit<Manifest, 'format' | 'recipients' | 'items' | 'padding'>
  /** 1 to 256, without repetition. */
  readonly recipients: readonly { readonly installation: InstallationId; readonly sealingKey: SealingPublicKey }[]
  readonly events: readonly SignedEvent[]
}

export interface SealingKeys {
  readonly sealer: BundleSealer
  /** Of the sender that `facts` names. */
  readonly sign: Signer
  readonly hash: Hasher
  readonly newHashing: () => Hashing
}

export interface WrittenBundle extends WrittenFile {
  /** BLAKE2b-256 of the file, as it was read back. */
  readonly bundle: Hash
}

/** The caller gives the name: it may say no more than may be read by whoever finds the stick. */
export async function writeBundle(path: string, content: BundleContent, keys: SealingKeys): Promise<Result<WrittenBundle, WriteFault>> {
  const check = hashCheck(keys.newHashing)
  const written = await writeParts(path, bundleParts(content, keys), check)
  return written.ok ? ok({ ...written.value, bundle: check.written() }) : written
}

/** The file from its first byte to its last, in parts. Given the same random bytes it is the same file. */
export function* bundleParts(content: BundleContent, keys: Omit<SealingKeys, 'newHashing'>): Generator<Uint8Array> {
  const manifest = manifestOf(content, keys.hash)
  const manifestBytes = encodeManifest(manifest)
  const sealing = keys.sealer.begin(content.recipients.map((recipient) => recipient.sealingKey))
  const signature = keys.sign(SIGNATURE_LABEL, sealing.signedMessage(manifestBytes))
  yield sealing.head
  yield* sealedChunks(payloadParts(encodePayloadHead(signature, manifestBytes), content.events, manifest.padding), sealing)
}

function manifestOf({ facts, recipients, events }: BundleContent, hash: Hasher): Manifest {
  const items = events.map((event) => {
    const bytes = encodeEventItem(event)
    return { type: 'event' as const, size: bytes.length, hash: hash(bytes) }
  })
  const manifest: Manifest = {
    ...facts, format: 1, frontier: sortFrontier(facts.frontier),
    recipients: recipients.map((recipient) => recipient.installation).toSorted(), items, padding: 0,
  }
  const padding = choosePadding((zeros) => contentSize(encodeManifest({ ...manifest, padding: zeros }).length, items))
  return { ...manifest, padding }
}

function* payloadParts(head: Uint8Array, events: readonly SignedEvent[], padding: number): Generator<Uint8Array> {
  yield head
  for (const event of events) yield encodeEventItem(event)
  const zeros = new Uint8Array(SIZES.chunk)
  for (let left = padding; left > 0; left -= SIZES.chunk) yield zeros.subarray(0, Math.min(left, SIZES.chunk))
}

/** Cuts the parts into chunks of 64 KiB. A full chunk waits until it is known whether another byte follows. */
function* sealedChunks(parts: Iterable<Uint8Array>, sealing: BundleSealing): Generator<Uint8Array> {
  const chunk = new Uint8Array(SIZES.chunk)
  let filled = 0
  for (const part of parts) {
    for (let rest = part; rest.length > 0;) {
      if (filled === chunk.length) {
        yield sealing.seal(chunk, false)
        filled = 0
      }
      const used = Math.min(rest.length, chunk.length - filled)
      chunk.set(rest.subarray(0, used), filled)
      filled += used
      rest = rest.subarray(used)
    }
  }
  yield sealing.seal(chunk.subarray(0, filled), true)
}

function hashCheck(newHashing: () => Hashing) {
  const [out, back] = [newHashing(), newHashing()]
  let written: Hash | null = null
  return {
    wrote: (part: Uint8Array) => out.update(part),
    readBack: (part: Uint8Array) => back.update(part),
    agrees() {
      written = out.digest()
      return written === back.digest()
    },
    written(): Hash {
      if (written === null) throw new Error('asked before the file was checked')
      return written
    },
  }
}
