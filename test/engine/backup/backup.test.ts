/** A backup is the whole vault at one moment, in one file that only its passphrase opens; what is restored from it is another installation. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../electron/engine/entry.ts'
import type { Method, Output } from '../../../shared/ipc/contract.ts'
import type { Progress } from '../../../shared/ipc/method.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { admit, conveneCircle, PASSPHRASE, receive, send, temporaryFolder, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, stateHash, takePosition, TITLE } from '../../fakes/testDossier.ts'
import { bytesOf, filesHolding, withDatabase } from '../../fakes/vaultFiles.ts'

let root: string
let circle: TestCircle
let cz: TestDelegation
let dossier: DossierId
const engines: Engine[] = []

beforeEach(async () => {
  root = temporaryFolder()
  circle = await conveneCircle(['CZ'])
  cz = circle.member('CZ')
  dossier = await openDossier(circle.secretariat, circle.circle, ['CZ'])
  for (const path of await send(circle.secretariat, circle.circle, circle.stick)) await receive(cz, path)
  await takePosition(cz, dossier, 'One')
}, 30_000)
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close()
  await circle.dissolve()
  rmSync(root, { recursive: true, force: true })
})

async function attach(one: TestDelegation, bytes: Uint8Array): Promise<EventId> {
  const path = join(root, 'evidence.bin')
  writeFileSync(path, bytes)
  return (await one.call('attachment.add', { dossier, source: one.source(path), marking: { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] } })).attachment
}

const NEXT = 'nine barges wait beneath the old weir'

async function backUp(one: TestDelegation): Promise<string> {
  const { fileName } = await one.call('backup.write', { target: one.target(root) })
  return join(root, fileName)
}

/** Another machine. */
class Machine {
  readonly folder = join(root, `machine-${engines.length}`)
  engine!: Engine
  me!: Output<'backup.restore'>['me']
  async start(): Promise<this> {
    this.engine = await createEngine({ vaultFolder: this.folder, kdf: 'floor' })
    engines.push(this.engine)
    return this
  }
  async call<M extends Method>(method: M, input: unknown): Promise<Output<M>> {
    const answer = await this.engine.call(method, input)
    if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`)
    return answer.value
  }
  async restore(path: string, passphrase = PASSPHRASE, replace = false) {
    const answer = await this.engine.call('backup.restore', { source: this.engine.grantSource(path), passphrase, replace })
    if (answer.ok) this.me = answer.value.me
    return answer
  }
}

async function restored(path: string): Promise<Machine> {
  const machine = await new Machine().start()
  expect(await machine.restore(path)).toMatchObject({ ok: true })
  return machine
}

describe('a backup', () => {
  it('is one file with a name that says nothing, and holds no word in the clear', async () => {
    await attach(cz, new TextEncoder().encode('evidence of the heron'))
    const written = await cz.call('backup.write', { target: cz.target(root) })
    expect(written.fileName).toMatch(/^chancery-\d{8}\.chbackup$/)
    expect(written).toMatchObject({ attachments: 1, missing: 0 })
    expect(filesHolding(root, [TITLE, 'lockkeepers', 'Working Party on Herons', 'Person of CZ', PASSPHRASE]).filter((path) => path.endsWith('.chbackup'))).toEqual([])
    expect(readdirSync(root).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('is a line in the register with its hash, and is remembered as the last', async () => {
    expect((await cz.call('backup.show', {})).lastAtUtcMs).toBeNull()
    const { fileName, hash, madeAtUtcMs } = await cz.call('backup.write', { target: cz.target(root) })
    expect((await cz.call('backup.show', {})).lastAtUtcMs).toBe(madeAtUtcMs)
    const { entries } = await cz.call('register.list', { limit: 1, filter: { fromUtcMs: null, toUtcMs: null, group: null, result: null, dossier: null, words: '' } })
    expect(entries[0]).toMatchObject({ action: 'backup.written', subject: fileName, details: expect.arrayContaining([['hash', hash]]) })
  })

  it('never goes over a file that is there', async () => {
    const first = readFileSync(await backUp(cz))
    const second = await cz.call('backup.write', { target: cz.target(root) })
    expect(second.fileName).toMatch(/-2\.chbackup$/)
    expect(readFileSync(join(root, second.fileName.replace('-2.', '.'))).equals(first)).toBe(true)
  })

  it('is the vault at the moment it began, while people go on working', async () => {
    await attach(cz, new Uint8Array(3_000_000).fill(7))
    const before = (await cz.call('vault.verify', {})).events
    const phases: string[] = []
    let during: Promise<void> | null = null
    const answer = await cz.engine.call('backup.write', { target: cz.target(root) }, {
      onProgress: ({ phase }: Progress) => {
        phases.push(phase)
        if (phase === 'write') during ??= takePosition(cz, dossier, 'While it is written')
      },
    })
    expect(during).not.toBeNull()
    await during
    expect(answer).toMatchObject({ ok: true })
    expect([...new Set(phases)]).toEqual(['check', 'write', 'verify'])
    const again = await restored(join(root, (answer as { value: { fileName: string } }).value.fileName))
    expect(await again.call('vault.verify', {})).toMatchObject({ events: before, faults: [] })
    expect((await cz.call('vault.verify', {})).events).toBe(before + 1)
  })

  it('that is stopped leaves no file, and the vault as it was', async () => {
    await attach(cz, new Uint8Array(5_000_000).fill(7))
    const abort = new AbortController()
    const answer = await cz.engine.call('backup.write', { target: cz.target(root) }, { signal: abort.signal, onProgress: ({ phase }) => phase === 'write' && abort.abort() })
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(root).filter((name) => name.includes('chbackup'))).toEqual([])
    expect((await cz.call('backup.show', {})).lastAtUtcMs).toBeNull()
    await cz.call('attachment.list', { dossier })
    await backUp(cz)
  })

  it('lets a destruction wait until it is done, and holds what was there when it began', async () => {
    const content = new Uint8Array(2_000_000).fill(9)
    const attachment = await attach(cz, content)
    let destroyed: Promise<unknown> | null = null
    const answer = await cz.engine.call('backup.write', { target: cz.target(root) }, {
      onProgress: ({ phase }) => {
        if (phase === 'write') destroyed ??= cz.call('attachment.destroy', { dossier, attachment, reason: 'No longer needed' })
      },
    })
    expect(answer).toMatchObject({ ok: true })
    await destroyed
    const again = await restored(join(root, (answer as { value: { fileName: string } }).value.fileName))
    const out = join(root, 'out.bin')
    await again.call('attachment.export', { dossier, attachment, inTheClear: true, target: again.engine.grantTarget(out) })
    expect(readFileSync(out).equals(content)).toBe(true)
  })
})

describe('a reminder', () => {
  it('comes when the last backup is older than was chosen, and not where none is wanted', async () => {
    const due = async (): Promise<boolean> => (await cz.call('backup.show', {})).due
    const day = 86_400_000
    expect(await due()).toBe(false)
    circle.clock.advance(8 * day)
    expect(await due()).toBe(true)
    await backUp(cz)
    expect(await due()).toBe(false)
    circle.clock.advance(8 * day)
    expect(await due()).toBe(true)
    await cz.call('settings.change', { settings: { backupReminderDays: 30 } })
    expect(await due()).toBe(false)
    circle.clock.advance(30 * day)
    expect(await due()).toBe(true)
    await cz.call('settings.change', { settings: { backupReminderDays: 0 } })
    expect(await due()).toBe(false)
  })
})

describe('a vault that was restored', () => {
  it('holds every dossier, state hash for state hash, and every attachment, byte for byte', async () => {
    const content = new Uint8Array(300_000).map((_, at) => (at * 31) % 251)
    const attachment = await attach(cz, content)
    const hash = await stateHash(cz, dossier)
    const machine = await restored(await backUp(cz))
    expect((await machine.call('dossier.show', { dossier })).stateHash).toBe(hash)
    const out = join(root, 'out.bin')
    await machine.call('attachment.export', { dossier, attachment, inTheClear: true, target: machine.engine.grantTarget(out) })
    expect(readFileSync(out).equals(content)).toBe(true)
    expect((await machine.call('search.find', { query: 'lockkeepers', limit: 5, offset: 0 })).hits.length).toBeGreaterThan(0)
  })

  it('is another installation of the same person, and says so', async () => {
    const machine = await restored(await backUp(cz))
    const { me } = await machine.call('vault.status', {})
    expect(me).toMatchObject({ name: cz.me.name, delegation: 'CZ' })
    expect(me?.installation).not.toBe(cz.me.installation)
    expect(me?.safetyWords).not.toEqual(cz.me.safetyWords)
    expect((await machine.call('backup.show', {})).restored).toMatchObject({ awaitsAdmission: true })
  })

  it('opens with the passphrase that the backup had, and with the recovery code no less', async () => {
    const machine = await restored(await backUp(cz))
    await machine.engine.close()
    await machine.start()
    expect(await machine.engine.call('vault.unlock', { passphrase: 'another passphrase of some words' })).toMatchObject({ error: { code: 'passphrase-wrong' } })
    expect(await machine.engine.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true })
  })

  it('has a register that goes on and checks out whole, the former key up to the restoring and the new one from it', async () => {
    const before = (await cz.call('register.verify', {})).entries
    const machine = await restored(await backUp(cz))
    expect(await machine.call('register.verify', {})).toMatchObject({ faults: [] })
    const all = { fromUtcMs: null, toUtcMs: null, group: null, result: null, dossier: null, words: '' }
    const { entries } = await machine.call('register.list', { limit: 100, filter: all })
    const at = entries.findIndex((entry) => entry.action === 'vault.restored')
    expect(entries[at]?.details).toEqual(expect.arrayContaining([['former', cz.me.installation]]))
    expect(entries[at]?.seq).toBeGreaterThan(before)
    expect(await machine.call('vault.verify', {})).toMatchObject({ faults: [] })
  })

  it('never signs under a number of the former: nothing until it is admitted, and then in a log of its own', async () => {
    const machine = await restored(await backUp(cz))
    const position = { dossier, subject: 'Joint response', stance: 'support', remark: 'After' }
    expect(await machine.engine.call('dossier.takePosition', position)).toMatchObject({ error: { code: 'role-not-allowed' } })
    const again = asDelegation(machine)
    await admit(circle.secretariat, again, circle.circle, circle.stick)
    for (const path of await send(circle.secretariat, circle.circle, circle.stick, [again], true)) await receive(again, path)
    const { event } = await machine.call('dossier.takePosition', position)
    expect((await machine.call('backup.show', {})).restored).toMatchObject({ awaitsAdmission: false })
    await machine.engine.close()
    const log = await withDatabase(machine.folder, (db) => db.prepare('SELECT log, seq FROM events WHERE id = ?').get(event))
    expect(log).toEqual({ log: again.me.installation, seq: 1 })
  })

  it('opens what was sealed to the former, also what was sent after the backup', async () => {
    const path = await backUp(cz)
    await takePosition(circle.secretariat, dossier, 'After the backup')
    const [late = ''] = await send(circle.secretariat, circle.circle, circle.stick, [cz])
    const machine = await restored(path)
    expect(await receive(asDelegation(machine), late)).toMatchObject({ admitted: expect.any(Number) })
    expect((await machine.call('dossier.show', { dossier })).state.positions.map((one) => one.remark)).toContain('After the backup')
  })

  it('keeps of the former keys none that signs', async () => {
    const machine = await restored(await backUp(cz))
    await machine.engine.close()
    const seed = (folder: string) => withDatabase(folder, (db) => Buffer.from((db.prepare<[], { secret: Uint8Array }>('SELECT secret FROM identity').get()?.secret) ?? []))
    const former = await seed((await (await closed(cz)).folder))
    const tables = await withDatabase(machine.folder, (db) => JSON.stringify(db.prepare('SELECT hex(secret) AS s FROM identity').all()) + JSON.stringify(db.prepare('SELECT hex(sealing_seed) AS s FROM former_identities').all()))
    // The signing seed stands between the two names in the encoded identity.
    const signing = former.subarray(former.indexOf('signingSeed') + 'signingSeed'.length + 2).subarray(0, 32).toString('hex').toUpperCase()
    expect(signing).toHaveLength(64)
    expect(tables).not.toContain(signing)
  })

  it('can be backed up and restored once more', async () => {
    const once = await restored(await backUp(cz))
    const { fileName } = await once.call('backup.write', { target: once.engine.grantTarget(root) })
    const twice = await restored(join(root, fileName))
    expect(await twice.call('register.verify', {})).toMatchObject({ faults: [] })
    const [late = ''] = await send(circle.secretariat, circle.circle, circle.stick, [cz], true)
    expect(await receive(asDelegation(twice), late)).toMatchObject({ admitted: expect.any(Number) })
  })

  it('takes the place of a vault only where that is said, and moves that one aside, whole', async () => {
    const path = await backUp(cz)
    const machine = await new Machine().start()
    await machine.call('vault.create', { name: 'Another', delegation: 'DE', passphrase: PASSPHRASE, acknowledged: true })
    await machine.engine.close()
    const before = bytesOf(machine.folder)
    await machine.start()
    expect(await machine.restore(path)).toMatchObject({ error: { code: 'vault-exists' } })
    expect(bytesOf(machine.folder)).toEqual(before)
    const answer = await machine.restore(path, PASSPHRASE, true)
    expect(answer).toMatchObject({ ok: true, value: { movedAside: 'moved-aside-1' } })
    const aside = join(machine.folder, 'moved-aside-1')
    expect([...bytesOf(aside).values()].toSorted()).toEqual([...before.values()].toSorted())
    const old = await createEngine({ vaultFolder: aside, kdf: 'floor' })
    engines.push(old)
    expect(await old.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true, value: { name: 'Another' } })
  })
})

/** The machine as something to exchange with. */
function asDelegation(machine: Machine): TestDelegation {
  const { engine } = machine
  return {
    me: machine.me, folder: machine.folder, engine, call: (method, input) => machine.call(method, input),
    refused: async () => { throw new Error('not asked here') },
    source: (path) => engine.grantSource(path), target: (path) => engine.grantTarget(path), reopen: async () => undefined, close: () => engine.close(),
  }
}


async function closed(one: TestDelegation): Promise<TestDelegation> {
  await one.close()
  return one
}

describe('a backup that is not what was written', () => {
  async function refusedWith(bytes: Uint8Array, passphrase = PASSPHRASE): Promise<unknown> {
    const path = join(root, 'given.chbackup')
    writeFileSync(path, bytes)
    const machine = await new Machine().start()
    const answer = await machine.restore(path, passphrase)
    // Nothing was made.
    expect(existsSync(machine.folder) ? readdirSync(machine.folder) : []).toEqual([])
    expect(await machine.call('vault.status', {})).toMatchObject({ state: 'absent' })
    return answer.ok ? 'restored' : answer.error.code
  }

  it('opens with the recovery code that the vault had, which sets a new passphrase; the old one opens nothing of the restored vault', async () => {
    const { code } = await cz.call('vault.drawRecoveryCode', {})
    await cz.call('vault.setRecoveryCode', { code, passphrase: PASSPHRASE })
    const path = await backUp(cz)
    const machine = await new Machine().start()
    const withCode = (recoveryCode: string, passphrase: string) => machine.engine.call('backup.restore', { source: machine.engine.grantSource(path), passphrase, recoveryCode, replace: false })
    expect(await withCode(code, 'short')).toMatchObject({ error: { code: 'passphrase-weak' } })
    expect(await withCode(code.replace(/^./, (letter) => (letter === '2' ? '3' : '2')), NEXT)).toMatchObject({ error: { code: 'recovery-code-mistyped' } })
    const { code: another } = await cz.call('vault.drawRecoveryCode', {})
    expect(await withCode(another, NEXT)).toMatchObject({ error: { code: 'recovery-code-wrong', facts: { again: expect.anything() } } })
    expect(existsSync(join(machine.folder, 'vault.db'))).toBe(false)
    expect(await withCode(code, NEXT)).toMatchObject({ ok: true, value: { me: { delegation: 'CZ' }, former: cz.me.installation } })
    await machine.engine.close()
    const again = await createEngine({ vaultFolder: machine.folder, kdf: 'floor' })
    engines.push(again)
    expect(await again.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ error: { code: 'passphrase-wrong' } })
    expect(await again.call('vault.unlock', { passphrase: NEXT })).toMatchObject({ ok: true })
    expect(await again.call('vault.keys', {})).toMatchObject({ value: { hasRecoveryCode: true } })
  })
  it('without a recovery code says so to whoever types one', async () => {
    const path = await backUp(cz)
    const { code } = await cz.call('vault.drawRecoveryCode', {})
    const machine = await new Machine().start()
    expect(await machine.engine.call('backup.restore', { source: machine.engine.grantSource(path), passphrase: NEXT, recoveryCode: code, replace: false })).toMatchObject({ error: { code: 'recovery-code-absent' } })
  })
  it('is refused with one sentence each: wrong passphrase, another file, cut, longer, newer', async () => {
    const good = readFileSync(await backUp(cz))
    expect(await refusedWith(good, 'another passphrase of some words')).toBe('passphrase-wrong')
    expect(await refusedWith(new TextEncoder().encode('%PDF-1.7 and so on'))).toBe('not-a-backup')
    expect(await refusedWith(new Uint8Array(0))).toBe('not-a-backup')
    for (const length of [20, 200, 400, 430, 70_000, good.length - 1]) expect(await refusedWith(good.subarray(0, length)), `${length}`).toBe('backup-cut')
    expect(await refusedWith(Buffer.concat([good, Buffer.of(0)]))).toBe('backup-altered')
    const newer = Uint8Array.from(good)
    newer[8] = 2
    expect(await refusedWith(newer)).toBe('backup-newer')
  })

  it('is refused for a byte altered anywhere', async () => {
    const good = readFileSync(await backUp(cz))
    const places = [0, 8, 12, 16, 20, 48, 50, 80, 300, 396, 400, 420, 430, 5000, 70_000, good.length - 1]
    for (const at of places) {
      const bad = Uint8Array.from(good)
      bad[at] = (bad[at] ?? 0) ^ 0x01
      expect(await refusedWith(bad), `byte ${at}`).toMatch(/^(?:not-a-backup|backup-newer|backup-cut|backup-altered|passphrase-wrong)$/)
    }
  }, 60_000)
})
