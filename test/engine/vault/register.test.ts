import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeDelegation, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import { withDatabase } from '../../fakes/vaultFiles.ts'
import type { Connection } from '../../../electron/engine/vault/connection.ts'

let root: string
let one: TestDelegation

beforeEach(async () => {
  root = temporaryFolder()
  one = await makeDelegation({ folder: join(root, 'vault'), delegation: 'CZ' })
  await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  await one.call('card.write', { target: one.target(root) })
})
afterEach(async () => {
  await one.close()
  rmSync(root, { recursive: true, force: true })
})

async function faultsAfter(tamper: (db: Connection) => void): Promise<string[]> {
  await one.close()
  await withDatabase(one.folder, (db) => {
    db.exec('DROP TRIGGER register_is_never_changed; DROP TRIGGER register_is_never_shortened')
    tamper(db)
  })
  await one.reopen()
  return (await one.call('vault.verify', {})).faults
}

describe('the register', () => {
  it('has a line for each thing done, newest first, each naming what it was about', async () => {
    const { entries, total } = await one.call('register.list', { limit: 10 })
    expect(entries.map((entry) => entry.action)).toEqual(['card.written', 'circle.founded', 'vault.created'])
    expect(entries.map((entry) => entry.seq)).toEqual([3, 2, 1])
    expect(total).toBe(3)
    expect(entries[1]?.subject).toBe('Herons')
  })

  it('is found sound where nobody touched it', async () => {
    expect(await one.call('vault.verify', {})).toMatchObject({ events: 1, registerEntries: 3, faults: [] })
  })

  it('names an entry that was altered', async () => {
    expect(await faultsAfter((db) => db.exec("UPDATE register SET entry = CAST(replace(CAST(entry AS TEXT), 'Herons', 'Storks') AS BLOB) WHERE seq = 2"))).toEqual(['register: Entry 2: changed after it was written.'])
  })

  it('names the place where an entry was taken out', async () => {
    expect(await faultsAfter((db) => db.exec('DELETE FROM register WHERE seq = 2'))).toEqual(['The end of this vault is missing, or something in the middle was taken out.', 'register: Entry 2: was removed.'])
  })

  it('names an entry that was written anew, with a right hash but without the key', async () => {
    const faults = await faultsAfter((db) => {
      const last = db.prepare<[], { signature: Uint8Array }>('SELECT signature FROM register WHERE seq = 1').get()
      db.prepare('UPDATE register SET signature = ? WHERE seq = 3').run(last?.signature)
    })
    expect(faults).toEqual(['register: Entry 3: not signed by this installation: inserted, or changed and hashed anew.'])
  })

  it('keeps a refusal of consequence', async () => {
    await one.refused('bundle.preview', { source: one.source(join(root, 'no-such-file')) })
    const { entries } = await one.call('register.list', { limit: 1 })
    expect(entries[0]).toMatchObject({ action: 'bundle.preview', result: 'refused', code: 'file-missing', subject: 'no-such-file' })
  })
})

it('finds an event whose body was altered in the database', async () => {
  const faults = await faultsAfter((db) => db.exec("UPDATE events SET body = CAST(replace(CAST(body AS TEXT), 'Herons', 'Storks') AS BLOB)"))
  expect(faults.some((fault) => fault.startsWith('event ') && fault.includes('body-altered'))).toBe(true)
})
