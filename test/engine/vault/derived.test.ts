/** What is derived is checked against the events, and made anew byte for byte. */
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DERIVED } from '../../../electron/engine/handlers/derived.ts'
import type { Connection } from '../../../electron/engine/vault/connection.ts'
import { rowsOf, type Rows } from '../../fakes/databaseRows.ts'
import { openKnownVault, type KnownKey } from '../../fakes/knownKeyVault.ts'
import { temporaryFolder } from '../../fakes/testDelegation.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { MIGRATIONS } from '../../../electron/engine/vault/migrations.ts'
import { openConnection } from '../../../electron/engine/vault/connection.ts'
import { frozenFolder, thawVault } from '../../vectors/vaults.ts'

const root = temporaryFolder()
let rawKeyHex: string

beforeAll(async () => {
  rawKeyHex = await databaseKey(frozenFolder(MIGRATIONS.length))
  thawVault(MIGRATIONS.length, join(root, 'template'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function place(name: string): KnownKey {
  cpSync(join(root, 'template'), join(root, name), { recursive: true })
  return { folder: join(root, name), rawKeyHex }
}

function inDatabase<T>({ folder }: KnownKey, work: (db: Connection) => T): T {
  const connection = openConnection(join(folder, 'vault.db'), rawKeyHex, 'existing')
  if (!connection.ok) throw new Error(connection.error)
  try {
    return work(connection.value)
  } finally {
    connection.value.close()
  }
}

async function rebuild(ground: KnownKey, seed: number): Promise<void> {
  const vault = openKnownVault(ground, seed)
  await vault.call('vault.rebuild', {})
  expect((await vault.call('vault.verify', {})).faults).toEqual([])
  vault.close()
}

describe.each(DERIVED)('the $name', ({ name, tables }) => {
  const rows = (ground: KnownKey): Rows => inDatabase(ground, (db) => rowsOf(db, tables))

  it('agrees with the events of a vault that was worked with', async () => {
    const vault = openKnownVault(place(`${name} worked`), 2)
    expect((await vault.call('vault.verify', {})).faults).toEqual([])
    vault.close()
  })

  it('that was damaged is named, and made anew is the same, byte for byte, as one that never was', async () => {
    const [damaged, sound] = [place(`${name} damaged`), place(`${name} sound`)]
    inDatabase(damaged, (db) => db.exec('DELETE FROM search WHERE place = (SELECT max(place) FROM search)'))
    const vault = openKnownVault(damaged, 3)
    expect((await vault.call('vault.verify', {})).faults).toContainEqual(expect.stringContaining(name))
    vault.close()
    await rebuild(damaged, 4)
    await rebuild(sound, 5)
    expect(rows(damaged)).toEqual(rows(sound))
  })
})
