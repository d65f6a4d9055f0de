/** The folder `blobs` of a vault: sealed contents under random names. What they are and how to open them stands in the database only. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import { isFullDisk } from './connection.ts'

const NAME = /^[0-9a-f]{32}$/
/** A blob, or one that was not finished. Whatever else lies in the folder is not ours to remove. */
const OURS = /^[0-9a-f]{32}(?:\.part)?$/
/** Handed to the disk every so often, while the next bytes come in, so that the last flush does not have to wait for all of it. */
const FLUSH_BYTES = 64 * 1024 * 1024

export type BlobWriteFault = 'disk-full' | 'write-failed'

export interface BlobReader {
  /** Fills `into` from where the last read ended; fewer only at the end of the file. */
  readInto(into: Uint8Array): Promise<number>
  close(): Promise<void>
}

/** A content on its way in, for whoever is handed it piece by piece. */
export interface BlobWriting {
  append(bytes: Uint8Array): Promise<Result<null, BlobWriteFault>>
  /** Flushes it and gives it its name. */
  finish(): Promise<Result<null, BlobWriteFault>>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

export interface BlobFiles {
  /** As `write`, for content that is pushed. Ended by `finish` or `abandon`; after a fault only `abandon` is left. */
  begin(name: string): Promise<Result<BlobWriting, BlobWriteFault>>
  /** Temporary name, flush, rename, flush of the folder. A content that is not finished, for whatever reason, leaves nothing. */
  write<T, F>(name: string, content: (append: (bytes: Uint8Array) => Promise<void>) => Promise<Result<T, F>>): Promise<Result<T, F | BlobWriteFault>>
  /** Null where there is none. */
  sizeOf(name: string): number | null
  /** Null where there is none, or none that can be read. */
  read(name: string): Promise<BlobReader | null>
  remove(name: string): Promise<void>
  /** Removes what is not in `keep`: left by an interruption, or by a destruction that came no further than the database. Where it cannot be removed now, the next opening tries again. */
  sweep(keep: ReadonlySet<string>): void
}

export function blobFiles(folder: string): BlobFiles {
  const path = (name: string): string => {
    if (!NAME.test(name)) throw new Error('the name of a blob is 32 hexadecimal digits')
    return join(folder, name)
  }
  return {
    async write(name, content) {
      const part = `${path(name)}.part`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const written = await writeFlushed(part, content)
        if (written.ok) await rename(part, path(name))
        if (written.ok) await flushFolder(folder)
        return written
      } catch (error) {
        // Also what has its name already: a name that is not known to last is no content.
        await rm(path(name), { force: true }).catch(() => undefined)
        return err(writeFault(error))
      } finally {
        await rm(part, { force: true }).catch(() => undefined)
      }
    },
    async begin(name) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        return ok(pushed(await open(`${path(name)}.part`, 'wx', 0o600), path(name), folder))
      } catch (error) {
        return err(writeFault(error))
      }
    },
    sizeOf: (name) => statSync(path(name), { throwIfNoEntry: false })?.size ?? null,
    async read(name) {
      const handle = await open(path(name), 'r').catch(() => null)
      return handle === null ? null : reader(handle)
    },
    remove: (name) => rm(path(name), { force: true }),
    sweep(keep) {
      for (const name of namesIn(folder)) {
        if (!OURS.test(name) || keep.has(name)) continue
        try {
          rmSync(join(folder, name), { force: true })
        } catch {
          // Somebody else holds it open, as a scanner may on Windows. Its key is gone, and no vault stays shut for it.
        }
      }
    },
  }
}

async function writeFlushed<T, F>(part: string, content: (append: (bytes: Uint8Array) => Promise<void>) => Promise<Result<T, F>>): Promise<Result<T, F>> {
  const handle = await open(part, 'wx', 0o600)
  let unflushed = 0
  /** A flush that failed fails the whole. */
  let flushing: Promise<void> = Promise.resolve()
  let idle = true
  try {
    const written = await content(async (bytes) => {
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
      unflushed += bytes.length
      if (unflushed < FLUSH_BYTES || !idle) return
      unflushed = 0
      idle = false
      flushing = unheard(flushing.then(() => handle.datasync()).finally(() => { idle = true }))
    })
    await flushing
    if (written.ok) await handle.sync()
    return written
  } finally {
    await flushing.catch(() => undefined)
    await handle.close()
  }
}

function pushed(handle: FileHandle, path: string, folder: string): BlobWriting {
  let open = true
  const close = async (): Promise<void> => {
    if (open) await handle.close()
    open = false
  }
  const attempt = async (work: () => Promise<void>): Promise<Result<null, BlobWriteFault>> => {
    try {
      await work()
      return ok(null)
    } catch (error) {
      return err(writeFault(error))
    }
  }
  return {
    append: (bytes) => attempt(async () => {
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
    }),
    finish: () => attempt(async () => {
      await handle.sync()
      await close()
      await rename(`${path}.part`, path)
      await flushFolder(folder)
    }),
    async abandon() {
      await close().catch(() => undefined)
      for (const name of [`${path}.part`, path]) await rm(name, { force: true }).catch(() => undefined)
    },
  }
}

function reader(handle: FileHandle): BlobReader {
  return {
    async readInto(into) {
      let filled = 0
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, null)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return filled
    },
    close: () => handle.close(),
  }
}

/** Makes the new name itself durable. Windows has no such call for folders, and refuses. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // No attachment was ever added here.
    return []
  }
}

/** A fault of the file system is a value; anything else is ours. */
function writeFault(error: unknown): BlobWriteFault {
  if (isFullDisk(error) || hasCode(error, /^(?:EDQUOT|EFBIG)$/)) return 'disk-full'
  if (hasCode(error, /^E[A-Z]+$/)) return 'write-failed'
  throw error
}

function hasCode(error: unknown, codes: RegExp): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.test(error.code)
}
