/**
 * The file `lock` in the vault folder: which process has the vault open. It gives a quick and clear refusal;
 * the exclusive lock on the database itself is what holds if two processes race for a stale file.
 */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/base/result.ts'

export interface VaultLock {
  release(): void
}

/** Folders that this very process has open: its own process identifier in a file proves nothing. */
const heldHere = new Set<string>()

export function acquireLock(folder: string): Result<VaultLock, 'busy'> {
  const file = join(folder, 'lock')
  if (heldHere.has(folder)) return err('busy')
  if (!writeLock(file)) {
    if (isHeld(file)) return err('busy')
    rmSync(file, { force: true })
    if (!writeLock(file)) return err('busy')
  }
  heldHere.add(folder)
  return ok({
    release() {
      if (heldHere.delete(folder)) rmSync(file, { force: true })
    },
  })
}

/** False where the file is there already. */
function writeLock(file: string): boolean {
  let handle: number
  try {
    handle = openSync(file, 'wx', 0o600)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
  try {
    writeSync(handle, `${process.pid}\n`)
  } finally {
    closeSync(handle)
  }
  return true
}

function isHeld(file: string): boolean {
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10)
  // Our own number in a file that this process did not write: left by a dead process of the same number.
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
