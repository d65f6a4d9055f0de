/** The sealed chunks of a bundle a few megabytes at a time: while one batch is opened, the next is read. */
import { ok, type Result } from '../../../shared/base/result.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import { SIZES } from '../../../shared/bundle/container.ts'
import type { SourceFault, SourceFile } from './sourceFile.ts'

export const SEALED_CHUNK = SIZES.chunk + SIZES.chunkOverhead
const BATCH_BYTES = 64 * SEALED_CHUNK

/** Whole chunks, the last of the file excepted, each batch lent until the next is asked for. Ends early where the file has become shorter. */
export async function* sealedBatches(file: SourceFile, sealedBytes: number): AsyncGenerator<Result<Uint8Array, SourceFault>> {
  let unread = sealedBytes
  const readNext = async (buffer: Uint8Array): Promise<Result<Uint8Array, SourceFault>> => {
    const wanted = buffer.subarray(0, Math.min(unread, buffer.length))
    unread -= wanted.length
    const filled = await file.readInto(wanted)
    return filled.ok ? ok(wanted.subarray(0, filled.value)) : filled
  }
  let [current, spare] = [new Uint8Array(Math.min(sealedBytes, BATCH_BYTES)), new Uint8Array(Math.min(sealedBytes, BATCH_BYTES))]
  let reading = readNext(current)
  for (;;) {
    const read = await reading
    if (read.ok && read.value.length === 0) return
    ;[current, spare] = [spare, current]
    reading = unheard(readNext(current))
    yield read
    if (!read.ok) return
  }
}
