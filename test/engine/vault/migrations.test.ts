/** A vault of every version of the schema that there ever was opens, holds what it held, and is then as new as one made today. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../../../electron/engine/entry.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { openConnection, type Connection } from '../../../electron/engine/vault/connection.ts'
import { MIGRATIONS, NEWEST_VERSION, schemaVersion } from '../../../electron/engine/vault/migrations.ts'
import type { Engine } from '../../../electron/engine/entry.ts'
import type { Method, Output } from '../../../shared/ipc/contract.ts'
import { rowsOf, schemaOf, tablesOf, type Rows } from '../../fakes/databaseRows.ts'
import { PASSPHRASE, temporaryFolder } from '../../fakes/testDelegation.ts'
import { bytesOf, databaseKey } from '../../fakes/vaultFiles.ts'
import { frozenFolder, frozenHolding, isFrozen, thawVault } from '../../vectors/vaults.ts'

const VERSIONS = MIGRATIONS.map((_, at) => at + 1)
const COPY = 'before-migration.db'
const root = temporaryFolder()
const keys = new Map<number, string>()

beforeAll(async () => {
  for (const version of VERSIONS) if (isFrozen(version)) keys.set(version, await databaseKey(frozenFolder(version)))
}, 60_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

function inDatabase<T>(file: string, version: number, work: (db: Connection) => T): T {
  const connection = openConnection(file, keys.get(version) ?? '', 'existing')
  if (!connection.ok) throw new Error(connection.error)
  try {
    return work(connection.value)
  } finally {
    connection.value.close()
  }
}

/** A database of this very day, brought so far and no further. */
function schemaAt(version: number): unknown[] {
  const file = join(root, `schema-${version}-${Math.random()}.db`)
  const connection = openConnection(file, 'ab'.repeat(32), 'new')
  if (!connection.ok) throw new Error(connection.error)
  for (const step of MIGRATIONS.slice(0, version)) connection.value.exec(step)
  const schema = schemaOf(connection.value)
  connection.value.close()
  return schema
}

async function unlocked(folder: string): Promise<Engine> {
  const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
  expect(await engine.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true })
  return engine
}

async function ask<M extends Method>(engine: Engine, method: M, input: unknown): Promise<Output<M>> {
  const answer = await engine.call(method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

let thawed = 0
function thaw(version: number): string {
  const folder = join(root, `v${version}-${++thawed}`)
  thawVault(version, folder)
  return folder
}

const rowsIn = (folder: string, version: number, file = 'vault.db'): Rows => inDatabase(join(folder, file), version, (db) => rowsOf(db, tablesOf(db)))
/** Lines are added to the register by opening the vault, and the search index is derived. */
const isHeld = (table: string): boolean => !table.startsWith('register') && !table.startsWith('search')

/** A step may add columns behind those that were there. */
const inOldColumns = (row: unknown, before: readonly unknown[]): unknown => (Array.isArray(row) && Array.isArray(before[0]) ? row.slice(0, before[0].length) : row)

it('is frozen once in every version: after adding a migration, run `npm run freeze-vault` and commit what it makes', () => {
  expect(VERSIONS.filter((version) => !isFrozen(version))).toEqual([])
})

describe.each(VERSIONS)('a vault of version %i', (version) => {
  it('has the schema that the steps up to its version make: a released step is never changed', () => {
    expect(inDatabase(join(thaw(version), 'vault.db'), version, (db) => [schemaVersion(db), schemaOf(db)])).toEqual([version, schemaAt(version)])
  })

  it('opens with every row that it held, checks out, and has the newest schema', async () => {
    const folder = thaw(version)
    const before = rowsIn(folder, version)
    const engine = await unlocked(folder)
    expect(await ask(engine, 'vault.verify', {})).toMatchObject({ events: frozenHolding(version).events, faults: [] })
    await engine.close()
    const after = rowsIn(folder, version)
    for (const [table, rows] of Object.entries(before)) {
      if (isHeld(table)) expect(after[table]?.map((row) => inOldColumns(row, rows)), table).toEqual(rows)
      if (table === 'register') expect(after[table]?.slice(0, rows.length), table).toEqual(rows)
    }
    expect(inDatabase(join(folder, 'vault.db'), version, (db) => [schemaVersion(db), schemaOf(db)])).toEqual([NEWEST_VERSION, schemaAt(NEWEST_VERSION)])
  })

  it('shows what it was filled with', async () => {
    const folder = thaw(version)
    const { circle, dossier, text, draft, attachment, installation } = frozenHolding(version)
    const engine = await unlocked(folder)
    expect((await ask(engine, 'vault.status', {})).me).toMatchObject({ installation })
    expect((await ask(engine, 'circle.list', {})).circles.map((one) => one.circle)).toEqual([circle])
    expect((await ask(engine, 'dossier.show', { dossier })).state.positions.map((one) => one.remark).toSorted()).toEqual(['One', 'Two'])
    expect((await ask(engine, 'search.find', { query: 'calls on all', limit: 9, offset: 0 })).hits.length).toBeGreaterThan(0)
    const kept = await ask(engine, 'draft.show', { dossier, text, rev: 0, kind: 'suggestions' })
    if (draft !== null) expect(JSON.stringify(kept)).toContain(draft)
    if (attachment !== null) {
      const target = join(root, `out-${version}`)
      await ask(engine, 'attachment.export', { dossier, attachment: attachment.event, inTheClear: true, target: engine.grantTarget(target) })
      expect(hasher(readFileSync(target))).toBe(attachment.hash)
    }
    await engine.close()
  })

  it('leaves a copy of itself as it was, which goes when it has opened once more; a vault of today leaves none', async () => {
    const folder = thaw(version)
    const before = rowsIn(folder, version)
    await (await unlocked(folder)).close()
    expect(existsSync(join(folder, COPY))).toBe(version < NEWEST_VERSION)
    if (version < NEWEST_VERSION) {
      expect(rowsIn(folder, version, COPY)).toEqual(before)
      expect(inDatabase(join(folder, COPY), version, schemaVersion)).toBe(version)
    }
    await (await unlocked(folder)).close()
    expect(existsSync(join(folder, COPY))).toBe(false)
  })
})

describe('a vault of a version that is not known yet', () => {
  it('is refused and stays, byte for byte, as it is', async () => {
    const folder = thaw(NEWEST_VERSION)
    inDatabase(join(folder, 'vault.db'), NEWEST_VERSION, (db) => db.pragma(`user_version=${NEWEST_VERSION + 1}`))
    const before = bytesOf(folder)
    const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
    expect(await engine.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: false, error: { code: 'vault-newer' } })
    await engine.close()
    expect(bytesOf(folder)).toEqual(before)
  })
})
