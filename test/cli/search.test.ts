import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDelegation, PASSPHRASE } from '../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../fakes/testDossier.ts'
import { temporaryFolder } from '../fakes/temporaryFolder.ts'
import { terminalIn } from './terminal.ts'

const folder = temporaryFolder()
const terminal = terminalIn(folder.path('.'), `${PASSPHRASE}\n`)
const search = (...argv: string[]): Promise<{ code: number; out: string }> => terminal.run('search', '--vault', 'gsc', '--passphrase-stdin', ...argv)

beforeAll(async () => {
  const gsc = await makeDelegation({ folder: folder.path('gsc'), delegation: 'GSC' })
  const { circle } = await gsc.call('circle.found', { name: 'Working Party on Herons', kind: 'HWPCI' })
  const dossier = await openDossier(gsc, circle, ['CZ'])
  await takePosition(gsc, dossier, 'The crews of Łódź kept the locks closed.')
  await takePosition(gsc, dossier, 'The locks of Évora stay closed.')
  await gsc.close()
})
afterAll(() => folder.remove())

describe('chancery search', () => {
  test('says where the words lie, and shows them', async () => {
    const { code, out } = await search('lodz', 'lo')
    expect(code).toBe(0)
    expect(out).toMatch(/^Position · CYBER 48 .* · GSC · .* · dossier [0-9a-f]{12}$/mu)
    expect(out).toContain('The crews of ‹Łódź› kept the ‹locks› closed.')
  })

  test('takes a phrase in quotation marks, pages, and says when there is nothing', async () => {
    expect((await search('"stay closed"')).out).toContain('‹stay closed›')
    const first = (await search('locks', '--limit', '1')).out
    const second = (await search('locks', '--limit', '1', '--offset', '1')).out
    expect(first).toContain('There is more: --offset 1')
    expect(second).not.toContain('There is more')
    expect(first.split('\n')[2]).not.toBe(second.split('\n')[2])
    expect((await search('walrus')).out).toBe('Nothing found.\n')
  })

  test('finds the same after vault rebuild', async () => {
    const before = await search('locks')
    expect((await terminal.run('vault', 'rebuild', '--vault', 'gsc', '--passphrase-stdin')).out).toContain('search index (3 parts)')
    expect(await search('locks')).toEqual(before)
  })
})
