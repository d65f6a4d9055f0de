/**
 * The vault folder: `vault.key`, `vault.db`, `blobs`, `lock`, and `new` while a vault is being made. Names are fixed, so that the folder tells nothing.
 * A new vault is made whole in `new` and moved out of it, key file last: a folder with a key file holds a finished vault.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { blobFiles } from './blobFiles.ts'
import { openConnection, type ConnectionFault } from './connection.ts'
import { migrate } from './migrations.ts'
import { replaceFile, type Disk } from './replaceFile.ts'
import { createStore, type Store } from './store.ts'

const KEY_FILE = 'vault.key'
const DATABASE = 'vault.db'
const BLOBS = 'blobs'
const STAGING = 'new'
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
  return openAt(folder, rawKeyHex, 'existing')
}

/** `fill` writes what a vault must have from its first moment. Only where `vaultExists` is false. */
export function makeVault(folder: string, keyFile: Uint8Array, rawKeyHex: string, fill: (store: Store) => void): void {
  const staging = join(folder, STAGING)
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  try {
    fillDatabase(staging, rawKeyHex, fill)
    writeDurably(join(staging, KEY_FILE), keyFile)
    for (const name of [DATABASE, KEY_FILE]) renameSync(join(staging, name), join(folder, name))
  } finally {
    if (existsSync(join(folder, KEY_FILE)) || !existsSync(join(folder, DATABASE))) rmSync(staging, { recursive: true, force: true })
  }
  syncFolder(folder)
}

function fillDatabase(folder: string, rawKeyHex: string, fill: (store: Store) => void): void {
  const store = openAt(folder, rawKeyHex, 'new')
  if (!store.ok) throw new Error(`a new database does not open: ${store.error}`)
  try {
    store.value.transaction(() => fill(store.value))
  } finally {
    store.value.close()
  }
}

function openAt(folder: string, rawKeyHex: string, mode: 'existing' | 'new'): Result<Store, StoreFault> {
  const connection = openConnection(join(folder, DATABASE), rawKeyHex, mode)
  if (!connection.ok) return connection
  const migrated = migrate(connection.value, mode)
  if (migrated.ok) return ok(createStore(connection.value, blobFiles(join(folder, BLOBS))))
  connection.value.close()
  return err(migrated.error)
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeSync(handle, bytes)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Windows has no such call; there the rename itself is journalled. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
