import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { terminalIn } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-cli-'))
const terminal = terminalIn(folder)
const open = ['--vault', 'mine', '--passphrase-stdin']

beforeAll(async () => {
  await terminal.run('vault', 'create', ...open, '--name', 'Radovan Hruskovec', '--delegation', 'cz', '--acknowledge')
  await terminal.run('circle', 'found', 'Herons', ...open, '--kind', 'HWPCI')
}, 60_000)

describe('a backup on the command line', () => {
  test('is written, verified, restored elsewhere as another installation, and its register goes on', async () => {
    const { code, body } = await terminal.json('vault', 'backup', ...open, '--out', 'mine.chbackup')
    expect(code).toBe(0)
    expect(body).toMatchObject({ result: { fileName: 'mine.chbackup', missing: 0 } })
    expect(existsSync(join(folder, 'mine.chbackup'))).toBe(true)
    const restored = await terminal.json('vault', 'restore', 'mine.chbackup', '--vault', 'second', '--passphrase-stdin')
    expect(restored).toMatchObject({ code: 0, body: { result: { me: { name: 'Radovan Hruskovec', delegation: 'CZ' }, movedAside: null } } })
    const verified = await terminal.json('register', 'verify', '--vault', 'second', '--passphrase-stdin')
    expect(verified).toMatchObject({ code: 0, body: { result: { faults: [] } } })
    expect(await terminal.json('circle', 'list', '--vault', 'second', '--passphrase-stdin')).toMatchObject({ code: 0, body: { result: { circles: [{ name: 'Herons' }] } } })
  }, 60_000)

  test('opens with the recovery code instead, which is read with the new passphrase', async () => {
    const { body } = await terminal.json('vault', 'new-recovery-code', ...open)
    const { recoveryCode } = (body as { result: { recoveryCode: string } }).result
    await terminal.run('vault', 'backup', ...open, '--out', 'coded.chbackup')
    const next = 'nine barges wait beneath the old weir'
    const restored = await terminalIn(folder, `${recoveryCode}\n${next}\n`).json('vault', 'restore', 'coded.chbackup', '--code', '--vault', 'coded', '--passphrase-stdin')
    expect(restored).toMatchObject({ code: 0, body: { result: { me: { delegation: 'CZ' } } } })
    expect((await terminal.run('vault', 'unlock-check', '--vault', 'coded', '--passphrase-stdin')).err).toContain('passphrase-wrong')
    expect((await terminalIn(folder, `${next}\n`).run('vault', 'unlock-check', '--vault', 'coded', '--passphrase-stdin')).code).toBe(0)
  }, 60_000)

  test('is not restored over a vault unless that is moved aside', async () => {
    await terminal.run('vault', 'backup', ...open, '--out', 'again.chbackup')
    const refused = await terminal.run('vault', 'restore', 'again.chbackup', ...open)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('refused: vault-exists')
    const { code, out } = await terminal.run('vault', 'restore', 'again.chbackup', ...open, '--replace')
    expect(code).toBe(0)
    expect(out).toContain('moved-aside-1')
    expect(readdirSync(join(folder, 'mine', 'moved-aside-1'))).toContain('vault.db')
  }, 60_000)

  test('that is none is refused, and nothing is made', async () => {
    const refused = await terminal.run('vault', 'restore', 'second/vault.key', '--vault', 'third', '--passphrase-stdin')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('refused: not-a-backup')
    expect(await terminal.json('vault', 'status', '--vault', 'third')).toMatchObject({ body: { result: { state: 'absent' } } })
  }, 60_000)
})
