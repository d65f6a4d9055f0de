/** What opens a vault, and how that is changed: passphrase, key file, recovery code. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAttempts } from '../../../electron/engine/attempts.ts'
import { createEngine, type Engine } from '../../../electron/engine/entry.ts'
import { drawRecoveryCode, openKeyFile, passphraseSecret } from '../../../electron/engine/keys/index.ts'
import { machineDisk, type Disk } from '../../../electron/engine/vault/replaceFile.ts'
import { setPassphrase, settlePassphrase } from '../../../electron/engine/vaultKeys.ts'
import type { Method, Output } from '../../../shared/ipc/contract.ts'
import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { fixedClock, type FixedClock } from '../../fakes/fixedClock.ts'
import { failingDisk } from '../../fakes/failingDisk.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { PASSPHRASE, temporaryFolder } from '../../fakes/testDelegation.ts'

const NEW_PASSPHRASE = 'eleven quiet barges carry orchid wicker'
const START = Date.UTC(2031, 5, 12, 15)
const OWNER = { name: 'Vlasta Heronova', delegation: 'CZ', acknowledged: true }

let root: string
let folder: string
let elapsed: FixedClock
/** The wall clock. */
let clock: FixedClock
const engines: Engine[] = []

beforeEach(() => {
  root = temporaryFolder()
  folder = join(root, 'vault')
  elapsed = fixedClock(0)
  clock = fixedClock(START)
})
afterEach(async () => {
  await closeAll()
  rmSync(root, { recursive: true, force: true })
})

async function closeAll(): Promise<void> {
  for (const engine of engines.splice(0)) await engine.close()
}

/** Another start of the program on the same vault. */
async function start(disk: Disk = machineDisk): Promise<Engine> {
  await closeAll()
  const engine = await createEngine({ vaultFolder: folder, kdf: 'floor', now: clock.now, elapsed: elapsed.now, disk })
  engines.push(engine)
  return engine
}

async function done<M extends Method>(engine: Engine, method: M, input: unknown): Promise<Output<M>> {
  const answer = await engine.call(method, input)
  if (!answer.ok) throw new Error(`${method} refused: ${JSON.stringify(answer.error)}`)
  return answer.value
}

async function outcome(engine: Engine, method: Method, input: unknown): Promise<string> {
  const answer = await engine.call(method, input)
  return answer.ok ? 'done' : answer.error.code
}

/** A good code, of some other vault. */
function otherThan(code: string): string {
  const other = drawRecoveryCode(seededRandom(41))
  if (other === code) throw new Error('the dice gave the same code twice')
  return other
}

/** Whether a fresh start opens with this. */
async function opens(passphrase: string, keyFile: string | null = null): Promise<boolean> {
  const engine = await start()
  const answer = await engine.call('vault.unlock', { passphrase, ...(keyFile === null ? {} : { keyFile: engine.grantSource(keyFile) }) })
  await closeAll()
  return answer.ok
}

async function create(more: object = {}): Promise<Engine> {
  const engine = await start()
  await done(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE, ...more })
  return engine
}

async function createWithCode(): Promise<string> {
  const engine = await start()
  const { code } = await done(engine, 'vault.drawRecoveryCode', {})
  await done(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE, recoveryCode: code })
  return code
}

