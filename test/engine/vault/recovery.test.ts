/** docs/recovery.md, done by an implementation that shares no code with the product. */
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKeyFrom } from '../../fakes/keyFileReader.ts'
import { decryptDatabase, PageAltered } from '../../fakes/sqlcipherPages.ts'
import { makeDelegation, PASSPHRASE, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition, TITLE } from '../../fakes/testDossier.ts'
import { databaseKey, openTables } from '../../fakes/vaultFiles.ts'
import { hex } from '../../../shared/base/bytes.ts'

let root: string
let one: TestDelegation
/** As a killed engine leaves it: what was written last stands in the WAL alone. */
let killed: string
let closed: string

beforeAll(async () => {
  root = temporaryFolder()
  ;[killed, closed] = [join(root, 'killed'), join(root, 'vault')]
  one = await makeDelegation({ folder: closed, delegation: 'CZ' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  const dossier = await openDossier(one, circle, ['CZ'])
  for (const remark of ['One', 'Two', 'Three']) await takePosition(one, dossier, remark)
  cpSync(closed, killed, { recursive: true })
  await one.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Every row of every table, as somebody outside reads it. */
function rowsOf(plain: Buffer): Record<string, unknown[]> {
  const db = new Sqlite(plain)
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const tables = db.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all()
    return Object.fromEntries(tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]))
  } finally {
    db.close()
  }
}

function decrypted(folder: string): Buffer {
  const file = readFileSync(join(folder, 'vault.db'))
  const wal = folder === killed ? readFileSync(join(folder, 'vault.db-wal')) : Buffer.alloc(0)
  return decryptDatabase(file, databaseKeyFrom(readFileSync(join(folder, 'vault.key')), PASSPHRASE), wal)
}

describe('the way back without Chancery', () => {
  it('derives the same database key from key file and passphrase, and none from another passphrase', async () => {
    expect(hex(databaseKeyFrom(readFileSync(join(closed, 'vault.key')), PASSPHRASE))).toBe(await databaseKey(closed))
    expect(() => databaseKeyFrom(readFileSync(join(closed, 'vault.key')), `${PASSPHRASE}.`)).toThrow('passphrase')
  })

  it('reads from a closed vault exactly what the engine holds', async () => {
    const rows = rowsOf(decrypted(closed))
    const store = await openTables(closed)
    const [events, register] = [store.events.all(), store.register.rows()]
    store.close()
    expect(events).toHaveLength(5)
    expect(rows['events']).toMatchObject(events.map(({ circle, event, admittedAtUtcMs }) => ({ id: event.id, circle, admitted_at: admittedAtUtcMs, seq: event.header.seq })))
    const bytes = (column: string): Uint8Array[] => (rows['events'] ?? []).map((row) => new Uint8Array((row as Record<string, Uint8Array>)[column] ?? []))
    expect(bytes('header')).toEqual(events.map(({ event }) => event.signed.header))
    expect(bytes('signature')).toEqual(events.map(({ event }) => event.signed.signature))
    expect(bytes('body')).toEqual(events.map(({ event }) => event.signed.body))
    expect(rows['register']).toEqual(register)
  })

  it('reads from a vault whose engine was killed what stood in the WAL alone', () => {
    expect(readFileSync(join(killed, 'vault.db-wal')).length).toBeGreaterThan(4096)
    expect(rowsOf(decrypted(killed))).toEqual(rowsOf(decrypted(closed)))
  })

  it('gives a file that an SQLite which knows no encryption opens', () => {
    const path = join(root, 'plain.db')
    new Sqlite(decrypted(closed)).exec(`VACUUM INTO '${path}'`)
    const db = new DatabaseSync(path, { readOnly: true })
    const bodies = db.prepare('SELECT body FROM events').all()
    db.close()
    expect(bodies.some(({ body }) => Buffer.from(body as Uint8Array).includes(TITLE))).toBe(true)
  })

  it('names the page that was altered', () => {
    const key = databaseKeyFrom(readFileSync(join(closed, 'vault.key')), PASSPHRASE)
    const file = readFileSync(join(closed, 'vault.db'))
    file[4096 * 2 + 77] = (file[4096 * 2 + 77] ?? 0) ^ 1
    expect(() => decryptDatabase(file, key)).toThrow(PageAltered)
    expect(() => decryptDatabase(file, key)).toThrow('page 3')
  })
})
