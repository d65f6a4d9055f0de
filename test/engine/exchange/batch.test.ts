import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { admit, conveneCircle, makeDelegation, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, stateHash, takePosition } from '../../fakes/testDossier.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let de: TestDelegation
let dossier: DossierId

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  de = circle.member('DE')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  for (const path of await send(gsc, circle.circle, circle.stick)) for (const one of [cz, de]) await receive(one, path)
}, 60_000)
afterAll(() => circle.dissolve())

const folderOf = (name: string): string => {
  const folder = join(circle.root, name)
  mkdirSync(folder, { recursive: true })
  return folder
}
const whole = async (one: TestDelegation) => [await stateHash(one, dossier), (await one.call('bundle.history', {})).bundles.length, (await one.call('vault.verify', {})).events]

describe('a folder of files', () => {
  it('is looked at whole and in any order, and what waits for another file of it comes in with it', async () => {
    const folder = folderOf('evening')
    await takePosition(cz, dossier, 'First')
    const [early = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    await receive(gsc, early)
    for (const path of await send(gsc, circle.circle, circle.stick, [cz])) await receive(cz, path)
    // The first of two is held back by the courier, and comes in one folder with the second.
    await takePosition(cz, dossier, 'Second')
    const [second = ''] = await send(cz, circle.circle, folder, [gsc])
    await takePosition(de, dossier, 'From Germany')
    const [other = ''] = await send(de, circle.circle, folder, [gsc])
    copyFileSync(second, join(folder, 'a copy of the second.chbundle'))
    const bytes = readFileSync(other)
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    writeFileSync(join(folder, 'damaged.chbundle'), bytes)
    writeFileSync(join(folder, 'letter.txt'), 'Dear colleague,')
    copyFileSync(early, join(folder, 'an old one.chbundle'))

    const before = await whole(gsc)
    const looked = await gsc.call('bundle.previewAll', { sources: [gsc.source(folder)] })
    expect(await whole(gsc)).toEqual(before)
    expect(looked.files.map((file) => [file.fileName, file.refused?.code ?? (file.preview?.alreadyImported === true ? 'imported already' : 'ready')])).toEqual([
      ['a copy of the second.chbundle', 'ready'], ['an old one.chbundle', 'imported already'], ['damaged.chbundle', 'bundle-altered'],
      ...[second, other].map((path) => [basename(path), 'ready']).toSorted(),
    ])
    expect((await gsc.call('register.list', { limit: 20 })).entries).toContainEqual(expect.objectContaining({ action: 'bundle.preview', subject: 'damaged.chbundle', result: 'refused', code: 'bundle-altered', stage: 'payload' }))
    expect(looked.together).toMatchObject({ waiting: [], gaps: [], forks: [] })
    expect(looked.together.wouldAdd.filter((line) => line.type === 'position.taken').map((line) => line.count)).toEqual([2])

    const previews = [...new Set(looked.files.flatMap((file) => file.preview?.preview ?? []))]
    const imported = await gsc.call('bundle.importAll', { previews })
    expect(imported.files.every((file) => file.refused === null)).toBe(true)
    expect((await gsc.call('dossier.show', { dossier })).state.positions.map((one) => one.remark).toSorted()).toEqual(['First', 'From Germany', 'Second'])

    await gsc.call('bundle.undo', { import: imported.import })
    expect(await whole(gsc)).toEqual(before)
    expect((await gsc.call('register.list', { limit: 10 })).entries.map((entry) => entry.action)).toEqual(expect.arrayContaining(['bundle.imported', 'bundle.undone']))
    for (const path of [other, second]) await receive(gsc, path)
    expect((await gsc.call('dossier.show', { dossier })).state.positions).toHaveLength(3)
  })

  it('brings the circle itself, its roster and the first words of a new delegation from three files at once', async () => {
    const newcomer = await makeDelegation({ folder: join(circle.root, 'PL'), delegation: 'PL', clock: circle.clock })
    await admit(gsc, newcomer, circle.circle, circle.stick)
    const wide = await openDossier(gsc, circle.circle, ['CZ', 'DE', 'PL'])
    const toPoland = await send(gsc, circle.circle, circle.stick, [newcomer])
    for (const path of toPoland) await receive(newcomer, path)
    await takePosition(newcomer, wide, 'A first word')
    const folder = folderOf('three at once')
    const [words = ''] = await send(newcomer, circle.circle, folder, [cz])
    copyFileSync(words, join(folder, 'a.chbundle'))
    const [roster = ''] = await send(gsc, circle.circle, folder, [cz])
    expect(await cz.refused('bundle.preview', { source: cz.source(words) })).toMatchObject({ code: 'bundle-sender-unknown' })
    const looked = await cz.call('bundle.previewAll', { sources: [cz.source(join(folder, 'a.chbundle')), cz.source(roster)] })
    expect(looked.files.map((file) => file.refused)).toEqual([null, null])
    const imported = await cz.call('bundle.importAll', { previews: looked.files.flatMap((file) => file.preview?.preview ?? []) })
    expect(imported).toMatchObject({ waiting: 0 })
    expect((await cz.call('dossier.show', { dossier: wide })).state.positions).toMatchObject([{ remark: 'A first word', delegation: 'PL' }])
    await newcomer.close()
  })
})

describe('an import', () => {
  it('cannot be undone once a bundle was written, or something was said on it; a later import is undone first', async () => {
    await takePosition(de, dossier, 'To be undone')
    const [first = ''] = await send(de, circle.circle, circle.stick, [gsc])
    const one = await receive(gsc, first)
    await takePosition(de, dossier, 'Another')
    const [second = ''] = await send(de, circle.circle, circle.stick, [gsc])
    const two = await receive(gsc, second)
    expect((await gsc.refused('bundle.undo', { import: one.import })).code).toBe('import-built-upon')
    const shown = (await gsc.call('bundle.history', {})).bundles.filter((bundle) => bundle.direction === 'in').slice(0, 2)
    expect(shown.map((bundle) => [bundle.import, bundle.stays])).toEqual(expect.arrayContaining([[two.import, null], [one.import, 'builtUpon']]))
    await gsc.call('bundle.undo', { import: two.import })
    await gsc.call('bundle.undo', { import: one.import })
    expect((await gsc.refused('bundle.undo', { import: one.import })).code).toBe('import-unknown')
    const again = await receive(gsc, second)
    await takePosition(gsc, dossier, 'On top of it')
    expect(await gsc.refused('bundle.undo', { import: again.import })).toMatchObject({ code: 'import-built-upon', facts: {} })
    await takePosition(de, dossier, 'Once more')
    const [third = ''] = await send(de, circle.circle, circle.stick, [gsc])
    const last = await receive(gsc, third)
    await send(gsc, circle.circle, circle.stick, [cz])
    expect(await gsc.refused('bundle.undo', { import: last.import })).toMatchObject({ code: 'import-built-upon', facts: { sealed: 1 } })
    expect((await gsc.call('vault.verify', {})).faults).toEqual([])
  })
})

describe('an older import', () => {
  it('is undone while a later one stays that does not need it; that one is acknowledged anew, and what follows is in order everywhere', async () => {
    for (const one of [cz, de]) for (const path of await send(gsc, circle.circle, circle.stick, [one], true)) await receive(one, path)
    await takePosition(cz, dossier, 'Of Czechia')
    await takePosition(de, dossier, 'Of Germany')
    const files = await Promise.all([cz, de].map((one) => send(one, circle.circle, folderOf(one.me.delegation), [gsc])))
    const [[early = ''] = [], [late = ''] = []] = files
    const { import: first } = await receive(gsc, early)
    const { import: second } = await receive(gsc, late)
    const remarks = async () => (await gsc.call('dossier.show', { dossier })).state.positions.map((one) => one.remark)
    expect(await remarks()).toEqual(expect.arrayContaining(['Of Czechia', 'Of Germany']))
    expect((await gsc.call('bundle.history', {})).bundles.slice(0, 2).map((bundle) => [bundle.import, bundle.stays])).toEqual(expect.arrayContaining([[first, null], [second, null]]))
    await gsc.call('bundle.undo', { import: first })
    expect(await remarks()).toContain('Of Germany')
    expect(await remarks()).not.toContain('Of Czechia')
    await gsc.reopen()
    expect((await gsc.call('vault.verify', {})).faults).toEqual([])
    // It comes again; both receipts reach their addressees, in one log without a fork.
    await receive(gsc, early)
    for (const one of [cz, de]) {
      for (const path of await send(gsc, circle.circle, circle.stick, [one])) await receive(one, path)
      expect((await one.call('evidence.list', {})).evidence.filter(({ kind }) => kind === 'equivocation' || kind === 'splitView')).toEqual([])
      expect(await stateHash(one, dossier)).toBe(await stateHash(gsc, dossier))
      expect((await one.call('bundle.history', {})).bundles.find((bundle) => bundle.direction === 'out')?.receipts).toEqual(['GSC'])
    }
  })

  it('stays while a later one brought some of the same', async () => {
    await takePosition(cz, dossier, 'Said once')
    const [once = ''] = await send(cz, circle.circle, folderOf('once'), [gsc])
    const [again = ''] = await send(cz, circle.circle, folderOf('again'), [gsc], true)
    const { import: first } = await receive(gsc, once)
    const { import: second } = await receive(gsc, again)
    expect(await gsc.refused('bundle.undo', { import: first })).toMatchObject({ code: 'import-built-upon', facts: { shared: 1 } })
    await gsc.call('bundle.undo', { import: second })
    await gsc.call('bundle.undo', { import: first })
  })
})

describe('the matrix', () => {
  it('accounts for every event of every place: had, on its way, lacking or held back', async () => {
    await openDossier(gsc, circle.circle, ['CZ'])
    const { dossiers, rows } = await gsc.call('exchange.matrix', { circle: circle.circle })
    expect(dossiers.map((one) => one.reference)).toContain('CYBER 48')
    for (const row of rows) for (const place of row.places) expect(place.has + place.inTransit + place.lacks + place.heldBack).toBe(place.total)
    const germany = rows.find((row) => row.delegation === 'DE')
    expect(germany?.places.filter((place) => !place.mayHave)).toHaveLength(1)
    expect(rows.find((row) => row.delegation === 'CZ')?.unconfirmed).toBeGreaterThan(0)
  })
})