describe('a change of passphrase', () => {
  const change = { passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE, newKeyFile: { kind: 'none' } }

  it('makes the new one open the vault and the old one no more, and is in the register', async () => {
    const engine = await create()
    await done(engine, 'vault.changePassphrase', change)
    const { entries } = await done(engine, 'register.list', { limit: 1 })
    expect(entries).toMatchObject([{ action: 'vault.passphraseChanged', subject: 'Argon2id, 3 passes, 64 MiB', result: 'done' }])
    expect(await opens(PASSPHRASE)).toBe(false)
    expect(await opens(NEW_PASSPHRASE)).toBe(true)
  })

  it('asks for the present one, and refuses a weak one', async () => {
    const engine = await create()
    expect(await outcome(engine, 'vault.changePassphrase', { ...change, passphrase: NEW_PASSPHRASE })).toBe('passphrase-wrong')
    expect(await outcome(engine, 'vault.changePassphrase', { ...change, newPassphrase: 'Summer2024!Summer' })).toBe('passphrase-weak')
    await closeAll()
    expect(await outcome(await start(), 'vault.changePassphrase', change)).toBe('vault-locked')
    expect(await opens(PASSPHRASE)).toBe(true)
  })

  it('cut off at any call to the disk leaves the vault with the old, with both or with the new one, and the next opening with the new one settles it', async () => {
    await create()
    await closeAll()
    const file = join(folder, 'vault.key')
    const original = readFileSync(file)
    const opened = openKeyFile(original, passphraseSecret(PASSPHRASE))
    if (!opened.ok) throw new Error(opened.error)
    const disturbed = (at: number | null): readonly string[] => {
      writeFileSync(file, original)
      const { disk, calls } = failingDisk(machineDisk, at === null ? null : { at, after: 'dead' })
      // The same dice each time, so that equal states are equal bytes.
      const options = { folder, kdf: 'floor', now: Date.now, random: seededRandom(5), attempts: createAttempts(elapsed.now), disk } as const
      if (setPassphrase(options, opened.value, passphraseSecret(NEW_PASSPHRASE)).ok) settlePassphrase(options)
      return calls
    }
    const steps = disturbed(null)
    const settled = readFileSync(file)
    disturbed(steps.length / 2)
    const both = readFileSync(file)
    const states = steps.map((_, at) => {
      disturbed(at)
      const bytes = readFileSync(file)
      return bytes.equals(original) ? 'old' : bytes.equals(both) ? 'both' : bytes.equals(settled) ? 'new' : 'another'
    })
    const times = (count: number, state: string): string[] => Array.from({ length: count }, () => state)
    // Up to the renaming, from there to the second renaming, and after it.
    expect(states).toEqual([...times(6, 'old'), ...times(9, 'both'), ...times(3, 'new')])
    const opening = (bytes: Uint8Array): boolean[] => [PASSPHRASE, NEW_PASSPHRASE].map((words) => openKeyFile(bytes, passphraseSecret(words)).ok)
    expect([opening(original), opening(both), opening(settled)]).toEqual([[true, false], [true, true], [false, true]])
    writeFileSync(file, both)
    expect(await opens(NEW_PASSPHRASE)).toBe(true)
    expect(readFileSync(file).equals(settled)).toBe(true)
  })

  it('says that the disk is full where it is, and that nothing was written where it was not', async () => {
    await create()
    for (const [code, refused] of [['ENOSPC', 'disk-full'], ['EIO', 'write-failed']] as const) {
      const engine = await start(failingDisk(machineDisk, { at: 2, after: 'alive', code }).disk)
      await done(engine, 'vault.unlock', { passphrase: PASSPHRASE })
      expect(await outcome(engine, 'vault.changePassphrase', change)).toBe(refused)
    }
    expect(await opens(PASSPHRASE)).toBe(true)
  })
})

it('a new key file that never took its place is gone after the next opening', async () => {
  await create()
  await closeAll()
  writeFileSync(join(folder, 'vault.key.new'), readFileSync(join(folder, 'vault.key')))
  expect(await opens(PASSPHRASE)).toBe(true)
  expect(existsSync(join(folder, 'vault.key.new'))).toBe(false)
})

