/** Indicators that leave on the command line: what the format has no form for is said before and after. */
import { mkdtempSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { terminalIn, type Ran } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-indicators-'))
const terminal = terminalIn(folder)
const MUTEX = { type: 'other', value: 'Mutex berth-7', firstSeen: null, lastSeen: null, note: '' }
const DOMAIN = { type: 'domain', value: 'heron.example', firstSeen: '2031-05-28', lastSeen: null, note: '' }
const BEYOND = '1 indicator of the kind “Other” goes into a note as words, which programs pass over: STIX has no form for it.\n'

const on = (...argv: string[]): Promise<Ran> => terminal.run(...argv, '--vault', 'cz', '--passphrase-stdin')

async function add(...indicators: readonly object[]): Promise<string> {
  writeFileSync(join(folder, 'indicators.json'), JSON.stringify({ kind: 'indicators', title: 'Loader', from: '', indicators }))
  const { out } = await on('entry', 'add', 'EX/1', '--content', 'indicators.json', '--json')
  return (JSON.parse(out) as { result: { event: string } }).result.event
}
const write = (entry: string, format: string, ...more: string[]): Promise<Ran> => on('indicators', 'write', 'EX/1', entry, '--format', format, '--out', 'stick', ...more)

describe('indicators written on the command line', () => {
  beforeAll(async () => {
    mkdirSync(join(folder, 'stick'))
    await on('vault', 'create', '--acknowledge', '--name', 'Radovan Hruskovec', '--delegation', 'CZ')
    await on('circle', 'found', 'Working Party', '--kind', 'HWPCI')
    await on('dossier', 'open', '--reference', 'EX/1', '--title', 'A fictional case', '--kind', 'exercise', '--limite')
  })

  test('as STIX say what it has no form for before anything is written, and once more when it is', async () => {
    const entry = await add(MUTEX, DOMAIN)
    const asked = await write(entry, 'stix')
    expect(asked).toMatchObject({ code: 1, out: '' })
    expect(asked.err.startsWith(`Note: ${BEYOND}`)).toBe(true)
    expect(readdirSync(join(folder, 'stick'))).toEqual([])
    const written = await write(entry, 'stix', '--in-the-clear')
    expect(written).toMatchObject({ code: 0, err: `Note: ${BEYOND}` })
    expect(written.out.endsWith(BEYOND)).toBe(true)
  })

  test('as MISP have nothing to say', async () => {
    expect(await write(await add(MUTEX, DOMAIN), 'misp', '--in-the-clear')).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/^Written and read back: [^\n]+\.\n$/) })
  })

  test('as STIX are refused where it has a form for none of them, with what to do', async () => {
    const refused = await write(await add(MUTEX), 'stix', '--in-the-clear')
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('nothing could be read from the file')
    expect(refused.err).toContain('Write them as MISP')
  })
})
