/** The sealed chunks of a bundle a few megabytes at a time: while one batch is opened, the next is read, and those before are hashed. */
import type { HashingAside } from '../../../shared/base/ports.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import { SIZES } from '../../../shared/bundle/container.ts'
import type { SourceFault, SourceFile } from './sourceFile.ts'

export const SEALED_CHUNK = SIZES.chunk + SIZES.chunkOverhead
const BATCH_BYTES = 64 * SEALED_CHUNK
/** One is opened, one is read, one may still be hashed. */
const BUFFERS = 3

type Buffer = Uint8Array<SharedArrayBuffer>

/**
 * Whole chunks, the last of the file excepted, each batch lent until the next is asked for; `hashing` sees them all, in order and where they
 * lie. Ends early where the file has become shorter.
 */
export async function* sealedBatches(file: SourceFile, sealedBytes: number, hashing: Pick<HashingAside, 'update'>): AsyncGenerator<Result<Uint8Array, SourceFault>> {
  let unread = sealedBytes
  const free: Promise<Buffer>[] = []
  let made = 0
  const next = async (): Promise<Buffer> => {
    const given = made++ < BUFFERS ? new Uint8Array(new SharedArrayBuffer(Math.min(sealedBytes, BATCH_BYTES))) : await free.shift()
    if (given === undefined) throw new Error('every buffer that is taken is given back')
    return given
  }
  const readNext = async (): Promise<Result<Batch, SourceFault>> => {
    const buffer = await next()
    const wanted = buffer.subarray(0, Math.min(unread, buffer.length))
    unread -= wanted.length
    const filled = await file.readInto(wanted)
    return filled.ok ? ok({ buffer, bytes: wanted.subarray(0, filled.value) }) : filled
  }
  let reading = readNext()
  for (;;) {
    const read = await reading
    if (!read.ok) {
      yield read
      return
    }
    const { buffer, bytes } = read.value
    if (bytes.length === 0) return
    free.push(unheard(hashing.update(bytes).then(() => buffer)))
    reading = unheard(readNext())
    yield ok(bytes)
  }
}

interface Batch {
  readonly buffer: Buffer
  readonly bytes: Buffer
}