describe('a key file', () => {
  it('that was made is 32 bytes under a name that tells nothing, and is asked for from then on', async () => {
    const engine = await start()
    const made = await done(engine, 'keyFile.make', { target: engine.grantTarget(root) })
    expect(made).toMatchObject({ fileName: expect.stringMatching(/^key-[0-9a-f]{8}\.chkey$/), sizeBytes: 32 })
    await done(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE, keyFile: made.keyFile })
    const locked = await start()
    expect(await done(locked, 'vault.keys', {})).toEqual({ needsKeyFile: true, hasRecoveryCode: false, passes: 3, memoryMib: 64 })
    expect(await outcome(locked, 'vault.unlock', { passphrase: PASSPHRASE })).toBe('key-file-needed')
    expect(await opens(PASSPHRASE, join(root, made.fileName))).toBe(true)
  })

  it('may be any file, opens only as it was to the byte, and never if it is empty', async () => {
    const picture = join(root, 'picture.png')
    const bytes = Buffer.alloc(1_500_000, 'heron')
    writeFileSync(picture, bytes)
    const engine = await start()
    await done(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE, keyFile: engine.grantSource(picture) })
    expect(await opens(PASSPHRASE, picture)).toBe(true)
    bytes[1_499_999] = 0
    writeFileSync(picture, bytes)
    expect(await opens(PASSPHRASE, picture)).toBe(false)
    writeFileSync(picture, '')
    const again = await start()
    expect(await outcome(again, 'vault.unlock', { passphrase: PASSPHRASE, keyFile: again.grantSource(picture) })).toBe('key-file-empty')
    expect(await outcome(again, 'vault.unlock', { passphrase: PASSPHRASE, keyFile: again.grantSource(join(root, 'gone')) })).toBe('file-missing')
  })

  it('comes, stays and goes with a change of passphrase', async () => {
    const key = join(root, 'key')
    writeFileSync(key, 'any file at all')
    const engine = await create()
    const source = (): string => engine.grantSource(key)
    await done(engine, 'vault.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: NEW_PASSPHRASE, newKeyFile: { kind: 'chosen', source: source() } })
    expect(await done(engine, 'vault.changePassphrase', { passphrase: NEW_PASSPHRASE, keyFile: source(), newPassphrase: PASSPHRASE, newKeyFile: { kind: 'keep' } })).toMatchObject({ needsKeyFile: true })
    expect(await done(engine, 'vault.changePassphrase', { passphrase: PASSPHRASE, keyFile: source(), newPassphrase: PASSPHRASE, newKeyFile: { kind: 'none' } })).toMatchObject({ needsKeyFile: false })
    expect(await opens(PASSPHRASE)).toBe(true)
  })
})

