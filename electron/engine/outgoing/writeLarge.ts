/**
 * A file too large to hold, on its way out in constant memory: `x.part`, flushed and read back a stretch at a time while the next is
 * made, so that progress is true on a slow stick; then named, and found again under its name. Nothing gets a name unverified.
 */
import { open, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import { followWriting, type BothEnds } from './followWriting.ts'
import { exists, faultOf, flushFolder, giveName, writeAll, type WriteFault } from './writeFile.ts'

export interface LargeContent<F> {
  readonly sizeBytes: number
  /** What the file must turn out to be, where that is known beforehand. */
  readonly hash?: Hash
  /** How much is asked for at a time. */
  readonly batchBytes: number
  /** Fills `into` from where it ended before; fewer only at the end, then 0. */
  fill(into: Uint8Array): Promise<Result<number, F>>
}

export interface LargeWriting {
  readonly hashing: HashingAside
  readonly signal: AbortSignal
  /** Bytes of content written so far. */
  wrote(bytes: number): void
  /** Bytes read back so far. */
  readBack?(bytes: number): void
}

export interface WrittenLarge extends WrittenFile {
  /** BLAKE2b-256 of the file, as it was read back. */
  readonly hash: Hash
}

export type LargeFault = WriteFault | 'cancelled'

/** What failed or was cancelled leaves nothing behind. `hashing` is closed. */
export async function writeLarge<F>(path: string, content: LargeContent<F>, writing: LargeWriting): Promise<Result<WrittenLarge, F | LargeFault>> {
  const part = `${path}.part`
  let named = false
  try {
    if (await exists(path)) return err('target-exists')
    await rm(part, { force: true })
    const written = await writeVerified(part, content, writing)
    if (!written.ok) return written
    named = await giveName(part, path)
    if (!named) return err('target-exists')
    await flushFolder(dirname(path))
    if ((await stat(path)).size === content.sizeBytes) return ok({ fileName: basename(path), sizeBytes: content.sizeBytes, hash: written.value })
    await rm(path, { force: true })
    return err('verify-failed')
  } catch (error) {
    if (named) await rm(path, { force: true }).catch(() => undefined)
    return err(faultOf(error))
  } finally {
    await writing.hashing.close()
    await rm(part, { force: true }).catch(() => undefined)
  }
}

async function writeVerified<F>(part: string, content: LargeContent<F>, writing: LargeWriting): Promise<Result<Hash, F | LargeFault>> {
  // Exclusive: whatever else might stand there, a symbolic link on a stick for example, is not written through.
  const handle = await open(part, 'wx')
  try {
    const reader = await open(part, 'r')
    return await writeThrough({ handle, reader }, content, writing).finally(() => reader.close())
  } finally {
    await handle.close()
  }
}

async function writeThrough<F>(ends: BothEnds, content: LargeContent<F>, { hashing, readBack, signal, wrote }: LargeWriting): Promise<Result<Hash, F | LargeFault>> {
  const check = followWriting(ends, content.batchBytes, { hashing, readBack, hashKnown: content.hash !== undefined })
  let writing: Promise<void> = Promise.resolve()
  let total = 0
  try {
    for (;;) {
      if (signal.aborted) return err('cancelled')
      const buffer = await check.free()
      // Made while the one before is being written.
      const filled = await content.fill(buffer)
      await writing
      if (!filled.ok) return filled
      if (filled.value === 0) break
      writing = check.written(buffer, filled.value, writeAll(ends.handle, buffer.subarray(0, filled.value)))
      wrote(total += filled.value)
    }
    const hash = await check.end()
    return hash !== null && total === content.sizeBytes && hash === (content.hash ?? hash) ? ok(hash) : err('verify-failed')
  } finally {
    await writing.catch(() => undefined)
    await check.settled()
  }
}
