/** Writing for the outside: `x.part`, flush, name it, flush the folder, read it back. Never over anything that is there. */
import { link, lstat, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { equalBytes } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import type { RefusalCode } from '../../../shared/ipc/refusal.ts'

export type WriteFault = Extract<RefusalCode, 'target-exists' | 'write-failed' | 'verify-failed' | 'disk-full'>

const READ_BACK_BYTES = 65_536

/** Sees every byte twice: as it is written, and as the file gives it back. */
export interface WriteCheck {
  wrote(part: Uint8Array): void
  readBack(part: Uint8Array): void
  /** After both passes. */
  agrees(): boolean
}

export interface Written {
  /** For whoever writes it alone, where the file system knows whom a file is for. Left out: as the machine is set. */
  readonly secret: boolean
}

export function writeFile(path: string, bytes: Uint8Array, written: Written = { secret: false }): Promise<Result<WrittenFile, WriteFault>> {
  let at = 0
  let same = true
  return writeParts(path, [bytes], {
    wrote: () => undefined,
    readBack(part) {
      same &&= equalBytes(part, bytes.subarray(at, at + part.length))
      at += part.length
    },
    agrees: () => same && at === bytes.length,
  }, written)
}

/** Each part is only lent until the next is asked for. */
type Parts = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** For content that is made as it is written. What failed leaves nothing behind. */
export async function writeParts(path: string, parts: Parts, check: WriteCheck, { secret }: Written = { secret: false }): Promise<Result<WrittenFile, WriteFault>> {
  const part = `${path}.part`
  if (await exists(path)) return err('target-exists')
  let named = false
  try {
    await rm(part, { force: true })
    const sizeBytes = await writeFlushed(part, parts, check, secret)
    named = await giveName(part, path)
    if (!named) return err('target-exists')
    await flushFolder(dirname(path))
    await readBack(path, check)
    if (check.agrees()) return ok({ fileName: basename(path), sizeBytes })
    await rm(path, { force: true })
    return err('verify-failed')
  } catch (error) {
    if (named) await rm(path, { force: true }).catch(() => undefined)
    return err(faultOf(error))
  } finally {
    await rm(part, { force: true }).catch(() => undefined)
  }
}

async function writeFlushed(part: string, parts: Parts, check: WriteCheck, secret: boolean): Promise<number> {
  // Exclusive: whatever else might stand there, a symbolic link on a stick for example, is not written through.
  const handle = await open(part, 'wx', secret ? 0o600 : 0o666)
  try {
    let sizeBytes = 0
    for await (const bytes of parts) {
      check.wrote(bytes)
      await writeAll(handle, bytes)
      sizeBytes += bytes.length
    }
    await handle.sync()
    return sizeBytes
  } finally {
    await handle.close()
  }
}

export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at, bytes.length - at)).bytesWritten
}

/** By a hard link, which replaces nothing and is there whole or not at all; `part` is removed by the caller. */
export async function giveName(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path)
    return true
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? false : giveNameOnStick(part, path)
  }
}

/** The usual format of sticks knows no hard links. The name is reserved first there, because a rename would replace silently. */
async function giveNameOnStick(part: string, path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close()
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    await rename(part, path)
    return true
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Makes the new name itself durable. Windows has no such call for folders, and refuses. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function readBack(path: string, check: WriteCheck): Promise<void> {
  const handle = await open(path, 'r')
  try {
    const buffer = new Uint8Array(READ_BACK_BYTES)
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
      if (bytesRead === 0) return
      check.readBack(buffer.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(() => true, () => false)
}

export function faultOf(error: unknown): WriteFault {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' ? 'disk-full' : 'write-failed'
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null
}