describe('a recovery code', () => {
  it('sets a new passphrase and opens the vault; the one that was forgotten opens it no more, the code again and again', async () => {
    const code = await createWithCode()
    const engine = await start()
    expect(await done(engine, 'vault.recover', { code: code.toLowerCase(), newPassphrase: NEW_PASSPHRASE })).toMatchObject({ name: OWNER.name })
    expect(await done(engine, 'register.list', { limit: 1 })).toMatchObject({ entries: [{ action: 'vault.recovered' }] })
    expect(await opens(PASSPHRASE)).toBe(false)
    expect(await opens(NEW_PASSPHRASE)).toBe(true)
    expect(await outcome(await start(), 'vault.recover', { code, newPassphrase: PASSPHRASE })).toBe('done')
  })

  it('can be made later and replaced, with the passphrase only, and then the one before it opens nothing', async () => {
    const first = await createWithCode()
    const engine = await start()
    await done(engine, 'vault.unlock', { passphrase: PASSPHRASE })
    const { code } = await done(engine, 'vault.drawRecoveryCode', {})
    expect(await outcome(engine, 'vault.setRecoveryCode', { code, passphrase: NEW_PASSPHRASE })).toBe('passphrase-wrong')
    expect(await done(engine, 'vault.setRecoveryCode', { code, passphrase: PASSPHRASE })).toMatchObject({ hasRecoveryCode: true })
    const locked = await start()
    expect(await outcome(locked, 'vault.recover', { code: first, newPassphrase: NEW_PASSPHRASE })).toBe('recovery-code-wrong')
    expect(await outcome(locked, 'vault.recover', { code, newPassphrase: NEW_PASSPHRASE })).toBe('done')
  })

  it('can be taken away without a new one, with the passphrase only, and then the passphrase alone opens the vault', async () => {
    const code = await createWithCode()
    const engine = await start()
    await done(engine, 'vault.unlock', { passphrase: PASSPHRASE })
    expect(await outcome(engine, 'vault.removeRecoveryCode', { passphrase: NEW_PASSPHRASE })).toBe('passphrase-wrong')
    expect(await done(engine, 'vault.keys', {})).toMatchObject({ hasRecoveryCode: true })
    expect(await done(engine, 'vault.removeRecoveryCode', { passphrase: PASSPHRASE })).toMatchObject({ hasRecoveryCode: false })
    expect(await outcome(engine, 'vault.removeRecoveryCode', { passphrase: PASSPHRASE })).toBe('recovery-code-absent')
    const { entries } = await done(engine, 'register.list', { limit: 10 })
    expect(entries.map(({ action, result, code: why }) => [action, result, why])).toEqual(expect.arrayContaining([
      ['vault.removeRecoveryCode', 'refused', 'passphrase-wrong'], ['vault.recoveryCodeRemoved', 'done', null], ['vault.removeRecoveryCode', 'refused', 'recovery-code-absent'],
    ]))
    expect(await outcome(await start(), 'vault.recover', { code, newPassphrase: NEW_PASSPHRASE })).toBe('recovery-code-absent')
    expect(await opens(PASSPHRASE)).toBe(true)
  })

  it('is never one that somebody thought of: only the code that was drawn last is taken', async () => {
    const engine = await start()
    const { code: first } = await done(engine, 'vault.drawRecoveryCode', {})
    await done(engine, 'vault.drawRecoveryCode', {})
    expect(await outcome(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE, recoveryCode: first })).toBe('recovery-code-stale')
    expect(await outcome(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE, recoveryCode: first.replace(/.$/, '') })).toBe('recovery-code-mistyped')
    expect(await done(engine, 'vault.status', {})).toMatchObject({ state: 'absent' })
  })

  it('that is mistyped, of another vault, or was never made is refused as what it is, and nothing is changed', async () => {
    const engine = await start()
    const { code } = await done(engine, 'vault.drawRecoveryCode', {})
    await done(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE })
    const before = readFileSync(join(folder, 'vault.key'))
    const locked = await start()
    const recover = (written: string, newPassphrase = NEW_PASSPHRASE): Promise<string> => outcome(locked, 'vault.recover', { code: written, newPassphrase })
    expect(await recover(code)).toBe('recovery-code-absent')
    expect(await recover(code.slice(1))).toBe('recovery-code-mistyped')
    expect(await recover(code, 'weak')).toBe('passphrase-weak')
    expect(readFileSync(join(folder, 'vault.key')).equals(before)).toBe(true)
  })

  it('opens where the key file was lost', async () => {
    const key = join(root, 'key')
    writeFileSync(key, 'any file at all')
    const engine = await start()
    const { code } = await done(engine, 'vault.drawRecoveryCode', {})
    await done(engine, 'vault.create', { ...OWNER, passphrase: PASSPHRASE, recoveryCode: code, keyFile: engine.grantSource(key) })
    await done(await start(), 'vault.recover', { code, newPassphrase: NEW_PASSPHRASE })
    expect(await opens(NEW_PASSPHRASE)).toBe(true)
  })
})

