/**
 * The file `lock` in the vault folder: who has the vault open. It gives a quick refusal that names the holder; the exclusive lock on the
 * database itself is what holds if two processes race for a stale file, or somebody takes the file away.
 */
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { encodeHolder, holderOn, mayLive, parseHolder, thisMachine, type LockHolder, type LockMachine } from './lockHolder.ts'

export interface VaultLock {
  release(): void
}

/** The vault is held, here or on another host. `holder` is null where the file does not let itself be read. */
export interface Busy {
  readonly holder: LockHolder | null
  readonly elsewhere: boolean
}

/** What an honest lock file is far below. */
const MOST_BYTES = 4096

/** Folders that this very process has open: its own process identifier in a file proves nothing. */
const heldHere = new Map<string, LockHolder>()

export function acquireLock(folder: string, machine: LockMachine = thisMachine): Result<VaultLock, Busy> {
  const file = join(folder, 'lock')
  const mine = holderOn(machine)
  const here = heldHere.get(folder)
  if (here !== undefined) return err(busyWith(here, machine))
  if (!writeLock(file, encodeHolder(mine))) {
    const found = readHolder(file)
    if (found === 'hidden' || (found !== 'nobody' && mayLive(found, machine))) return err(busyWith(found, machine))
    rmSync(file, { force: true })
    if (!writeLock(file, encodeHolder(mine))) return err(busyWith(readHolder(file), machine))
  }
  heldHere.set(folder, mine)
  return ok({
    release() {
      if (!heldHere.delete(folder)) return
      // Taken away by a person and written anew by another process, it is no longer ours to remove.
      const now = readHolder(file)
      if (typeof now === 'object' && encodeHolder(now) === encodeHolder(mine)) rmSync(file, { force: true })
    },
  })
}

function busyWith(found: Found, machine: LockMachine): Busy {
  return typeof found === 'object' ? { holder: found, elsewhere: found.host !== machine.host } : { holder: null, elsewhere: false }
}

/** False where the file is there already. Everybody who is let into the folder may read it; that is what it is for. */
function writeLock(file: string, content: string): boolean {
  let handle: number
  try {
    handle = openSync(file, 'wx', 0o644)
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
  try {
    writeSync(handle, content)
    // A power cut must not leave a file that names nobody.
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  return true
}

/** `nobody`: there is no file any more, or its writer did not live to finish it. `hidden`: it cannot be read, which may be a matter of rights. */
type Found = LockHolder | 'nobody' | 'hidden'

function readHolder(file: string): Found {
  try {
    return parseHolder(firstBytes(file)) ?? 'nobody'
  } catch (error) {
    return hasCode(error, 'ENOENT') ? 'nobody' : 'hidden'
  }
}

function firstBytes(file: string): string {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(MOST_BYTES)
    return bytes.toString('utf8', 0, readSync(handle, bytes))
  } finally {
    closeSync(handle)
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
