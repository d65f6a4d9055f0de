import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { hostname, userInfo } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../../electron/engine/entry.ts'
import { refusalWords } from '../../../shared/ipc/refusalWords.ts'
import { makeDelegation, PASSPHRASE, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import { bytesOf, withDatabase } from '../../fakes/vaultFiles.ts'

let root: string
let folder: string
let one: TestDelegation
const others: Engine[] = []

beforeEach(async () => {
  root = temporaryFolder()
  folder = join(root, 'vault')
  one = await makeDelegation({ folder, delegation: 'CZ', name: 'Vlasta Heronova' })
})

afterEach(async () => {
  for (const engine of others.splice(0)) await engine.close()
  await one.close()
  rmSync(root, { recursive: true, force: true })
})

async function second(): Promise<Engine> {
  const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
  others.push(engine)
  return engine
}

async function unlockCode(passphrase = PASSPHRASE): Promise<string> {
  const answer = await (await second()).call('vault.unlock', { passphrase })
  return answer.ok ? 'opened' : answer.error.code
}

describe('a vault', () => {
  it('opens again as the same installation after it was closed', async () => {
    await one.close()
    const again = await (await second()).call('vault.unlock', { passphrase: PASSPHRASE })
    expect(again).toEqual({ ok: true, value: one.me })
  })

  it('tells nothing of its owner while it is closed', async () => {
    await one.close()
    expect(await (await second()).call('vault.status', {})).toEqual({ ok: true, value: { state: 'locked', me: null, readOnly: null } })
  })

  it('answers to no other passphrase, and is left as it was', async () => {
    await one.close()
    const before = bytesOf(folder)
    expect(await unlockCode('seven grey herons watch the river')).toBe('passphrase-wrong')
    // That somebody tried is kept beside it, until the register can hold it.
    const after = new Map([...bytesOf(folder)].filter(([path]) => basename(path) !== 'attempts'))
    expect(after).toEqual(before)
  })

  it('takes the same words however the keyboard composed them', async () => {
    const composed = await makeDelegation({ folder: join(root, 'composed'), delegation: 'DE' })
    await composed.close()
    const engine = await createEngine({ vaultFolder: join(root, 'composed'), kdf: 'floor' })
    others.push(engine)
    expect((await engine.call('vault.unlock', { passphrase: PASSPHRASE.replace('seven', 'ｓｅｖｅｎ') })).ok).toBe(true)
  })

  it('is not made over another', async () => {
    expect(await one.refused('vault.create', { name: 'X', delegation: 'DE', passphrase: PASSPHRASE, acknowledged: true })).toMatchObject({ code: 'vault-exists' })
    await one.close()
    const answer = await (await second()).call('vault.create', { name: 'X', delegation: 'DE', passphrase: PASSPHRASE, acknowledged: true })
    expect(answer).toMatchObject({ ok: false, error: { code: 'vault-exists' } })
  })

  it('refuses a method that needs it while it is closed', async () => {
    expect(await (await second()).call('circle.list', {})).toMatchObject({ ok: false, error: { code: 'vault-locked' } })
  })

  it('is absent where there is no folder', async () => {
    const engine = await createEngine({ vaultFolder: join(root, 'nothing'), kdf: 'floor' })
    expect(await engine.call('vault.status', {})).toMatchObject({ value: { state: 'absent' } })
    expect(await engine.call('vault.unlock', { passphrase: PASSPHRASE })).toMatchObject({ error: { code: 'vault-absent' } })
    expect(existsSync(join(root, 'nothing'))).toBe(false)
  })
})

describe('a vault that was made by a newer Chancery', () => {
  it('is refused by the version of its database, unharmed', async () => {
    await one.close()
    await withDatabase(folder, (db) => db.pragma('user_version=99'))
    const before = bytesOf(folder)
    expect(await unlockCode()).toBe('vault-newer')
    expect(bytesOf(folder)).toEqual(before)
  })
})

describe('a damaged vault', () => {
  it('is refused for every single byte of the key file, and never made anew', async () => {
    await one.close()
    const keyFile = join(folder, 'vault.key')
    const good = readFileSync(keyFile)
    const database = readFileSync(join(folder, 'vault.db'))
    const engine = await second()
    for (let at = 0; at < good.length; at++) {
      const bad = Uint8Array.from(good)
      bad[at] = (bad[at] ?? 0) ^ 0x01
      writeFileSync(keyFile, bad)
      const answer = await engine.call('vault.unlock', { passphrase: PASSPHRASE })
      expect(answer).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^vault-(?:damaged|newer)$/) } })
    }
    writeFileSync(keyFile, good)
    expect(readFileSync(join(folder, 'vault.db')).equals(database)).toBe(true)
    expect(await unlockCode()).toBe('opened')
  })

  it('is refused for a byte of the database, which stays as it is', async () => {
    await one.close()
    const file = join(folder, 'vault.db')
    const good = readFileSync(file)
    for (const at of [0, 20, 100, 2000]) {
      const bad = Uint8Array.from(good)
      bad[at] = (bad[at] ?? 0) ^ 0x80
      writeFileSync(file, bad)
      expect(await unlockCode()).toBe('vault-damaged')
      expect(readFileSync(file).equals(bad)).toBe(true)
    }
  })

  it('is refused where its database was put in plain text, emptied or taken away', async () => {
    await one.close()
    const file = join(folder, 'vault.db')
    writeFileSync(file, 'SQLite format 3\0 and what follows')
    expect(await unlockCode()).toBe('vault-damaged')
    writeFileSync(file, '')
    expect(await unlockCode()).toBe('vault-damaged')
    rmSync(file)
    expect(await unlockCode()).toBe('vault-damaged')
    expect(existsSync(file)).toBe(false)
  })

  it('is neither opened nor made anew where its key file was taken away', async () => {
    await one.close()
    renameSync(join(folder, 'vault.key'), join(root, 'kept-aside'))
    expect(await unlockCode()).toBe('vault-damaged')
    const answer = await (await second()).call('vault.create', { name: 'X', delegation: 'DE', passphrase: PASSPHRASE, acknowledged: true })
    expect(answer).toMatchObject({ ok: false, error: { code: 'vault-exists' } })
    renameSync(join(root, 'kept-aside'), join(folder, 'vault.key'))
    expect(await unlockCode()).toBe('opened')
  })
})

