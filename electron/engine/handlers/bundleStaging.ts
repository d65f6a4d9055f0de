/**
 * Contents of attachments on their way in from a bundle: sealed under a key each as they come, beside the database, in constant memory.
 * Name and key are in memory only until the bundle is imported; without them what lies there is noise, and is swept at the next opening.
 */
import { hex } from '../../../shared/base/bytes.ts'
import type { EventId, Hash } from '../../../shared/base/identifiers.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import type { ContentEntry } from '../../../shared/bundle/manifest.ts'
import type { ContentStaging, StagingFault } from '../intake/openBundle.ts'
import { BLOB_SIZES, sealBlob, wipe, type BlobSealing } from '../keys/index.ts'
import type { BlobFiles, BlobWriting } from '../vault/blobFiles.ts'

export interface StagedContent {
  readonly event: EventId
  readonly sizeBytes: number
  readonly hash: Hash
  readonly blob: string
  readonly key: Uint8Array
}

export interface Staging extends ContentStaging {
  /** Whole contents, each in its file. */
  staged(): readonly StagedContent[]
  /** The vault has its key and keeps it. */
  adopt(content: StagedContent): void
  /** Removes what was not adopted. What the disk does not give up now is noise without its key, and is swept at the next opening: it never fails. */
  discard(): Promise<void>
}

/** Sealed chunks are handed to the disk together. */
const FLUSH_BYTES = 1024 * 1024

interface Incoming {
  readonly content: StagedContent
  readonly sealing: BlobSealing
  readonly chunk: Uint8Array
  filled: number
  writing: BlobWriting | null
  ended: boolean
}

export function createStaging(blobs: BlobFiles, random: Random): Staging {
  const done: StagedContent[] = []
  const incoming: Incoming[] = []
  let sealed: { readonly to: Incoming; readonly bytes: Uint8Array }[] = []
  let sealedBytes = 0

  const sealInto = (to: Incoming, chunk: Uint8Array, last: boolean): void => {
    const bytes = to.sealing.seal(chunk, last)
    sealed.push({ to, bytes })
    sealedBytes += bytes.length
  }
  const begin = ({ event, hash, size }: ContentEntry): Incoming => {
    const key = random(BLOB_SIZES.key)
    const one: Incoming = {
      content: { event, sizeBytes: size, hash, blob: hex(random(16)), key }, sealing: sealBlob(key), chunk: new Uint8Array(BLOB_SIZES.chunk), filled: 0, writing: null, ended: false,
    }
    sealed.push({ to: one, bytes: one.sealing.head })
    incoming.push(one)
    return one
  }
  return {
    take(entry, part, last) {
      const one = incoming.find((begun) => !begun.ended) ?? begin(entry)
      for (let rest = part; rest.length > 0;) {
        if (one.filled === one.chunk.length) {
          sealInto(one, one.chunk, false)
          one.filled = 0
        }
        const used = Math.min(rest.length, one.chunk.length - one.filled)
        one.chunk.set(rest.subarray(0, used), one.filled)
        one.filled += used
        rest = rest.subarray(used)
      }
      if (!last) return
      sealInto(one, one.chunk.subarray(0, one.filled), true)
      one.ended = true
    },
    async settle() {
      if (sealedBytes < FLUSH_BYTES && incoming.every((one) => !one.ended)) return ok(null)
      const batch = sealed
      sealed = []
      sealedBytes = 0
      return writeBatch(batch, incoming, done, blobs)
    },
    staged: () => done,
    adopt(content) {
      done.splice(done.indexOf(content), 1)
      wipe(content.key)
    },
    async discard() {
      const [begun, whole] = [incoming.splice(0), done.splice(0)]
      for (const { key } of [...begun.map((one) => one.content), ...whole]) wipe(key)
      for (const one of begun) await one.writing?.abandon()
      for (const { blob } of whole) await blobs.remove(blob).catch(() => undefined)
    },
  }
}

async function writeBatch(
  batch: readonly { readonly to: Incoming; readonly bytes: Uint8Array }[], incoming: Incoming[], done: StagedContent[], blobs: BlobFiles,
): Promise<Result<null, StagingFault>> {
  for (const { bytes, to } of batch) {
    if (to.writing === null) {
      const begun = await blobs.begin(to.content.blob)
      if (!begun.ok) return begun
      to.writing = begun.value
    }
    const appended = await to.writing.append(bytes)
    if (!appended.ok) return appended
  }
  while (incoming[0]?.ended === true) {
    const finished = await incoming[0].writing?.finish()
    if (finished?.ok === false) return finished
    done.push(incoming[0].content)
    incoming.shift()
  }
  return ok(null)
}
