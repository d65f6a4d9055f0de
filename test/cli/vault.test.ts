import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/main.ts'
import { PASSPHRASE, terminalIn, typingTerminal } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-cli-'))
const terminal = terminalIn(folder)
const create = ['vault', 'create', '--vault', 'mine', '--name', 'Radovan Hruskovec', '--delegation', 'cz', '--acknowledge', '--passphrase-stdin']

beforeAll(async () => {
  await terminal.run(...create)
})

describe('the vault on the command line', () => {
  test('create refuses where there is a vault already, with code, meaning and remedy on standard error', async () => {
    const { code, out, err } = await terminal.run(...create)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err.split('\n')).toEqual(['refused: vault-exists', expect.stringMatching(/\.$/), expect.stringMatching(/^What to do: .+\.$/), ''])
  })

  test('with --json the refusal is an object with the same words', async () => {
    const { code, body, err } = await terminal.json(...create)
    expect(code).toBe(1)
    expect(body).toEqual({ ok: false, refusal: { code: 'vault-exists', stage: null, facts: {}, meaning: expect.any(String), remedy: expect.any(String) } })
    expect(err).toContain('refused: vault-exists')
  })

  test('create refuses without the acknowledgement, and leaves nothing behind', async () => {
    const { code, err } = await terminal.run(...create.map((word) => (word === 'mine' ? 'other' : word)).filter((word) => word !== '--acknowledge'))
    expect(code).toBe(1)
    expect(err).toContain('refused: not-acknowledged')
    expect(existsSync(join(folder, 'other'))).toBe(false)
  })

  test('create refuses a weak passphrase', async () => {
    const { code, err } = await terminalIn(folder, 'password1\n').run(...create.map((word) => (word === 'mine' ? 'weak' : word)))
    expect(code).toBe(1)
    expect(err).toContain('refused: passphrase-weak')
    expect(err).not.toContain('password1')
  })

  test('status needs no passphrase', async () => {
    expect(await terminal.json('vault', 'status', '--vault', 'mine')).toMatchObject({ code: 0, body: { ok: true, result: { state: 'locked' } } })
    expect(await terminal.json('vault', 'status', '--vault', 'nowhere')).toMatchObject({ code: 0, body: { ok: true, result: { state: 'absent' } } })
    expect(readdirSync(folder)).not.toContain('nowhere')
  })

  test('unlock-check opens with the passphrase from standard input or a file', async () => {
    writeFileSync(join(folder, 'pass.txt'), `${PASSPHRASE}\r\nsecond line\n`)
    const check = ['vault', 'unlock-check', '--vault', 'mine']
    expect((await terminal.run(...check, '--passphrase-stdin')).code).toBe(0)
    const { code, body } = await terminal.json(...check, '--passphrase-file', 'pass.txt')
    expect(code).toBe(0)
    expect(body).toMatchObject({ result: { state: 'open', me: { name: 'Radovan Hruskovec', delegation: 'CZ' } } })
  })

  test('a wrong passphrase is refused and never shown', async () => {
    const { code, out, err } = await terminalIn(folder, 'not the passphrase at all\n').run('vault', 'unlock-check', '--vault', 'mine', '--passphrase-stdin', '--json')
    expect(code).toBe(1)
    expect(err).toContain('refused: passphrase-wrong')
    expect(out + err).not.toContain('not the passphrase at all')
  })

  test('an absent vault is refused before the passphrase is asked for', async () => {
    const { code, err } = await terminal.run('vault', 'verify', '--vault', 'nowhere')
    expect(code).toBe(1)
    expect(err).toContain('refused: vault-absent')
  })

  test('without a terminal and without an option for the passphrase the usage is wrong', async () => {
    const { code, err } = await terminal.run('vault', 'verify', '--vault', 'mine')
    expect(code).toBe(2)
    expect(err).toContain('--passphrase-stdin')
  })

  test('two sources of the passphrase exclude each other, and an unreadable file is refused', async () => {
    const verify = ['vault', 'verify', '--vault', 'mine', '--passphrase-file', 'absent.txt']
    expect((await terminal.run(...verify, '--passphrase-stdin')).code).toBe(2)
    expect(await terminal.run(...verify)).toMatchObject({ code: 1, err: expect.stringContaining('refused: file-unreadable') })
  })

  test('verify finds no fault in a new vault, and the register shows the unlocking', async () => {
    expect(await terminal.json('vault', 'verify', '--vault', 'mine', '--passphrase-stdin')).toMatchObject({ code: 0, body: { result: { faults: [] } } })
    const { code, out } = await terminal.run('register', 'list', '--vault', 'mine', '--passphrase-stdin')
    expect(code).toBe(0)
    expect(out).toMatch(/Brussels time \(\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC\)/)
  })
})

describe('typed at a terminal', () => {
  test('the passphrase is taken without echo, with backspace, and raw mode is left again', async () => {
    const { host, printed, rawModes } = typingTerminal(folder, `x\u007f${PASSPHRASE}\r`)
    expect(await runCli(['vault', 'unlock-check', '--vault', 'mine'], host)).toBe(0)
    expect(rawModes).toEqual([true, false])
    expect(printed()).toContain('Passphrase: ')
    expect(printed()).not.toContain(PASSPHRASE)
  })

  test('Ctrl+C is a refusal: cancelled', async () => {
    const { host, printed, rawModes } = typingTerminal(folder, 'seven\u0003')
    expect(await runCli(['vault', 'unlock-check', '--vault', 'mine'], host)).toBe(1)
    expect(printed()).toContain('refused: cancelled')
    expect(rawModes).toEqual([true, false])
  })

  test('a new passphrase is asked for twice, and must be the same', async () => {
    let asked = 0
    const { host, printed } = typingTerminal(folder, '')
    const input = Object.assign(host.input, { setRawMode: (raw: boolean) => { if (raw) setImmediate(() => host.input.push(`${PASSPHRASE} ${asked++}\r`)) } })
    expect(await runCli(create.slice(0, -1).map((word) => (word === 'mine' ? 'typed' : word)), { ...host, input })).toBe(2)
    expect(printed()).toContain('the two passphrases differ')
    expect(existsSync(join(folder, 'typed'))).toBe(false)
  })
})

test('the program itself runs from source, reads the passphrase from a pipe and ends with the code', () => {
  const run = (argv: string[]) => spawnSync(process.execPath, [resolve('electron/cli/bin.ts'), ...argv], { cwd: folder, input: `${PASSPHRASE}\n`, encoding: 'utf8' })
  expect(run(['vault', 'unlock-check', '--vault', 'mine', '--passphrase-stdin', '--json'])).toMatchObject({ status: 0, stderr: '' })
  expect(run(['vault', 'status']).status).toBe(2)
  expect(run(['certificate', 'verify', 'absent.chcert', '--card', 'absent.chcard'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('refused: file-missing') })
})
