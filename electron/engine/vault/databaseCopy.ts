/** A whole copy of the open database at one moment, under the same key: no page of it is ever plain. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { openConnection, type Connection } from './connection.ts'
import { flushFolder, machineDisk, makePrivate } from './replaceFile.ts'

/** `path` must not be there. Throws what the disk throws. */
export function copyDatabase(db: Connection, path: string): void {
  makePrivate(path)
  // Not the bytes of the file, of which the last part may still lie in the journal. The copy is encrypted as its source is.
  db.prepare('VACUUM INTO ?').run(path)
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** In the place of what may stand there: `path.part`, read back whole, renamed. What fails is thrown, and then nothing has the name that did not have it before. */
export function keepDatabaseCopy(db: Connection, path: string, rawKeyHex: string): void {
  const part = `${path}.part`
  forgetDatabase(part)
  try {
    copyDatabase(db, part)
    if (!isSoundDatabase(part, rawKeyHex)) throw Object.assign(new Error('the copy of the database does not read back'), { code: 'EIO' })
    renameSync(part, path)
    flushFolder(dirname(path), machineDisk)
  } finally {
    forgetDatabase(part)
  }
}

/** Every page read and authenticated, every table and index agreeing. */
export function isSoundDatabase(path: string, rawKeyHex: string): boolean {
  const copy = openConnection(path, rawKeyHex, 'existing')
  if (!copy.ok) return false
  try {
    return copy.value.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(1)').get()?.integrity_check === 'ok'
  } finally {
    copy.value.close()
  }
}

function forgetDatabase(path: string): void {
  for (const name of [path, `${path}-wal`, `${path}-journal`]) rmSync(name, { force: true })
}