/** Another process that has the vault open until its input ends. */
async function holdInChild(): Promise<ChildProcessByStdio<Writable, Readable, null>> {
  await one.close()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../fakes/holdVault.ts'), folder, PASSPHRASE], { stdio: ['pipe', 'pipe', 'inherit'] })
  expect(String((await once(child.stdout, 'data'))[0]).trim()).toBe('opened')
  return child
}

async function end(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  const said = once(child.stdout, 'data')
  const gone = once(child, 'exit')
  child.stdin.end()
  const words = String((await said)[0]).trim()
  await gone
  return words
}

describe('one vault, two engines', () => {
  it('lets the second one in only after the first has closed', async () => {
    expect(await unlockCode()).toBe('vault-busy')
    await one.close()
    expect(await unlockCode()).toBe('opened')
  })

  it('tells the second one who holds it, in words that say what to do', async () => {
    const before = Date.now()
    const child = await holdInChild()
    const answer = await (await second()).call('vault.unlock', { passphrase: PASSPHRASE })
    if (answer.ok) throw new Error('two processes have one vault open')
    const { code, facts } = answer.error
    expect({ code, facts }).toEqual({ code: 'vault-busy', facts: { user: userInfo().username, host: hostname(), sinceUtcMs: expect.any(Number), where: 'here' } })
    expect(facts['sinceUtcMs']).toBeGreaterThanOrEqual(before)
    expect(facts['sinceUtcMs']).toBeLessThanOrEqual(Date.now())
    expect(refusalWords(answer.error).meaning).toMatch(new RegExp(`since .* UTC: ${userInfo().username} on ${hostname()}\\.$`))
    expect(await end(child)).toBe('closed')
    expect(existsSync(join(folder, 'lock'))).toBe(false)
    expect(await unlockCode()).toBe('opened')
  })

  it('opens again after the process that held it was killed', async () => {
    const child = await holdInChild()
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(join(folder, 'lock'))).toBe(true)
    expect(await unlockCode()).toBe('opened')
  })

  it('stays shut to another process even where the lock file was taken away, for the database itself is locked', () => {
    for (const lockFile of ['there', 'gone']) {
      if (lockFile === 'gone') rmSync(join(folder, 'lock'))
      const child = spawnSync(process.execPath, [join(import.meta.dirname, '../../fakes/unlockInChild.ts'), folder, PASSPHRASE], { encoding: 'utf8' })
      expect(child.stdout.trim(), child.stderr).toBe('vault-busy')
    }
  })

  it('gives up its lock after a refusal', async () => {
    await one.close()
    expect(await unlockCode('seven grey herons watch the river')).toBe('passphrase-wrong')
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })
})
