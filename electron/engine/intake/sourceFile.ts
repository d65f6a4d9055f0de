/** A foreign file, held by its handle: its name and what stands under it later are never trusted again. */
import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { RefusalCode } from '../../../shared/ipc/refusal.ts'

export type SourceFault = Extract<RefusalCode, 'file-missing' | 'file-unreadable' | 'file-too-large'>

export interface SourceFile {
  readonly sizeBytes: number
  /** Up to `count` bytes from where the last read ended; fewer only at the end of the file. */
  read(count: number): Promise<Result<Uint8Array, SourceFault>>
  /** The same into a buffer of the caller's, as far as it reaches; the count. */
  readInto(into: Uint8Array): Promise<Result<number, SourceFault>>
  close(): Promise<void>
}

/** Refuses what is not a plain file, symbolic links included, before a byte of it is read. */
export async function openSourceFile(path: string, limitBytes: number): Promise<Result<SourceFile, SourceFault>> {
  let handle: FileHandle
  try {
    // Without O_NONBLOCK a named pipe would hold the engine until somebody writes into it.
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    return err(codeOf(error) === 'ENOENT' ? 'file-missing' : 'file-unreadable')
  }
  const checked = await sizeOf(handle, limitBytes)
  if (checked.ok) return ok(sourceFile(handle, checked.value))
  await handle.close()
  return checked
}

/** What the program made itself, read like a file that came from elsewhere. */
export function sourceOf(content: Uint8Array): SourceFile {
  let at = 0
  const next = (count: number): Uint8Array => content.subarray(at, at += Math.min(count, content.length - at))
  return {
    sizeBytes: content.length,
    read: async (count) => ok(next(count)),
    async readInto(into) {
      const bytes = next(into.length)
      into.set(bytes)
      return ok(bytes.length)
    },
    close: async () => undefined,
  }
}

async function sizeOf(handle: FileHandle, limitBytes: number): Promise<Result<number, SourceFault>> {
  try {
    const stats = await handle.stat()
    if (!stats.isFile()) return err('file-unreadable')
    return stats.size > limitBytes ? err('file-too-large') : ok(stats.size)
  } catch {
    return err('file-unreadable')
  }
}

function sourceFile(handle: FileHandle, sizeBytes: number): SourceFile {
  const readInto: SourceFile['readInto'] = async (into) => {
    let filled = 0
    try {
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, null)
        if (bytesRead === 0) break
        filled += bytesRead
      }
    } catch {
      return err('file-unreadable')
    }
    return ok(filled)
  }
  return {
    sizeBytes,
    readInto,
    async read(count) {
      const bytes = new Uint8Array(count)
      const filled = await readInto(bytes)
      return filled.ok ? ok(bytes.subarray(0, filled.value)) : filled
    },
    close: () => handle.close(),
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
