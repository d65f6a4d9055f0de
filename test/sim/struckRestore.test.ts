/** Restoring a vault from a backup, with every single call to disk and database failing in turn: a whole vault, or none and room for one. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createEngine, type Engine } from '../../electron/engine/entry.ts'
import { device, type Fault, type Mode } from '../fakes/failingDevice.ts'
import { makeDelegation, PASSPHRASE, temporaryFolder } from '../fakes/testDelegation.ts'
import { openDossier } from '../fakes/testDossier.ts'

vi.mock('node:fs', async (original) => (await import('../fakes/failingDevice.ts')).failingFs(await original()))
vi.mock('better-sqlite3-multiple-ciphers', async (original) => {
  const { failingDriver } = await import('../fakes/failingDevice.ts')
  return { default: failingDriver((await original<{ default: Parameters<typeof failingDriver>[0] }>()).default) }
})
// The derivation touches no device and takes most of the time.
vi.mock('../../electron/engine/keys/passphrase.ts', async (original) => {
  const { createHash } = await import('node:crypto')
  const deriveKek = (password: Uint8Array, salt: Uint8Array): Uint8Array => createHash('sha256').update(password).update(salt).digest()
  return { ...(await original<object>()), deriveKek }
})

const root = temporaryFolder()
let backup = ''
let folders = 0

beforeAll(async () => {
  const one = await makeDelegation({ folder: join(root, 'vault'), delegation: 'GSC' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  await openDossier(one, circle, ['CZ'])
  backup = join(root, (await one.call('backup.write', { target: one.target(root) })).fileName)
  await one.close()
}, 60_000)
afterEach(() => void device.repair())
afterAll(() => rmSync(root, { recursive: true, force: true }))

async function restore(engine: Engine): Promise<string> {
  const answer = await engine.call('backup.restore', { source: engine.grantSource(backup), passphrase: PASSPHRASE, replace: false })
  return answer.ok ? 'done' : answer.error.code
}

/** Whole, and another installation's; or absent, and then it can be restored. Nothing else lies in the folder afterwards. */
async function expectWholeOrNone(vaultFolder: string, what: string): Promise<void> {
  const engine = await createEngine({ vaultFolder, kdf: 'floor' })
  const status = await engine.call('vault.status', {})
  if (status.ok && status.value.state === 'absent') expect(await restore(engine), what).toBe('done')
  else expect(await engine.call('vault.unlock', { passphrase: PASSPHRASE }), what).toMatchObject({ ok: true })
  expect(await engine.call('vault.verify', {}), what).toMatchObject({ value: { faults: [], events: 2 } })
  expect(await engine.call('backup.show', {}), what).toMatchObject({ value: { restored: { awaitsAdmission: true } } })
  await engine.close()
  expect(readdirSync(vaultFolder).filter((name) => name !== 'blobs'), what).toEqual(['vault.db', 'vault.head', 'vault.key'])
}

describe('restoring', () => {
  it.each([['EIO', 'once', /^(?:write-failed|vault-damaged)$/], ['ENOSPC', 'once', /^disk-full$/], ['EIO', 'dead', /^(?:write-failed|vault-damaged)$/]] as const)(
    'whichever call fails with %s (%s) is refused, and there is then a whole vault or none', async (fault: Fault, mode: Mode, refused: RegExp) => {
      let failed = 0
      for (let at = 1; ; at++) {
        const vaultFolder = join(root, `machine-${++folders}`)
        const engine = await createEngine({ vaultFolder, kdf: 'floor' })
        device.failAt(at, mode, fault)
        const answer = await restore(engine)
        const struck = device.repair()
        await engine.close()
        if (struck === null) break
        failed++
        if (answer !== 'done') expect(answer, `${struck} (call ${at})`).toMatch(refused)
        await expectWholeOrNone(vaultFolder, `${struck} (call ${at})`)
        if (existsSync(vaultFolder)) rmSync(vaultFolder, { recursive: true, force: true })
      }
      expect(failed).toBeGreaterThan(30)
    }, 120_000)
})
