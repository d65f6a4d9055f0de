/** Puts a small file in the place of another, whole: whoever reads it at any moment, also after a power cut, finds the old or the new one. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** The calls that it takes, so that a test can fail each of them. */
export interface Disk {
  readonly remove: (path: string) => void
  /** For writing; the file must not be there. */
  readonly create: (path: string) => number
  /** May write less than it was given; answers how much. */
  readonly write: (handle: number, bytes: Uint8Array) => number
  readonly flush: (handle: number) => void
  readonly close: (handle: number) => void
  readonly rename: (from: string, to: string) => void
  readonly openFolder: (path: string) => number
}

export const machineDisk: Disk = {
  remove: (path) => rmSync(path, { force: true }),
  create: (path) => openSync(path, 'wx', 0o600),
  write: (handle, bytes) => writeSync(handle, bytes),
  flush: fsyncSync,
  close: closeSync,
  rename: renameSync,
  openFolder: (path) => openSync(path, 'r'),
}

/** `path.new` is ours: remains of a replacement that was cut off are removed. Throws what the disk throws; the old file may then stand or the new. */
export function replaceFile(path: string, bytes: Uint8Array, disk: Disk = machineDisk): void {
  const beside = besidePath(path)
  disk.remove(beside)
  const handle = disk.create(beside)
  try {
    for (let at = 0; at < bytes.length;) at += disk.write(handle, bytes.subarray(at))
    disk.flush(handle)
  } finally {
    disk.close(handle)
  }
  disk.rename(beside, path)
  flushFolder(dirname(path), disk)
}

/** An empty file that nobody else may read: what SQLite makes itself, everybody may. `path` must not be there. */
export function makePrivate(path: string): void {
  closeSync(openSync(path, 'wx', 0o600))
}

/** Where the new file is written before it takes its place. */
export function besidePath(path: string): string {
  return `${path}.new`
}

/** Windows has no such call; there the rename itself is journalled. */
export function flushFolder(folder: string, disk: Disk = machineDisk): void {
  if (process.platform === 'win32') return
  const handle = disk.openFolder(folder)
  try {
    disk.flush(handle)
  } finally {
    disk.close(handle)
  }
}
