import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/main.ts'
import { PASSPHRASE, terminalIn, typingTerminal } from './terminal.ts'

const NEW_PASSPHRASE = 'eleven quiet herons cross orchid harbour'
const folder = mkdtempSync(join(tmpdir(), 'chancery-cli-'))
const create = (vault: string, ...more: string[]): string[] =>
  ['vault', 'create', '--vault', vault, '--name', 'Radovan Hruskovec', '--delegation', 'cz', '--acknowledge', '--passphrase-stdin', ...more]
const opens = async (vault: string, passphrase: string, ...more: string[]): Promise<number> =>
  (await terminalIn(folder, `${passphrase}\n`).run('vault', 'unlock-check', '--vault', vault, '--passphrase-stdin', ...more)).code
let code: string

beforeAll(async () => {
  const { body } = await terminalIn(folder).json(...create('mine', '--recovery'))
  code = String((body['result'] as { recoveryCode: unknown }).recoveryCode)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what opens the vault, on the command line', () => {
  test('a passphrase is changed from two lines of standard input', async () => {
    const changed = await terminalIn(folder, `${PASSPHRASE}\n${NEW_PASSPHRASE}\n`).run('vault', 'change-passphrase', '--vault', 'mine', '--passphrase-stdin')
    expect(changed).toMatchObject({ code: 0, err: '' })
    expect(changed.out).toContain('Argon2id, 3 passes, 64 MiB')
    expect([await opens('mine', PASSPHRASE), await opens('mine', NEW_PASSPHRASE)]).toEqual([1, 0])
  })

  test('the recovery code is printed once and sets a new passphrase; a newer one makes it useless', async () => {
    const recover = (written: string, passphrase: string): Promise<{ code: number; err: string }> =>
      terminalIn(folder, `${written}\n${passphrase}\n`).run('vault', 'recover', '--vault', 'mine', '--passphrase-stdin')
    expect(code).toMatch(/^(?:[0-9A-Z]{4}-){8}[0-9A-Z]{4}$/)
    expect(await recover(code, PASSPHRASE)).toMatchObject({ code: 0 })
    const { out } = await terminalIn(folder).run('vault', 'new-recovery-code', '--vault', 'mine', '--passphrase-stdin')
    expect(await recover(code, NEW_PASSPHRASE)).toMatchObject({ code: 1, err: expect.stringContaining('refused: recovery-code-wrong') })
    expect(await recover(/\S{44}/.exec(out)?.[0] ?? '', NEW_PASSPHRASE)).toMatchObject({ code: 0 })
    expect(await opens('mine', NEW_PASSPHRASE)).toBe(0)
    expect(await recover(code.slice(0, -1), PASSPHRASE)).toMatchObject({ code: 1, err: expect.stringContaining('refused: recovery-code-mistyped') })
  })

  test('a key file is made, asked for, and given up again', async () => {
    await terminalIn(folder).run('vault', 'make-key-file', '.')
    const [key = ''] = readdirSync(folder).filter((name) => name.endsWith('.chkey'))
    expect((await terminalIn(folder).run(...create('both', '--key-file', key))).code).toBe(0)
    expect(await terminalIn(folder).run('vault', 'unlock-check', '--vault', 'both', '--passphrase-stdin')).toMatchObject({ code: 1, err: expect.stringContaining('refused: key-file-needed') })
    expect(await opens('both', PASSPHRASE, '--key-file', key)).toBe(0)
    const change = ['vault', 'change-passphrase', '--vault', 'both', '--passphrase-stdin', '--key-file', key]
    const typed = terminalIn(folder, `${PASSPHRASE}\n${NEW_PASSPHRASE}\n`)
    expect((await typed.run(...change, '--new-key-file', key, '--without-key-file')).code).toBe(2)
    expect((await typed.run(...change, '--without-key-file')).code).toBe(0)
    expect(await opens('both', NEW_PASSPHRASE)).toBe(0)
  })

  test('a file with two lines serves as well, and a weak new passphrase is refused and never shown', async () => {
    writeFileSync(join(folder, 'two.txt'), `${PASSPHRASE}\r\nSummer2024!Summer\r\n`)
    await terminalIn(folder).run(...create('weak'))
    const { code: exit, out, err } = await terminalIn(folder).run('vault', 'change-passphrase', '--vault', 'weak', '--passphrase-file', 'two.txt')
    expect(exit).toBe(1)
    expect(err).toContain('refused: passphrase-weak')
    expect(out + err).not.toContain('Summer2024')
  })

  test('at a terminal the new passphrase is asked for twice, unseen', async () => {
    await terminalIn(folder).run(...create('typed'))
    const typed = [PASSPHRASE, NEW_PASSPHRASE, NEW_PASSPHRASE]
    const { host, printed } = typingTerminal(folder, '')
    const input = Object.assign(host.input, { setRawMode: (raw: boolean) => { if (raw) setImmediate(() => host.input.push(`${typed.shift()}\r`)) } })
    expect(await runCli(['vault', 'change-passphrase', '--vault', 'typed'], { ...host, input })).toBe(0)
    expect(printed()).toContain('The same again: ')
    expect(printed()).not.toContain(NEW_PASSPHRASE)
  })
})
