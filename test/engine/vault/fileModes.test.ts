/** On a machine that several people use, the folder of the vault may lie where others look: every file in it is its owner's alone, but the one that tells who has it open. */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEngine } from '../../../electron/engine/entry.ts'
import { keepMoments } from '../../../electron/main/reminderFile.ts'
import { copyDatabase } from '../../../electron/engine/vault/databaseCopy.ts'
import { makeDelegation, PASSPHRASE, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { withDatabase } from '../../fakes/vaultFiles.ts'

const root = temporaryFolder()
const folder = join(root, 'vault')
let one: TestDelegation

beforeAll(async () => {
  // Made before by somebody, and open to all.
  mkdirSync(folder, { mode: 0o755 })
  one = await makeDelegation({ folder, delegation: 'CZ' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  const dossier = await openDossier(one, circle, ['CZ'])
  writeFileSync(join(root, 'heron.bin'), 'grey')
  await one.call('attachment.add', { dossier, source: one.source(join(root, 'heron.bin')), marking: { limite: true, classification: 'NONE', tlp: 'RED', releasableTo: [] }, limitedTo: ['CZ'] })
  const other = await createEngine({ vaultFolder: folder, kdf: 'floor' })
  await other.call('vault.unlock', { passphrase: 'not the passphrase at all' })
  await other.close()
}, 60_000)
afterAll(async () => {
  await one.close()
  rmSync(root, { recursive: true, force: true })
})

/** What anybody but the owner may do, by name. */
function openToOthers(below: string): string[] {
  return readdirSync(below, { withFileTypes: true, recursive: true }).map((entry) => join(entry.parentPath, entry.name)).filter((path) => (statSync(path).mode & 0o077) !== 0).map((path) => path.slice(below.length + 1))
}

test('an open vault, its journal, its contents and its head are for the owner alone', () => {
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['vault.db', 'vault.db-wal', 'vault.head', 'vault.key', 'blobs', 'lock']))
  expect(openToOthers(folder)).toEqual(['lock'])
})

test('so are a copy of its database, a vault that came out of a backup, a key file and the list of moments', async () => {
  const stick = join(root, 'stick')
  mkdirSync(stick)
  const { fileName } = await one.call('backup.write', { target: one.target(stick) })
  const { fileName: key } = await one.call('keyFile.make', { target: one.target(stick) })
  expect(openToOthers(stick)).not.toContain(key)
  await one.close()
  await withDatabase(folder, (db) => copyDatabase(db, join(folder, 'copy.db')))
  keepMoments(join(folder, 'reminders.json'), [1])
  const restored = join(root, 'restored')
  const engine = await createEngine({ vaultFolder: restored, kdf: 'floor' })
  expect(await engine.call('backup.restore', { source: engine.grantSource(join(stick, fileName)), passphrase: PASSPHRASE, replace: false })).toMatchObject({ ok: true })
  await engine.close()
  expect([...openToOthers(folder), ...openToOthers(restored)]).toEqual([])
  await one.reopen()
})
