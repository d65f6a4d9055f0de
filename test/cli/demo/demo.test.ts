import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DemoSummary } from '../../../electron/cli/demo/summary.ts'
import { terminalIn } from '../terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-demo-'))
const terminal = terminalIn(folder)

describe('the demo with three delegations', () => {
  let summary: DemoSummary
  const lines: string[] = []

  beforeAll(async () => {
    const ran = await terminal.run('demo', '--delegations', '3', '--json')
    lines.push(...ran.out.trim().split('\n'), ran.err)
    summary = (JSON.parse(ran.out) as { result: DemoSummary }).result
  }, 60_000)

  test('prints one JSON object and nothing else', () => {
    expect(lines).toHaveLength(2)
    expect(lines[1]).toBe('')
    expect(summary.delegations).toEqual(['CZ', 'DE', 'NL'])
  })

  test('says that its clock is simulated and that its vaults are throw-away', () => {
    expect(summary).toMatchObject({ clock: 'simulated', passphraseCost: 'floor' })
  })

  test('settles every suggestion: some accepted, one edited, some not taken up, collisions named', () => {
    const [rev1, rev2] = summary.revs
    expect(summary.revs.map((rev) => rev.rev)).toEqual([1, 2])
    expect(rev1).toMatchObject({ edited: 1, collisions: 2 })
    for (const rev of [rev1, rev2]) expect((rev?.accepted ?? 0) + (rev?.edited ?? 0) + (rev?.notTakenUp ?? 0)).toBe(rev?.received)
    expect((rev1?.received ?? 0) + (rev2?.received ?? 0)).toBe(summary.suggestionsSent)
    expect(rev1?.groups).toBe((rev1?.received ?? 0) - 1)
  })

  test('breaks the first silence and keeps the second, with deadlines at 17:00 in Brussels on both sides of the clock change', () => {
    expect(summary.silences.map(({ rev, broken, deadline }) => ({ rev, broken, utc: new Date(deadline.utcMs).toISOString() }))).toEqual([
      { rev: 1, broken: true, utc: '2026-03-27T16:00:00.000Z' },
      { rev: 2, broken: false, utc: '2026-03-31T15:00:00.000Z' },
    ])
    expect(summary.silences[1]?.outcome).toContain('agreed at working party level')
    expect(summary.certificate.outcome).toBe(summary.silences[1]?.outcome)
    expect(summary.certificate.textHash).toBe(summary.revs[1]?.textHash)
    expect(summary.certificate.notProven.length).toBeGreaterThan(0)
  })

  test('refuses the damaged bundle at its stage, and knows the one that came twice', () => {
    expect(summary.refused[0]).toEqual({ code: 'bundle-altered', stage: 'payload' })
    expect(summary.bundles.twice).toBe(1)
  })

  test('ends in one state on all machines', () => {
    expect(summary.machinesWithSameState).toBe(4)
    expect(summary.stateHash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('finds no plaintext, having looked for many words in many files', () => {
    expect(summary.plaintextSearch.found).toEqual([])
    expect(summary.plaintextSearch.words).toBeGreaterThan(300)
    expect(summary.plaintextSearch.files).toBeGreaterThan(12)
  })

  test('leaves REV 0 to 2 clean and marked in three formats, disposition tables and the certificate', () => {
    expect(summary.papers).toHaveLength(3 + 9 + 9 + 3)
    for (const name of summary.papers) expect(statSync(join(summary.folder, 'papers', name)).size).toBeGreaterThan(200)
    const formats = (extension: string) => summary.papers.filter((name) => name.endsWith(extension)).length
    expect([formats('.docx'), formats('.html'), formats('.md'), formats('.chcert')]).toEqual([7, 8, 8, 1])
    expect(readdirSync(join(summary.folder, 'stick')).filter((name) => name.endsWith('.chbundle')).length).toBeGreaterThanOrEqual(13)
  })

  test('the certificate it left verifies from the command line, without a vault', async () => {
    const card = readdirSync(join(summary.folder, 'stick')).find((name) => name.endsWith('.chcard') && name.startsWith('gsc')) ?? ''
    const verify = ['certificate', 'verify', join('demo-out', 'papers', summary.certificate.file), '--card', join('demo-out', 'stick', card)]
    const { code, out } = await terminal.run(...verify)
    expect(code).toBe(0)
    expect(out).toContain('The certificate is genuine.')
  })
})

describe('the folder of the demo', () => {
  test('a folder that is not a demo’s is never touched', async () => {
    const foreign = join(folder, 'foreign')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'thesis.txt'), 'mine')
    const { code, err } = await terminal.run('demo', '--out', 'foreign')
    expect(code).toBe(1)
    expect(err).toContain('nothing was touched')
    expect(readdirSync(foreign)).toEqual(['thesis.txt'])
    expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('mine')
  })

  test('a file in its place is refused', async () => {
    writeFileSync(join(folder, 'file'), 'mine')
    expect((await terminal.run('demo', '--out', 'file')).code).toBe(1)
    expect(existsSync(join(folder, 'file'))).toBe(true)
  })

  test('a text that is too short is refused with the reason, and an earlier demo is replaced', async () => {
    writeFileSync(join(folder, 'short.md'), '# Title\n\n1. One paragraph only.\n')
    mkdirSync(join(folder, 'again'))
    const first = await terminal.run('demo', '--delegations', '2', '--out', 'again', '--text', 'short.md')
    expect(first).toMatchObject({ code: 1, err: expect.stringContaining('the text is too short') })
    expect(await terminal.run('demo', '--delegations', '2', '--out', 'again', '--text', 'short.md')).toMatchObject({ code: 1, err: expect.stringContaining('the text is too short') })
  })

  test('a text that is not there is refused', async () => {
    expect(await terminal.run('demo', '--delegations', '2', '--out', 'absent', '--text', 'absent.md')).toMatchObject({ code: 1, err: expect.stringContaining('file-missing') })
  })
})
