/**
 * The vault folder: `vault.key`, `vault.db`, `blobs`, `lock`, `new` while a vault is being made, and `before-migration.db` after its schema
 * moved on. Names are fixed, so that the folder tells nothing.
 * A new vault is made whole in `new` and moved out of it, key file last: a folder with a key file holds a finished vault.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { incomingFiles } from './incomingFiles.ts'
import { blobFiles } from './blobFiles.ts'
import { openConnection, type ConnectionFault } from './connection.ts'
import { keepDatabaseCopy } from './databaseCopy.ts'
import { migrate, NEWEST_VERSION } from './migrations.ts'
import { besidePath, flushFolder, replaceFile, type Disk } from './replaceFile.ts'
import { createStore, type Store } from './store.ts'

export const KEY_FILE = 'vault.key'
export const DATABASE = 'vault.db'
export const BLOBS = 'blobs'
export const STAGING = 'new'
export const BEFORE_MIGRATION = 'before-migration.db'
const INCOMING = 'incoming'
/** A key file has a fixed size far below this; whatever is larger is none. */
const MOST_KEY_FILE_BYTES = 64 * 1024

export type StoreFault = ConnectionFault | 'newer'

/** `false` also while only the remains of an interrupted making are there: nobody was ever told that this vault exists. */
export function vaultExists(folder: string): boolean {
  if (existsSync(join(folder, KEY_FILE))) return true
  return existsSync(join(folder, DATABASE)) && !existsSync(join(folder, STAGING, KEY_FILE))
}

/** Null where there is none, or none of a possible size. */
export function readKeyFile(folder: string): Uint8Array | null {
  try {
    const bytes = readFileSync(join(folder, KEY_FILE))
    return bytes.length <= MOST_KEY_FILE_BYTES ? bytes : null
  } catch {
    return null
  }
}

/** Throws what the disk throws. The old key file or the new one then stands, never a part. */
export function replaceKeyFile(folder: string, bytes: Uint8Array, disk?: Disk): void {
  replaceFile(join(folder, KEY_FILE), bytes, disk)
}

/** An existing vault, brought up to date. A vault that does not open is left as it is. */
export function openStore(folder: string, rawKeyHex: string): Result<Store, StoreFault> {
  const opened = openAt(folder, rawKeyHex, 'existing')
  if (opened.ok) forgetStaging(folder)
  return opened
}

/**
 * What a making left that was struck after its last move, and the key file that a struck change of passphrase never put in its place: it
 * may open with a passphrase that no longer counts. Where they cannot be removed now, the next opening tries again.
 */
function forgetStaging(folder: string): void {
  try {
    if (!existsSync(join(folder, KEY_FILE))) return
    rmSync(join(folder, STAGING), { recursive: true, force: true })
    rmSync(besidePath(join(folder, KEY_FILE)), { force: true })
  } catch {
    // It holds nothing that anybody needs.
  }
}

/**
 * The database as it was before the schema moved on stays until the vault has been opened once more and found sound, or until something in
 * the vault is destroyed, which must not live on in it. Where it cannot be removed now, the next opening tries again.
 */
function forgetBeforeMigration(folder: string): void {
  try {
    rmSync(join(folder, BEFORE_MIGRATION), { force: true })
  } catch {
    // The next opening tries again.
  }
}

/** `fill` writes what a vault must have from its first moment. Only where `vaultExists` is false. A fault is one of the disk. */
export function makeVault(folder: string, keyFile: Uint8Array, rawKeyHex: string, fill: (store: Store) => void): Result<void, StoreFault> {
  const staging = join(folder, STAGING)
  // The database that an interrupted making moved goes first: without the key file in `new` it would count as a vault.
  for (const name of [DATABASE, `${DATABASE}-wal`]) rmSync(join(folder, name), { force: true })
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  try {
    const filled = fillDatabase(staging, rawKeyHex, fill)
    if (!filled.ok) return filled
    writeDurably(join(staging, KEY_FILE), keyFile)
    for (const name of [DATABASE, KEY_FILE]) renameSync(join(staging, name), join(folder, name))
  } finally {
    if (existsSync(join(folder, KEY_FILE)) || !existsSync(join(folder, DATABASE))) rmSync(staging, { recursive: true, force: true })
  }
  flushFolder(folder)
  return ok(undefined)
}

function fillDatabase(folder: string, rawKeyHex: string, fill: (store: Store) => void): Result<void, StoreFault> {
  const store = openAt(folder, rawKeyHex, 'new')
  if (!store.ok) return store
  try {
    store.value.transaction(() => fill(store.value))
    return ok(undefined)
  } finally {
    store.value.close()
  }
}

export function openAt(folder: string, rawKeyHex: string, mode: 'existing' | 'new'): Result<Store, StoreFault> {
  const connection = openConnection(join(folder, DATABASE), rawKeyHex, mode)
  if (!connection.ok) return connection
  try {
    const migrated = migrate(connection.value, mode, () => keepDatabaseCopy(connection.value, join(folder, BEFORE_MIGRATION), rawKeyHex))
    if (migrated.ok) {
      const migratedFrom = mode === 'existing' && migrated.value < NEWEST_VERSION ? migrated.value : null
      return ok(createStore(connection.value, blobFiles(join(folder, BLOBS)), { migratedFrom, forgetOldCopy: () => forgetBeforeMigration(folder) }, incomingFiles(join(folder, INCOMING))))
    }
    connection.value.close()
    return err(migrated.error)
  } catch (error) {
    connection.value.close()
    throw error
  }
}

export function writeDurably(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    // A disk that is nearly full takes a part, and says so only in the number.
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
