/** A vault folder seen from outside: its bytes, and its database for somebody who has the passphrase. */
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hex } from '../../shared/base/bytes.ts'
import { backupKeyOf, hasher, openKeyFile, passphraseSecret, ready, subkeyOf } from '../../electron/engine/keys/index.ts'
import { openConnection, type Connection } from '../../electron/engine/vault/connection.ts'
import { openStore } from '../../electron/engine/vault/vaultFolder.ts'
import type { Store } from '../../electron/engine/vault/store.ts'
import { PASSPHRASE } from './testDelegation.ts'

/** Hash of each file below a folder, by its path. */
export function bytesOf(folder: string): ReadonlyMap<string, string> {
  return new Map(filesBelow(folder).map((path) => [path, hasher(readFileSync(path))]))
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).toSorted()
}

/** Files that hold one of these words, as UTF-8 or UTF-16, in whatever case. */
export function filesHolding(folder: string, words: readonly string[]): string[] {
  return filesBelow(folder).filter((path) => {
    const bytes = readFileSync(path)
    // A copy: Node 24.21 corrupts its heap where it reads UTF-16 from an odd address to an odd end.
    const readings = [bytes.toString('latin1'), bytes.toString('utf16le'), Buffer.from(bytes.subarray(1)).toString('utf16le')].map((text) => text.toLowerCase())
    return words.some((word) => readings.some((reading) => reading.includes(word.toLowerCase())))
  })
}

export async function databaseKey(folder: string): Promise<string> {
  await ready()
  const opened = openKeyFile(readFileSync(join(folder, 'vault.key')), passphraseSecret(PASSPHRASE))
  if (!opened.ok) throw new Error(opened.error)
  return hex(subkeyOf(opened.value.dek, 'db'))
}

/** What the backups of a vault are sealed with. */
export async function backupKey(folder: string): Promise<string> {
  await ready()
  const opened = openKeyFile(readFileSync(join(folder, 'vault.key')), passphraseSecret(PASSPHRASE))
  if (!opened.ok) throw new Error(opened.error)
  return hex(backupKeyOf(opened.value.dek))
}

/** Runs `work` on the database of a closed vault. */
export async function withDatabase<T>(folder: string, work: (db: Connection) => T): Promise<T> {
  const connection = openConnection(join(folder, 'vault.db'), await databaseKey(folder), 'existing')
  if (!connection.ok) throw new Error(connection.error)
  try {
    return work(connection.value)
  } finally {
    connection.value.close()
  }
}

export async function openTables(folder: string): Promise<Store> {
  const store = openStore(folder, await databaseKey(folder))
  if (!store.ok) throw new Error(store.error)
  return store.value
}

export function copyVault(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
}
