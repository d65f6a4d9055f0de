/** Making and opening a vault, with every single call to disk and database failing in turn. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createEngine, type Engine } from '../../electron/engine/entry.ts'
import { device, type Fault, type Mode } from '../fakes/failingDevice.ts'
import { PASSPHRASE, temporaryFolder } from '../fakes/testDelegation.ts'
import { copyVault } from '../fakes/vaultFiles.ts'

vi.mock('node:fs', async (original) => (await import('../fakes/failingDevice.ts')).failingFs(await original()))
vi.mock('better-sqlite3-multiple-ciphers', async (original) => {
  const { failingDriver } = await import('../fakes/failingDevice.ts')
  return { default: failingDriver((await original<{ default: Parameters<typeof failingDriver>[0] }>()).default) }
})
// The derivation touches no device and takes most of the time.
vi.mock('../../electron/engine/keys/passphrase.ts', async (original) => {
  const { createHash } = await import('node:crypto')
  const deriveKek = (passphrase: string, salt: Uint8Array): Uint8Array => createHash('sha256').update(passphrase).update(salt).digest()
  return { ...(await original<object>()), deriveKek }
})

/** More than it takes to clear away an earlier making; from there on it is a first one. */
const CLEARING_CALLS = 12

const root = temporaryFolder()
const template = join(root, 'template')
let folders = 0

beforeAll(async () => {
  const engine = await engineOn(template)
  const { answer } = await make(engine)
  if (answer !== 'done') throw new Error(answer)
  await engine.close()
})
afterEach(() => void device.repair())
afterAll(() => rmSync(root, { recursive: true, force: true }))

const engineOn = (vaultFolder: string): Promise<Engine> => createEngine({ vaultFolder, kdf: 'floor' })
const freshFolder = (): string => join(root, `vault-${++folders}`)

interface Struck {
  readonly struck: string | null
  readonly answer: string
}

async function make(engine: Engine, at = 0, mode: Mode = 'once', fault: Fault = 'EIO'): Promise<Struck> {
  return struckCall(engine, 'vault.create', { name: 'Vlasta', delegation: 'CZ', passphrase: PASSPHRASE, acknowledged: true }, at, mode, fault)
}

async function unlock(engine: Engine, at = 0, mode: Mode = 'once', fault: Fault = 'EIO'): Promise<Struck> {
  return struckCall(engine, 'vault.unlock', { passphrase: PASSPHRASE }, at, mode, fault)
}

async function struckCall(engine: Engine, method: 'vault.create' | 'vault.unlock', input: object, at: number, mode: Mode, fault: Fault): Promise<Struck> {
  if (at > 0) device.failAt(at, mode, fault)
  const answer = await engine.call(method, input)
  return { struck: device.repair(), answer: answer.ok ? 'done' : answer.error.code }
}

/** A vault that opens whole, in a folder that holds nothing else; or none at all, and one can be made. */
async function expectWholeOrNone(folder: string, what: string): Promise<void> {
  const engine = await engineOn(folder)
  const status = await engine.call('vault.status', {})
  const absent = status.ok && status.value.state === 'absent'
  expect(absent ? await make(engine) : await unlock(engine), what).toEqual({ struck: null, answer: 'done' })
  expect(await engine.call('vault.verify', {}), what).toMatchObject({ value: { faults: [], registerEntries: absent ? 1 : expect.any(Number) } })
  await engine.close()
  expect(readdirSync(folder), what).toEqual(['vault.db', 'vault.head', 'vault.key'])
}

describe('making a vault', () => {
  it.each([['EIO', /^(?:write-failed|vault-damaged)$/], ['ENOSPC', /^disk-full$/]] as const)('is refused whichever single call fails with %s, and there is then a whole vault or none', async (fault, code) => {
    let failed = 0
    for (let at = 1; ; at++) {
      const folder = freshFolder()
      const engine = await engineOn(folder)
      const { struck, answer } = await make(engine, at, 'once', fault)
      await engine.close()
      if (struck === null) break
      failed++
      if (answer !== 'done') expect(answer, `${struck} (call ${at})`).toMatch(code)
      await expectWholeOrNone(folder, `${struck} (call ${at})`)
    }
    expect(failed).toBeGreaterThan(10)
  }, 60_000)

  it('that dies at any call, and dies again while it clears that away, leaves a whole vault or none', async () => {
    let twice = 0
    for (let at = 1; ; at++) {
      const folder = freshFolder()
      if ((await makeAndDie(folder, at)) === null) break
      // Only where the first left something that counts does it matter where the second died.
      const moved = existsSync(join(folder, 'vault.db')) && !existsSync(join(folder, 'vault.key'))
      for (let again = 1; moved && again <= CLEARING_CALLS; again++, twice++) {
        const copy = freshFolder()
        mkdirSync(copy)
        copyVault(folder, copy)
        const struck = await makeAndDie(copy, again)
        await expectWholeOrNone(copy, `died at call ${at}, then at ${struck} (call ${again})`)
      }
      await expectWholeOrNone(folder, `died at call ${at}`)
    }
    expect(twice).toBeGreaterThanOrEqual(CLEARING_CALLS)
  }, 60_000)
})

/** The call that it died at; null where it was done before. */
async function makeAndDie(folder: string, at: number): Promise<string | null> {
  const engine = await engineOn(folder)
  const { struck } = await make(engine, at, 'dead')
  // The lock of this very process, which a dead one cannot hold.
  await engine.close()
  return struck
}

describe('opening a vault', () => {
  it.each([['EIO', 'once'], ['ENOSPC', 'once'], ['EIO', 'dead']] as const)('is refused whichever call fails with %s (%s), harms nothing, and then succeeds', async (fault, mode) => {
    let failed = 0
    for (let at = 1; ; at++) {
      const folder = freshFolder()
      copyVault(template, folder)
      const engine = await engineOn(folder)
      const { struck, answer } = await unlock(engine, at, mode, fault)
      if (struck === null) break
      failed++
      if (answer !== 'done') expect(answer, `${struck} (call ${at})`).toMatch(fault === 'EIO' ? /^(?:write-failed|vault-damaged)$/ : /^disk-full$/)
      await engine.close()
      await expectWholeOrNone(folder, `${struck} (call ${at})`)
    }
    expect(failed).toBeGreaterThan(2)
  })
})
