/** From a foreign file to a sealed blob, in constant memory: read, seal, hash and write go on at the same time, two megabytes each. */
import { giveBack } from '../../../shared/base/bytes.ts'
import type { Hash } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import { UNKNOWN_TYPE } from '../../../shared/dossier/attachment.ts'
import { MAGIC_BYTES, recognizeRaster } from '../intake/rasterImage.ts'
import type { SourceFault, SourceFile } from '../intake/sourceFile.ts'
import { BLOB_SIZES, hashingAside, sealBlob, type BlobSealing } from '../keys/index.ts'

/** Large enough that the hand-overs between threads do not count, small enough that a dozen of them fit in memory. */
const BATCH_CHUNKS = 32
export const BATCH_BYTES = BATCH_CHUNKS * BLOB_SIZES.chunk
export const SEALED_BATCH_BYTES = BATCH_CHUNKS * (BLOB_SIZES.chunk + BLOB_SIZES.overhead)
/** One is read into, one is sealed from, one is hashed. */
const BUFFERS = 3

export interface Sealed {
  readonly hash: Hash
  readonly mediaType: string
}

export interface Sealing {
  append(bytes: Uint8Array): Promise<void>
  readonly signal: AbortSignal
  sealed(bytes: number): void
}

type SealFault = SourceFault | 'cancelled'

/** A file that grows or shrinks meanwhile is refused. `key` is for this content only. */
export async function sealSource(source: SourceFile, key: Uint8Array, { append, signal, sealed }: Sealing): Promise<Result<Sealed, SealFault>> {
  const hashing = hashingAside(source.sizeBytes)
  const blob = sealBlob(key)
  const ring = Array.from({ length: BUFFERS }, () => Promise.resolve(new Uint8Array(new SharedArrayBuffer(BATCH_BYTES))))
  const outs = [new Uint8Array(SEALED_BATCH_BYTES), new Uint8Array(SEALED_BATCH_BYTES)] as const
  let mediaType: string = UNKNOWN_TYPE
  try {
    let reading = readNext(source, ring)
    let writing = unheard(append(blob.head))
    for (let done = 0, turn = 0; ; turn ^= 1) {
      if (signal.aborted) return err('cancelled')
      const read = await reading
      if (!read.ok) return read
      const { buffer, filled } = read.value
      if (done === 0) mediaType = recognizeRaster(buffer.subarray(0, Math.min(filled, MAGIC_BYTES))) ?? UNKNOWN_TYPE
      done += filled
      const last = done === source.sizeBytes
      if (done > source.sizeBytes || (!last && filled < BATCH_BYTES)) return err('file-unreadable')
      if (!last) reading = readNext(source, ring)
      const out = outs[turn === 0 ? 0 : 1]
      const length = sealBatch(blob, buffer.subarray(0, filled), last, out)
      await writing
      writing = unheard(append(out.subarray(0, length)))
      ring.push(unheard(hashing.update(buffer.subarray(0, filled)).then(() => buffer)))
      sealed(done)
      if (!last) continue
      await writing
      await Promise.all(ring)
      return (await grew(source)) ? err('file-unreadable') : ok({ hash: await hashing.digest(), mediaType })
    }
  } finally {
    await hashing.close()
  }
}

interface Batch {
  readonly buffer: Uint8Array<SharedArrayBuffer>
  readonly filled: number
}

async function readNext(source: SourceFile, ring: Promise<Uint8Array<SharedArrayBuffer>>[]): Promise<Result<Batch, SourceFault>> {
  const buffer = await ring.shift()
  if (buffer === undefined) throw new Error('every buffer that is taken is given back')
  const filled = await source.readInto(buffer)
  return filled.ok ? ok({ buffer, filled: filled.value }) : filled
}

/** An empty content is one empty chunk. */
function sealBatch(blob: BlobSealing, content: Uint8Array, last: boolean, out: Uint8Array): number {
  let length = 0
  for (let at = 0; at < content.length || at === 0; at += BLOB_SIZES.chunk) {
    const sealed = blob.seal(content.subarray(at, at + BLOB_SIZES.chunk), last && at + BLOB_SIZES.chunk >= content.length)
    out.set(sealed, length)
    length += sealed.length
    giveBack(sealed)
  }
  return length
}

async function grew(source: SourceFile): Promise<boolean> {
  const more = await source.readInto(new Uint8Array(1))
  return !more.ok || more.value > 0
}
