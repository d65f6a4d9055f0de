/** Opens the encrypted database file. Every setting is read back: a setting that did not take is a bug, never a default. */
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import type Database from 'better-sqlite3'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { makePrivate } from './replaceFile.ts'

export type Connection = Database.Database

/** `absent`: no such file. `busy`: another process has it open. `damaged`: not a database under this key. */
export type ConnectionFault = 'absent' | 'busy' | 'damaged'

const PLAINTEXT_MAGIC = 'SQLite format 3'
/** SQLite's own numbers: FULL is 2, MEMORY is 2. */
const SETTINGS: readonly (readonly [name: string, value: string, readBack: string | number])[] = [
  // The operating system's own lock, which a killed process cannot leave behind; it also keeps the WAL index out of shared memory.
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['cell_size_check', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['mmap_size', '0', 0],
  ['foreign_keys', 'ON', 1],
]

/** `mode` says whether the file must exist: an existing vault is never re-created, a new one never takes over a file. */
export function openConnection(file: string, rawKeyHex: string, mode: 'existing' | 'new'): Result<Connection, ConnectionFault> {
  // SQLite takes a malformed raw key for a passphrase without a word.
  if (!/^[0-9a-f]{64}$/.test(rawKeyHex)) throw new Error('the database key is 64 hexadecimal digits')
  if (mode === 'existing' && !existsSync(file)) return err('absent')
  if (mode === 'new' && existsSync(file)) throw new Error('a new database takes over no file')
  if (mode === 'new') {
    makePrivate(file)
    const made = open(file, rawKeyHex, mode)
    if (!made.ok) return made
    made.value.close()
  }
  // Only while no connection is open: closing any other handle on the file would drop SQLite's lock on it (POSIX locks).
  return isPlaintext(file) ? err('damaged') : open(file, rawKeyHex, 'existing')
}

function open(file: string, rawKeyHex: string, mode: 'existing' | 'new'): Result<Connection, ConnectionFault> {
  const db = new Sqlite(file, { fileMustExist: true, timeout: 0 })
  try {
    const fault = prepare(db, rawKeyHex, mode)
    if (fault === null) return ok(db)
    db.close()
    return err(fault)
  } catch (error) {
    // Left open, it would hold the lock on the file.
    db.close()
    throw error
  }
}

function prepare(db: Connection, rawKeyHex: string, mode: 'existing' | 'new'): ConnectionFault | null {
  try {
    setAndCheck(db, 'cipher', 'sqlcipher', 'sqlcipher')
    setAndCheck(db, 'legacy', '4', '4')
    db.pragma(`key="x'${rawKeyHex}'"`)
    for (const [name, value, readBack] of SETTINGS) setAndCheck(db, name, value, readBack)
    // Reads the first page, so that a wrong key shows here; a new file gets its first page, so that it can be seen to be encrypted.
    db.exec(mode === 'new' ? 'CREATE TABLE first (page INTEGER); DROP TABLE first; PRAGMA wal_checkpoint(TRUNCATE)' : 'SELECT count(*) FROM sqlite_master')
    return null
  } catch (error) {
    return faultOf(error)
  }
}

function setAndCheck(db: Connection, name: string, value: string, readBack: string | number): void {
  db.pragma(`${name}=${name === 'cipher' ? `'${value}'` : value}`)
  const now: unknown = db.pragma(name, { simple: true })
  if (now !== readBack) throw new Error(`the database setting ${name} did not take`)
}

/** A fault of the file is a value; anything else is ours. */
export function faultOf(error: unknown): ConnectionFault {
  const code = error instanceof Sqlite.SqliteError ? error.code : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'busy'
  if (isDamage(error)) return 'damaged'
  throw error
}

/** Pages that do not decrypt, do not authenticate, or cannot be read. */
export function isDamage(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT|IOERR)/.test(error.code)
}

/** Something was to be written into a vault that is open for reading only. */
export function isFrozen(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_READONLY')
}

export function isFullDisk(error: unknown): boolean {
  if (error instanceof Sqlite.SqliteError) return error.code.startsWith('SQLITE_FULL')
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}

/** What the operating system says of a file or folder; a full disk apart. */
export function isFileFault(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code) && error.code !== 'ENOSPC'
}

function isPlaintext(file: string): boolean {
  const first = new Uint8Array(PLAINTEXT_MAGIC.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, first)
  } finally {
    closeSync(handle)
  }
  return Buffer.from(first).toString('latin1') === PLAINTEXT_MAGIC
}