describe('wrong attempts', () => {
  const wrong = { passphrase: 'seven grey herons watch the river' }

  it('are told how long the next one has to wait, and a hasty one is not tried at all, right or wrong', async () => {
    await create()
    const engine = await start()
    const facts: unknown[] = []
    for (let at = 0; at < 4; at++) {
      const answer = await engine.call('vault.unlock', wrong)
      facts.push(answer.ok ? null : [answer.error.code, answer.error.facts])
      if (at < 3) elapsed.advance(1000)
    }
    expect(facts).toEqual([['passphrase-wrong', {}], ['passphrase-wrong', {}], ['passphrase-wrong', { waitSeconds: 1 }], ['passphrase-wrong', { waitSeconds: 2 }]])
    elapsed.advance(1999)
    expect(await engine.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ error: { code: 'attempt-too-soon', facts: { waitSeconds: 1 } } })
    elapsed.advance(1)
    expect(await outcome(engine, 'vault.unlock', { passphrase: PASSPHRASE })).toBe('done')
  })

  it('count together wherever they are made: unlocking, changing, recovering', async () => {
    const engine = await create()
    const { code } = await done(engine, 'vault.drawRecoveryCode', {})
    const change = { ...wrong, newPassphrase: NEW_PASSPHRASE, newKeyFile: { kind: 'none' } }
    expect(await outcome(engine, 'vault.changePassphrase', change)).toBe('passphrase-wrong')
    expect(await outcome(engine, 'vault.setRecoveryCode', { ...wrong, code })).toBe('passphrase-wrong')
    expect(await outcome(engine, 'vault.changePassphrase', change)).toBe('passphrase-wrong')
    expect(await outcome(engine, 'vault.setRecoveryCode', { code, passphrase: PASSPHRASE })).toBe('attempt-too-soon')
  })

  it('stand in the register after the next opening, each with its moment, once, and never with a word of what was typed', async () => {
    const code = await createWithCode()
    const locked = await start()
    for (let at = 0; at < 2; at++) {
      clock.advance(60_000)
      expect(await outcome(locked, 'vault.unlock', wrong)).toBe('passphrase-wrong')
    }
    clock.advance(60_000)
    const other = await outcome(locked, 'vault.recover', { code: otherThan(code), newPassphrase: NEW_PASSPHRASE })
    expect(other).toBe('recovery-code-wrong')
    expect(readFileSync(join(folder, 'attempts'), 'utf8')).not.toContain('herons')
    elapsed.advance(60_000)
    clock.advance(60_000)
    await done(locked, 'vault.unlock', { passphrase: PASSPHRASE })
    const lines = async (one: Engine): Promise<RegisterEntry[]> => (await done(one, 'register.list', { limit: 100 })).entries.filter(({ action }) => action === 'vault.unlockRefused')
    const moments = [1, 2, 3].map((minute) => new Date(START + minute * 60_000).toISOString())
    expect(await lines(locked)).toMatchObject([{ result: 'refused', code: 'passphrase-wrong', details: [
      ['attempts', '3'], ['at', `${moments[0]}, passphrase`], ['at', `${moments[1]}, passphrase`], ['at', `${moments[2]}, recovery-code`],
    ] }])
    expect(existsSync(join(folder, 'attempts'))).toBe(false)
    const again = await start()
    await done(again, 'vault.unlock', { passphrase: PASSPHRASE })
    expect(await lines(again)).toHaveLength(1)
  })

  it('are not registered a second time where the file that held them came back, but those after them are', async () => {
    await create()
    expect(await outcome(await start(), 'vault.unlock', wrong)).toBe('passphrase-wrong')
    const kept = readFileSync(join(folder, 'attempts'))
    expect(await opens(PASSPHRASE)).toBe(true)
    writeFileSync(join(folder, 'attempts'), kept)
    const engine = await start()
    expect(await outcome(engine, 'vault.unlock', wrong)).toBe('passphrase-wrong')
    await done(engine, 'vault.unlock', { passphrase: PASSPHRASE })
    const { entries } = await done(engine, 'register.list', { limit: 100 })
    expect(entries.filter(({ action }) => action === 'vault.unlockRefused').map(({ subject }) => subject)).toEqual(['1', '1'])
  })

  it('make the next one wait also where the program was started anew, but not for ever', async () => {
    await create()
    const first = await start()
    for (let at = 0; at < 3; at++) await outcome(first, 'vault.unlock', wrong)
    expect(await outcome(await start(), 'vault.unlock', { passphrase: PASSPHRASE })).toBe('attempt-too-soon')
    clock.advance(1000)
    expect(await outcome(await start(), 'vault.unlock', { passphrase: PASSPHRASE })).toBe('done')
  })

  it('that are no file of ours, or of no sensible size, hinder nobody', async () => {
    await create()
    for (const rubbish of ['not a line\n', '\0'.repeat(1024 * 1024), `${'0'.repeat(16)} 99999999999999999999 passphrase\n`]) {
      writeFileSync(join(folder, 'attempts'), rubbish)
      expect(await opens(PASSPHRASE)).toBe(true)
    }
  })
})
