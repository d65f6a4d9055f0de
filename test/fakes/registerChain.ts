/** A register of so many entries, as the table itself writes it, on a database in memory. */
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { createIdentity, hasher, ready, signerOf, verifier, type Identity } from '../../electron/engine/keys/index.ts'
import { migrate } from '../../electron/engine/vault/migrations.ts'
import type { Connection } from '../../electron/engine/vault/connection.ts'
import type { RegisterStatement } from '../../electron/engine/vault/registerEntry.ts'
import { registerTable, type RegisterPen, type RegisterTable } from '../../electron/engine/vault/registerTable.ts'
import type { DossierId } from '../../shared/base/identifiers.ts'
import { seededRandom } from './seededRandom.ts'

export interface RegisterChain {
  readonly db: Connection
  readonly table: RegisterTable
  readonly pen: RegisterPen
  append(): void
}

export async function registerChain(entries: number, seed = 5): Promise<RegisterChain> {
  await ready()
  const db: Connection = new Sqlite(':memory:')
  const migrated = migrate(db, 'new')
  if (!migrated.ok) throw new Error(migrated.error)
  const table = registerTable(db)
  const pen = penOf(createIdentity(seededRandom(seed)))
  let written = 0
  const append = (): void => {
    written += 1
    table.append(statement(written), pen)
  }
  db.transaction(() => {
    for (let at = 0; at < entries; at++) append()
  })()
  return { db, table, pen, append }
}

export function penOf(identity: Identity): RegisterPen {
  const { installation, signingKey } = identity
  return {
    installation, who: 'Žofie Heronová (CZ)', hash: hasher, sign: signerOf(identity),
    verify: (signer, label, message, signature) => (signer === null || signer === installation) && verifier(signingKey, label, message, signature),
  }
}

export function statement(at: number): RegisterStatement {
  const refused = at % 7 === 0
  return {
    atUtcMs: 1_800_000_000_000 + at * 60_000, action: refused ? 'bundle.preview' : 'text.viewed', subject: `Text ${at}`, result: refused ? 'refused' : 'done',
    code: refused ? 'bundle-altered' : null, stage: refused ? 'payload' : null, dossier: 'd'.repeat(64) as DossierId,
    marking: { limite: true, classification: 'NONE', tlp: at % 2 === 0 ? 'AMBER' : null, releasableTo: [] }, details: [['number', String(at)]],
  }
}
