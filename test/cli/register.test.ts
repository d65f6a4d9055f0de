import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../fakes/vaultFiles.ts'
import { PASSPHRASE as SHARED } from '../fakes/testDelegation.ts'
import { terminalIn } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-cli-'))
const terminal = terminalIn(folder, `${SHARED}\n`)
const vault = ['--vault', 'mine', '--passphrase-stdin']

beforeAll(async () => {
  await terminal.run('vault', 'create', '--name', 'Radovan Hruškovec', '--delegation', 'cz', '--acknowledge', ...vault)
  await terminal.run('circle', 'found', 'Herons', '--kind', 'HWPCI', ...vault)
})

test('a sound register is said to be sound', async () => {
  const { code, out } = await terminal.run('register', 'verify', ...vault)
  expect(code).toBe(0)
  expect(out).toMatch(/^Everything is as it was signed: \d+ entries\.\nHash of the last entry: [0-9a-f]{64}\n$/)
})

test('list counts what fits and all, and a day that is none is wrong usage', async () => {
  const { out } = await terminal.run('register', 'list', '--group', 'admission', '--details', ...vault)
  expect(out).toMatch(/^1 of \d+ entries\.$/m)
  expect(out).toContain('who: Radovan Hruškovec (CZ)')
  expect((await terminal.run('register', 'list', '--from', '2031-02-30', ...vault)).code).toBe(2)
  expect((await terminal.run('register', 'list', '--words', 'hruskovec', ...vault)).out).toMatch(/of \d+ entries/)
})

test('export writes CSV with a heading and a line per entry', async () => {
  const { code, body } = await terminal.json('register', 'export', 'out.csv', '--group', 'admission', ...vault)
  expect(code).toBe(0)
  expect(body).toMatchObject({ result: { fileName: 'out.csv', entries: 1 } })
  expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\r\n')).toHaveLength(3)
})

test('an entry that was changed is named, and the exit code is that of a refusal', async () => {
  await withDatabase(join(folder, 'mine'), (db) => db.exec("DROP TRIGGER register_is_never_changed; UPDATE register SET hash = '0' WHERE seq = 2"))
  const { code, body, err } = await terminal.json('register', 'verify', ...vault)
  expect(code).toBe(1)
  expect(err).toContain('Entry 2: changed after it was written.')
  expect(body).toMatchObject({ ok: false, result: { faults: [{ kind: 'altered', seq: 2, toSeq: 2 }] } })
})
