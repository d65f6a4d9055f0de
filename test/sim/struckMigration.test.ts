/** Bringing a vault of every earlier version up to date, with every single call to disk and database failing in turn. */
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { isDamage, isFileFault, isFullDisk } from '../../electron/engine/vault/connection.ts'
import { MIGRATIONS, NEWEST_VERSION } from '../../electron/engine/vault/migrations.ts'
import { openStore } from '../../electron/engine/vault/vaultFolder.ts'
import { device, type Fault, type Mode } from '../fakes/failingDevice.ts'
import { temporaryFolder } from '../fakes/testDelegation.ts'
import { databaseKey } from '../fakes/vaultFiles.ts'
import { frozenFolder, frozenHolding, thawVault } from '../vectors/vaults.ts'
import { faultsOf } from './killedWork.ts'

vi.mock('node:fs', async (original) => (await import('../fakes/failingDevice.ts')).failingFs(await original()))
vi.mock('better-sqlite3-multiple-ciphers', async (original) => {
  const { failingDriver } = await import('../fakes/failingDevice.ts')
  return { default: failingDriver((await original<{ default: Parameters<typeof failingDriver>[0] }>()).default) }
})

const EARLIER = MIGRATIONS.map((_, at) => at + 1).filter((version) => version < NEWEST_VERSION)
const root = temporaryFolder()
const keys = new Map<number, string>()
let folders = 0

beforeAll(async () => {
  for (const version of EARLIER) keys.set(version, await databaseKey(frozenFolder(version)))
}, 60_000)
afterEach(() => void device.repair())
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** `other` stands for a throw that no person would be told the meaning of. */
type Answer = 'opened' | 'newer' | 'absent' | 'busy' | 'damaged' | 'disk' | 'full' | 'other'

function open(folder: string, key: string): Answer {
  try {
    const opened = openStore(folder, key)
    if (!opened.ok) return opened.error
    opened.value.close()
    return 'opened'
  } catch (error) {
    if (isFullDisk(error)) return 'full'
    return isDamage(error) || isFileFault(error) ? 'disk' : 'other'
  }
}

describe.each(EARLIER)('a vault of version %i', (version) => {
  it.each([['EIO', 'once', /^(?:damaged|disk)$/], ['ENOSPC', 'once', /^full$/], ['EIO', 'dead', /^(?:damaged|disk)$/]] as const)(
    'whichever call of its migration fails with %s (%s) is refused, opens the next time, and holds what it held', async (fault: Fault, mode: Mode, refused: RegExp) => {
      const key = keys.get(version) ?? ''
      let failed = 0
      for (let at = 1; ; at++) {
        const folder = join(root, String(++folders))
        thawVault(version, folder)
        device.failAt(at, mode, fault)
        const answer = open(folder, key)
        const struck = device.repair()
        if (struck === null) break
        failed++
        if (answer !== 'opened') expect(answer, `${struck} (call ${at})`).toMatch(refused)
        // With the copy that it keeps until the vault has been opened once more.
        const faults = await faultsOf({ folder, rawKeyHex: key }, 6, async ({ session }) => (
          session.store.events.all().length === frozenHolding(version).events ? [] : ['events were lost']
        ))
        expect(faults, `${struck} (call ${at})`).toEqual([])
        expect(readdirSync(folder).filter((name) => name.startsWith('before-') && name !== 'before-migration.db'), `${struck} (call ${at})`).toEqual([])
        rmSync(folder, { recursive: true, force: true })
      }
      expect(failed).toBeGreaterThan(8)
    }, 180_000)
})
