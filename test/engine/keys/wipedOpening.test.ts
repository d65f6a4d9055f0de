/** The keys of a vault are overwritten when it is closed, and also where it does not open although its passphrase was right. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Identities from '../../../electron/engine/keys/identity.ts'
import type * as Subkeys from '../../../electron/engine/keys/subkeys.ts'
import { fixedClock } from '../../fakes/fixedClock.ts'
import { makeDelegation, PASSPHRASE, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import { withDatabase } from '../../fakes/vaultFiles.ts'
import { createEngine } from '../../../electron/engine/entry.ts'

/** Every key that was derived from the data key of a vault, and that key itself, by reference. */
const derived = vi.hoisted((): { readonly dek: Uint8Array; readonly key: Uint8Array; readonly use: string }[] => [])
vi.mock('../../../electron/engine/keys/subkeys.ts', async (original) => {
  const real = await original<typeof Subkeys>()
  const subkeyOf: typeof real.subkeyOf = (dek, use) => {
    const key = real.subkeyOf(dek, use)
    derived.push({ dek, key, use })
    return key
  }
  return { ...real, subkeyOf }
})
const read = vi.hoisted((): Pick<Identities.Identity, 'sealing' | 'signingSeed'>[] => [])
vi.mock('../../../electron/engine/keys/identity.ts', async (original) => {
  const real = await original<typeof Identities>()
  const parseIdentity: typeof real.parseIdentity = (bytes) => {
    const identity = real.parseIdentity(bytes)
    if (identity.ok) read.push(identity.value)
    return identity
  }
  return { ...real, parseIdentity }
})

let root: string
let folder: string
let one: TestDelegation
beforeEach(async () => {
  root = temporaryFolder()
  folder = join(root, 'vault')
  one = await makeDelegation({ folder, delegation: 'CZ' })
  forgetWhatWasSeen()
})
afterEach(async () => {
  await one.close()
  rmSync(root, { recursive: true, force: true })
})

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)
function forgetWhatWasSeen(): void {
  derived.splice(0)
  read.splice(0)
}
const notBlank = (): string[] => [...derived.flatMap(({ dek, key, use }) => [...(isBlank(key) ? [] : [use]), ...(isBlank(dek) ? [] : ['dek'])]), ...read.flatMap(({ signingSeed }) => (isBlank(signingSeed) ? [] : ['identity']))]

describe('the keys of a vault are overwritten', () => {
  it('when it is closed, and not before', async () => {
    await one.close()
    const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
    expect((await engine.call('vault.unlock', { passphrase: PASSPHRASE })).ok).toBe(true)
    expect([...new Set(notBlank())]).toEqual(['local', 'backup', 'identity'])
    await engine.close()
    expect(notBlank()).toEqual([])
  })

  it('and of a sealing key whose retention has ended no copy is left, while the keys that stay go on signing', async () => {
    const clock = fixedClock(Date.UTC(2031, 5, 2))
    const rotating = await makeDelegation({ folder: join(root, 'rotating'), delegation: 'NL', clock })
    for (const which of ['sealing', 'both'] as const) await rotating.call('keys.rotate', { which })
    clock.advance(31 * 86_400_000)
    const { generations } = await rotating.call('keys.list', {})
    expect(generations.map(({ sealingDeletedAtUtcMs }) => sealingDeletedAtUtcMs !== null)).toEqual([true, true, false])
    expect(read.filter(({ sealing }) => sealing !== null && !isBlank(sealing.seed))).toHaveLength(1)
    await rotating.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
    expect(await rotating.call('vault.verify', {})).toMatchObject({ faults: [] })
    await rotating.close()
    expect(read.length).toBeGreaterThan(3)
    expect(notBlank()).toEqual([])
  })

  it.each([
    ['whose identity is gone', 'DELETE FROM identity'],
    ['whose register takes no line', "CREATE TRIGGER harm BEFORE INSERT ON register BEGIN SELECT RAISE(ABORT, 'no line'); END"],
  ])('where a vault does not open %s', async (_what, harm) => {
    await one.close()
    await withDatabase(folder, (db) => db.exec(harm))
    forgetWhatWasSeen()
    const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
    expect((await engine.call('vault.unlock', { passphrase: PASSPHRASE })).ok).toBe(false)
    expect(derived.map(({ use }) => use)).toContain('local')
    expect(notBlank()).toEqual([])
    await engine.close()
  })
})
