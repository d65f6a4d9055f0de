import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMAND_GROUPS } from '../../electron/cli/main.ts'
import { terminalIn } from './terminal.ts'

const terminal = terminalIn(mkdtempSync(join(tmpdir(), 'chancery-cli-')))
const commands = COMMAND_GROUPS.flatMap((group) => group.commands)

describe('help', () => {
  test('the program names every group', async () => {
    const { code, out } = await terminal.run('--help')
    expect(code).toBe(0)
    for (const group of COMMAND_GROUPS) expect(out).toContain(`  ${group.name} `)
  })

  test.each(COMMAND_GROUPS.filter((group) => group.commands.some((command) => command.path.length > 1)))('$name --help names each of its commands', async (group) => {
    const { code, out } = await terminal.run(group.name, '--help')
    expect(code).toBe(0)
    for (const command of group.commands) expect(out).toContain(`  ${command.path.join(' ')}`)
  })

  test.each(commands)('$path: --help names every option and positional, and needs no vault', async (command) => {
    const { code, out } = await terminal.run(...command.path, '--help')
    expect(code).toBe(0)
    for (const option of [...Object.keys(command.options), 'json', 'help']) expect(out).toContain(`--${option}`)
    for (const positional of command.positionals) expect(out).toContain(positional.name)
    expect(out.includes('--vault DIR')).toBe(command.vault !== 'none')
  })

  test('with --json help is one object', async () => {
    const { code, body } = await terminal.json('vault', '--help')
    expect(code).toBe(0)
    expect(body).toMatchObject({ ok: true, result: { help: expect.stringContaining('vault create') } })
  })
})

describe('wrong usage ends with 2 and says what is wrong', () => {
  test.each([
    { argv: [], says: 'no command given' },
    { argv: ['wault'], says: 'there is no "wault"' },
    { argv: ['vault'], says: 'what of vault?' },
    { argv: ['vault', 'burn'], says: 'there is no "vault burn"' },
    { argv: ['vault', 'status'], says: '--vault DIR is missing' },
    { argv: ['vault', 'status', '--vault', 'v', '--colour'], says: '--colour' },
    { argv: ['vault', 'status', '--vault', 'v', 'extra'], says: '"extra" is one word too many' },
    { argv: ['vault', 'create', '--vault', 'v', '--name', 'A'], says: '--delegation CODE is missing' },
    { argv: ['vault', 'create', '--vault', 'v', '--name', 'A', '--delegation', 'XX', '--passphrase-stdin'], says: '"XX" is not the code of a delegation' },
    { argv: ['card', 'read', '--vault', 'v'], says: 'FILE is missing' },
    { argv: ['certificate', 'verify', 'c.chcert'], says: '--card CARD is missing' },
    { argv: ['search', '--vault', 'v'], says: 'WORDS is missing' },
    { argv: ['demo', '--delegations', '28'], says: 'from 2 to 27' },
    { argv: ['demo', '--delegations', 'many'], says: 'from 2 to 27' },
  ])('$argv', async ({ argv, says }) => {
    const { code, out, err } = await terminal.run(...argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(says)
    expect(err).toMatch(/see: chancery .*--help/)
  })

  test('with --json there is one object as well', async () => {
    const { code, body } = await terminal.json('vault', 'status')
    expect(code).toBe(2)
    expect(body).toEqual({ ok: false, usage: expect.stringContaining('--vault DIR is missing') })
  })
})

test('no command has an option for the passphrase itself', () => {
  expect(commands.flatMap((command) => Object.keys(command.options)).filter((option) => option.includes('passphrase'))).toEqual([])
})
