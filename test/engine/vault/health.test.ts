/** A vault at its opening: what was left opens to work in; anything older, cut or not known to be the latest is named, and opens for reading only. */
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../electron/engine/entry.ts'
import { noteSeal } from '../../../electron/engine/vaultHealth.ts'
import { readHeadFile, writeHeadFile } from '../../../electron/engine/vault/headFile.ts'
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import { contract, isMethod, type Method } from '../../../shared/ipc/contract.ts'
import { isReading } from '../../../shared/ipc/readingMethods.ts'
import { healthWords, type HealthFault } from '../../../shared/ipc/vaultHealth.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { makeDelegation, PASSPHRASE, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { bytesOf, withDatabase } from '../../fakes/vaultFiles.ts'

const root = temporaryFolder()
/** The same vault at two moments, each closed. */
const [earlier, later] = [join(root, 'earlier'), join(root, 'later')]
let folder: string
let dossier: string
let folders = 0

beforeAll(async () => {
  const one = await makeDelegation({ folder: join(root, 'live'), delegation: 'CZ' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  dossier = await openDossier(one, circle, ['CZ'])
  await one.close()
  cpSync(one.folder, earlier, { recursive: true })
  await one.reopen()
  await takePosition(one, dossier as never, 'One')
  await attach(one)
  await one.close()
  cpSync(one.folder, later, { recursive: true })
}, 60_000)
beforeEach(() => {
  folder = join(root, `vault-${++folders}`)
  cpSync(later, folder, { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function attach(one: TestDelegation): Promise<void> {
  const path = join(root, 'evidence.bin')
  writeFileSync(path, 'evidence')
  await one.call('attachment.add', { dossier, source: one.source(path), marking: { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] } })
}

async function opened<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
  try {
    expect(await engine.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true })
    return await work(engine)
  } finally {
    await engine.close()
  }
}

function fault(): Promise<HealthFault | null> {
  return opened(async (engine) => {
    const status = await engine.call('vault.status', {})
    return status.ok ? status.value.readOnly : null
  })
}

const putBack = (name: string, from: string): void => copyFileSync(join(from, name), join(folder, name))

describe('a vault as it was left', () => {
  it('opens to work in, again and again', async () => {
    for (let time = 0; time < 3; time++) expect(await fault()).toBeNull()
  })

  it('is sound where the copy of the head lags: a process died after the database and before the copy', async () => {
    putBack('vault.head', earlier)
    expect(await fault()).toBeNull()
    // And the copy is in step again.
    putBack('vault.db', earlier)
    expect(await fault()).toMatchObject({ kind: 'rolledBack' })
  })

  it('is sound where it was moved, whole, to another folder', async () => {
    cpSync(folder, join(root, 'moved'), { recursive: true })
    folder = join(root, 'moved')
    expect(await fault()).toBeNull()
  })

  it('keeps its copy of the head after each thing that is done', async () => {
    await opened(async (engine) => {
      const before = readFileSync(join(folder, 'vault.head'))
      expect((await engine.call('circle.found', { name: 'Storks', kind: 'HWPCI' })).ok).toBe(true)
      expect(readFileSync(join(folder, 'vault.head')).equals(before)).toBe(false)
    })
  })

  it('says nothing in its copy of the head to whoever cannot open the vault', () => {
    const copy = readFileSync(join(folder, 'vault.head')).toString('latin1')
    for (const word of ['installation', 'entries', 'head']) expect(copy).not.toContain(word)
  })
})

/** Each puts the vault into a state that nobody who works with it can bring about. */
const TAMPERED: readonly (readonly [string, HealthFault['kind'], () => void | Promise<void>])[] = [
  ['an older database put back', 'rolledBack', () => putBack('vault.db', earlier)],
  ['the last entries of the register taken out, and its head with them', 'rolledBack', () => withDatabase(folder, (db) => {
    db.exec('DROP TRIGGER register_is_never_shortened; DROP TRIGGER register_head_is_never_removed; DELETE FROM register WHERE seq > 4; DELETE FROM register_head')
  })],
  ['the last event taken out', 'rolledBack', () => withDatabase(folder, (db) => {
    db.exec('DELETE FROM events WHERE place = (SELECT max(place) FROM events)')
  })],
  ['another event in the place of the last', 'rolledBack', () => withDatabase(folder, (db) => {
    db.exec(`UPDATE events SET id = '${'ab'.repeat(32)}' WHERE place = (SELECT max(place) FROM events)`)
  })],
  ['the last entry of the register taken out while the copy lags', 'cut', async () => {
    putBack('vault.head', earlier)
    await withDatabase(folder, (db) => db.exec('DROP TRIGGER register_is_never_shortened; DELETE FROM register WHERE seq = (SELECT max(seq) FROM register)'))
  }],
  ['an entry in the middle of the register taken out', 'cut', () => withDatabase(folder, (db) => {
    db.exec('DROP TRIGGER register_is_never_shortened; DELETE FROM register WHERE seq = 2')
  })],
  ['an event in the middle taken out', 'cut', () => withDatabase(folder, (db) => {
    db.exec('DELETE FROM events WHERE place = 2')
  })],
  ['the head of the register taken out', 'cut', () => withDatabase(folder, (db) => {
    db.exec('DROP TRIGGER register_head_is_never_removed; DELETE FROM register_head')
  })],
  ['the copy of the head taken away', 'copyMissing', () => rmSync(join(folder, 'vault.head'))],
  ['the copy of the head emptied', 'copyAltered', () => writeFileSync(join(folder, 'vault.head'), '')],
  ['a copy of the head that is none', 'copyAltered', () => writeFileSync(join(folder, 'vault.head'), new Uint8Array(100_000))],
]

describe('a vault with', () => {
  it.each(TAMPERED)('%s is named %s and opens for reading only', async (_what, kind, tamper) => {
    await tamper()
    const found = await fault()
    expect(found).toMatchObject({ kind })
    if (found !== null) expect(healthWords(found).meaning.length).toBeGreaterThan(20)
    // It stays so.
    expect(await fault()).toEqual(found)
  })

  it('a byte of the copy of the head altered, whichever it is, has no copy of the head that could be believed', () => {
    const seal = noteSeal(seededRandom(1)(32), seededRandom(2))
    const note = { installation: 'ab'.repeat(32) as InstallationId, entries: 7, head: 'cd'.repeat(32) as Hash, lastPlace: 0, lastEvent: null, atUtcMs: 5 }
    writeHeadFile(folder, note, seal)
    expect(readHeadFile(folder, seal)).toMatchObject(note)
    const good = readFileSync(join(folder, 'vault.head'))
    for (let at = 0; at < good.length; at++) {
      const bad = Uint8Array.from(good)
      bad[at] = (bad[at] ?? 0) ^ 0x10
      writeFileSync(join(folder, 'vault.head'), bad)
      expect(readHeadFile(folder, seal), `byte ${at}`).toBe('altered')
    }
  })

  it('the copy of the head of another vault opens for reading only', async () => {
    const other = await makeDelegation({ folder: join(root, 'other'), delegation: 'DE' })
    await other.close()
    putBack('vault.head', other.folder)
    expect(await fault()).toMatchObject({ kind: 'copyAltered' })
  })
})

describe('a vault that is open for reading only', () => {
  beforeEach(() => putBack('vault.db', earlier))

  it('says how far it goes and how far it had gone', async () => {
    const found = await fault()
    expect(found?.entriesHere).toBeLessThan(found?.entriesKnown ?? 0)
    expect(found?.knownAtUtcMs).toBeTypeOf('number')
  })

  it('refuses every method that would write or let something out, and names why', async () => {
    await opened(async (engine) => {
      const writing = Object.keys(contract).filter((method): method is Method => isMethod(method) && !isReading(method))
      expect(writing).toContain('dossier.takePosition')
      expect(writing).toContain('bundle.write')
      expect(writing).toContain('text.write')
      expect(writing).toContain('bundle.preview')
      for (const method of writing) {
        const answer = await engine.call(method, {})
        expect(answer, method).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^(?:vault-read-only|input-malformed)$/) } })
      }
      expect(await engine.call('circle.found', { name: 'Storks', kind: 'HWPCI' })).toMatchObject({ error: { code: 'vault-read-only' } })
      expect(await engine.call('settings.change', { settings: { appearance: 'dark', lockAfterMinutes: 9 } })).toMatchObject({ error: { code: 'vault-read-only' } })
    })
  })

  it('shows what it holds, and leaves every file as it was: no line, no sweeping, no index', async () => {
    const blobs = readdirSync(join(folder, 'blobs'))
    expect(blobs).toHaveLength(1)
    const before = bytesOf(folder)
    await opened(async (engine) => {
      expect(await engine.call('dossier.show', { dossier })).toMatchObject({ ok: true })
      expect(await engine.call('search.find', { query: 'intrusion', limit: 5, offset: 0 })).toMatchObject({ ok: true })
      expect(await engine.call('desk.show', {})).toMatchObject({ ok: true })
      expect(await engine.call('register.list', { limit: 5, filter: { fromUtcMs: null, toUtcMs: null, group: null, result: null, dossier: null, words: '' } })).toMatchObject({ ok: true })
      expect(await engine.call('vault.verify', {})).toMatchObject({ ok: true })
      expect(await engine.call('register.verify', {})).toMatchObject({ ok: true })
    })
    expect(bytesOf(folder)).toEqual(before)
  })

  it('is itself again when its latest database is put back', async () => {
    expect(await fault()).not.toBeNull()
    putBack('vault.db', later)
    expect(await fault()).toBeNull()
  })
})

describe('a vault of a version that kept no copy of the head', () => {
  it('is sound, and has one from then on', async () => {
    mkdirSync(join(root, 'v5'))
    folder = join(root, 'v5')
    cpSync(join(import.meta.dirname, '../../vectors/vaults/v5'), folder, { recursive: true })
    expect(await fault()).toBeNull()
    expect(existsSync(join(folder, 'vault.head'))).toBe(true)
    rmSync(join(folder, 'vault.head'))
    expect(await fault()).toMatchObject({ kind: 'copyMissing' })
  })
})
