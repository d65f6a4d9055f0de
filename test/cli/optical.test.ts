/** A round over a screen from the command line: a card from a picture, a bundle from a folder of pictures. */
import { readdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framePicture } from '../../electron/engine/outgoing/writeFrames.ts'
import { makeDelegation, PASSPHRASE, trust, cardOf } from '../fakes/testDelegation.ts'
import { temporaryFolder } from '../fakes/temporaryFolder.ts'
import { terminalIn } from './terminal.ts'

const folder = temporaryFolder()
const stick = temporaryFolder()
const terminal = terminalIn(folder.path('.'), `${PASSPHRASE}\n`)
const as = (who: string, ...argv: string[]): Promise<{ code: number; out: string; errors?: string }> => {
  const [group = '', command = '', ...rest] = argv
  return terminal.run(group, command, '--vault', who, '--passphrase-stdin', ...rest)
}

beforeAll(async () => {
  const gsc = await makeDelegation({ folder: folder.path('gsc'), delegation: 'GSC' })
  const cz = await makeDelegation({ folder: folder.path('cz'), delegation: 'CZ' })
  await gsc.call('circle.found', { name: 'Working Party on Herons', kind: 'HWPCI' })
  await trust(cz, await cardOf(gsc, stick.path('.')))
  writeFileSync(folder.path('card.png'), framePicture((await cz.call('card.show', {})).frame))
  for (const one of [gsc, cz]) await one.close()
}, 60_000)
afterAll(() => {
  folder.remove()
  stick.remove()
})

describe('files over a screen', () => {
  test('a card from a picture is admitted after its words were compared, changes its role, and the history says so', async () => {
    expect((await as('gsc', 'card', 'from-qr', 'card.png')).out).toContain('Person of CZ')
    expect((await as('gsc', 'card', 'trust', 'CZ', '--safety-words-compared')).code).toBe(0)
    expect((await as('gsc', 'circle', 'admit', 'CZ')).code).toBe(0)
    expect((await as('gsc', 'circle', 'role', 'CZ', '--role', 'drafter')).out).toMatch(/CZ .* drafter/)
    expect((await as('gsc', 'circle', 'history')).out).toMatch(/3 .*changed the role of .*CZ Person of CZ; drafter/)
    expect((await as('gsc', 'circle', 'consequences', 'CZ')).out).toContain('Nobody else of its delegation stays.')
  })

  test('a bundle goes as pictures, and comes in from some of them', async () => {
    expect((await as('gsc', 'bundle', 'write', folder.path('out.chbundle'))).code).toBe(0)
    const { code, out } = await as('gsc', 'bundle', 'qr', 'out.chbundle', '--out', stick.path('.'))
    expect([code, out]).toEqual([0, expect.stringMatching(/Written: \d+ pictures/)])
    const pictures = readdirSync(stick.path('.')).filter((name) => name.endsWith('.png')).toSorted().toReversed().map((name) => stick.path(name))
    expect((await as('cz', 'bundle', 'from-qr', ...pictures.slice(0, 3))).code).toBe(1)
    expect((await as('cz', 'bundle', 'from-qr', '--import', ...pictures)).out).toContain('Imported:')
    expect((await as('cz', 'circle', 'list')).out).toContain('drafter')
  }, 120_000)

  test('new keys are made, listed and taken up', async () => {
    expect((await as('cz', 'card', 'renew')).out).toMatch(/^2 +.* no circle +kept /m)
    expect((await as('cz', 'bundle', 'write', folder.path('offer.chbundle'))).code).toBe(0)
    expect((await as('gsc', 'bundle', 'import', folder.path('offer.chbundle'))).code).toBe(0)
    expect((await as('gsc', 'circle', 'take-keys', 'CZ')).code).toBe(1)
    expect((await as('gsc', 'circle', 'take-keys', 'CZ', '--safety-words-compared')).code).toBe(0)
    expect((await as('gsc', 'circle', 'history')).out).toContain('took up new keys of')
  }, 60_000)

  test('a picture without a code is refused with what to do about it', async () => {
    writeFileSync(folder.path('empty.png'), framePicture('NOTHING OF OURS'))
    const refused = await as('gsc', 'card', 'from-qr', 'empty.png')
    expect(refused.code).toBe(1)
  })
})
