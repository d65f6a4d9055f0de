/**
 * A file too large to hold, on its way out in constant memory: `x.part`, flushed and read back a stretch at a time while the next is
 * made, so that progress is true on a slow stick; then named, and found again under its name. Nothing gets a name unverified.
 */
import { open, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import { exists, faultOf, flushFolder, giveName, writeAll, type WriteFault } from './writeFile.ts'

/** Written, flushed and read back together. */
const STRETCH_BYTES = 32 * 1024 * 1024
/** How many stretches the reading back may lag behind the writing: a flush that takes long does not hold up the next bytes. */
const MOST_BEHIND = 2

export interface LargeContent<F> {
  readonly sizeBytes: number
  /** What the file must turn out to be when it is read back. Asked for once all is filled. */
  hash(): Hash | Promise<Hash>
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

export type LargeFault = WriteFault | 'cancelled'

/** What failed or was cancelled leaves nothing behind. `hashing` is closed. */
export async function writeLarge<F>(path: string, content: LargeContent<F>, writing: LargeWriting): Promise<Result<WrittenFile, F | LargeFault>> {
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
    if ((await stat(path)).size === content.sizeBytes) return ok({ fileName: basename(path), sizeBytes: content.sizeBytes })
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

async function writeVerified<F>(part: string, content: LargeContent<F>, writing: LargeWriting): Promise<Result<void, F | LargeFault>> {
  // Exclusive: whatever else might stand there, a symbolic link on a stick for example, is not written through.
  const handle = await open(part, 'wx')
  try {
    const reader = await open(part, 'r')
    return await writeThrough({ handle, reader }, content, writing).finally(() => reader.close())
  } finally {
    await handle.close()
  }
}

interface BothEnds {
  readonly handle: FileHandle
  /** The same file, to be read back. */
  readonly reader: FileHandle
}

async function writeThrough<F>({ handle, reader }: BothEnds, content: LargeContent<F>, { hashing, readBack, signal, wrote }: LargeWriting): Promise<Result<void, F | LargeFault>> {
  const check = readingBack({ handle, reader }, content.batchBytes, hashing, readBack)
  const buffers = [new Uint8Array(content.batchBytes), new Uint8Array(content.batchBytes)] as const
  let writing: Promise<void> = Promise.resolve()
  let total = 0
  try {
    for (let turn = 0; ; turn ^= 1) {
      if (signal.aborted) return err('cancelled')
      const buffer = buffers[turn === 0 ? 0 : 1]
      // Made while the one before is being written.
      const filled = await content.fill(buffer)
      await writing
      if (!filled.ok) return filled
      if (filled.value === 0) break
      total += filled.value
      writing = unheard(writeAll(handle, buffer.subarray(0, filled.value)))
      wrote(total)
      if (total - check.from() >= STRETCH_BYTES) {
        await writing
        await check.upTo(total)
      }
    }
    await check.upTo(total)
    return (await check.hash()) === (await content.hash()) && total === content.sizeBytes ? ok(undefined) : err('verify-failed')
  } finally {
    await writing.catch(() => undefined)
    await check.settled()
  }
}

/** Follows the writing a few stretches behind: flush, read what the file gives back, hash it. */
function readingBack({ handle, reader }: BothEnds, batchBytes: number, hashing: HashingAside, readBack: LargeWriting['readBack']) {
  const ring = [new Uint8Array(batchBytes), new Uint8Array(batchBytes)].map((buffer) => Promise.resolve(buffer))
  let from = 0
  let last: Promise<void> = Promise.resolve()
  const under: Promise<void>[] = []
  const stretch = async (start: number, end: number): Promise<void> => {
    await handle.sync()
    for (let at = start; at < end;) {
      const buffer = await ring.shift()
      if (buffer === undefined) throw new Error('every buffer that is taken is given back')
      const { bytesRead } = await reader.read(buffer, 0, Math.min(buffer.length, end - at), at)
      if (bytesRead === 0) throw new Error('the file is shorter than what was written')
      at += bytesRead
      ring.push(unheard(hashing.update(buffer, bytesRead)))
      readBack?.(at)
    }
  }
  return {
    from: () => from,
    /** Resolves as soon as no more stretches are outstanding than may be. */
    async upTo(end: number): Promise<void> {
      if (under.length === MOST_BEHIND) await under.shift()
      const start = from
      last = unheard(last.then(() => stretch(start, end)))
      under.push(last)
      from = end
    },
    async hash(): Promise<Hash> {
      await last
      await Promise.all(ring)
      return hashing.digest()
    },
    settled: () => last.catch(() => undefined),
  }
}
