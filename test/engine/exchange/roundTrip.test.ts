import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { conveneCircle, makeDelegation, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier, stateHash, takePosition } from '../../fakes/testDossier.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let de: TestDelegation
let nl: TestDelegation
/** CZ and DE may have it, NL may not. */
let dossier: DossierId
let firstFiles: string[]

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE', 'NL'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  de = circle.member('DE')
  nl = circle.member('NL')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
}, 60_000)
afterAll(() => circle.dissolve())

const choice = (to: readonly TestDelegation[] = []) => ({ circle: circle.circle, recipients: to.map((one) => one.me.installation), everything: false })
const headsOf = async (one: TestDelegation): Promise<string> => (await one.call('vault.verify', {})).headsHash

describe('the plan', () => {
  it('holds a dossier back from whoever is not on its list, and says so', async () => {
    const { items, recipients, files } = await gsc.call('bundle.plan', choice())
    const opening = items.find((item) => item.type === 'dossier.opened')
    expect(opening).toMatchObject({ goesTo: ['CZ', 'DE'], heldFrom: [{ delegation: 'NL', why: 'notOnDistributionList' }] })
    expect(items.find((item) => item.type === 'circle.founded')).toMatchObject({ goesTo: ['CZ', 'DE', 'NL'], heldFrom: [] })
    expect(recipients.map((recipient) => [recipient.delegation, recipient.lacks])).toEqual([['CZ', 5], ['DE', 5], ['NL', 4]])
    expect(files.map((file) => file.delegations)).toEqual([['CZ', 'DE'], ['NL']])
  })

  it('names the highest marking of what goes', async () => {
    expect((await gsc.call('bundle.plan', choice())).marking).toEqual({ limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] })
    expect((await gsc.call('bundle.plan', choice([nl]))).marking).toBe(null)
  })

  it('names what is held back even where it goes to nobody chosen', async () => {
    const { items } = await gsc.call('bundle.plan', choice([nl]))
    expect(items.find((item) => item.type === 'dossier.opened')).toMatchObject({ goesTo: [], heldFrom: [{ delegation: 'NL', why: 'notOnDistributionList' }] })
  })

  it('writes nothing', async () => {
    const before = await headsOf(gsc)
    await gsc.call('bundle.plan', choice())
    expect(await headsOf(gsc)).toBe(before)
    expect((await gsc.call('bundle.history', {})).bundles).toEqual([])
  })
})

describe('a bundle', () => {
  it('is named by party and day and nothing else, one file for each set of recipients that may have the same', async () => {
    firstFiles = await send(gsc, circle.circle, circle.stick)
    expect(firstFiles.map((path) => path.slice(circle.stick.length + 1))).toEqual(['hwpci-20311012.chbundle', 'hwpci-20311012-2.chbundle'])
  })

  it('is for its recipients alone', async () => {
    const [forBoth = ''] = firstFiles
    expect(await nl.refused('bundle.preview', { source: nl.source(forBoth) })).toMatchObject({ code: 'bundle-not-for-you', stage: 'recipient' })
  })

  it('shows what it would change before anything is changed', async () => {
    const before = await headsOf(cz)
    const preview = await cz.call('bundle.preview', { source: cz.source(firstFiles[0] ?? '') })
    expect(preview).toMatchObject({
      circleName: 'Working Party on Herons', sender: { delegation: 'GSC' }, counter: 1, alreadyImported: false, addedEvents: 5, alreadyHere: 0,
      waiting: [], forks: [], counterGap: null, marking: { limite: true, tlp: 'AMBER' }, exercise: false,
    })
    expect(preview.wouldAdd).toContainEqual({ type: 'dossier.opened', count: 1, subject: 'CYBER 48 Intrusion into the lockkeepers registry' })
    expect(await headsOf(cz)).toBe(before)
  })

  it('is gone from memory once it was discarded', async () => {
    const { preview } = await cz.call('bundle.preview', { source: cz.source(firstFiles[0] ?? '') })
    await cz.call('bundle.discard', { preview })
    expect(await cz.refused('bundle.import', { preview })).toMatchObject({ code: 'preview-gone' })
  })

  it('brings circle and dossier, and is receipted', async () => {
    const imported = await receive(cz, firstFiles[0] ?? '')
    expect(imported).toMatchObject({ admitted: 5, alreadyHere: 0, waiting: 0 })
    expect(imported.receipt).not.toBe(null)
    await receive(de, firstFiles[0] ?? '')
    await receive(nl, firstFiles[1] ?? '')
    expect(await stateHash(cz, dossier)).toBe(await stateHash(de, dossier))
    expect((await nl.call('dossier.list', {})).dossiers).toEqual([])
  })

  it('changes nothing when it comes a second time, under whatever name', async () => {
    const copy = join(circle.stick, 'copy.chbundle')
    copyFileSync(firstFiles[0] ?? '', copy)
    const before = [await headsOf(cz), (await cz.call('register.list', { limit: 1 })).total]
    const preview = await cz.call('bundle.preview', { source: cz.source(copy) })
    expect(preview).toMatchObject({ alreadyImported: true, addedEvents: 0, alreadyHere: 5 })
    expect(await cz.call('bundle.import', { preview: preview.preview })).toEqual({ admitted: 0, alreadyHere: 5, completed: 0, waiting: 0, attachments: 0, receipt: null, import: null })
    // Only the lines of the verification and of the look inside.
    expect([await headsOf(cz), (await cz.call('register.list', { limit: 1 })).total - 2]).toEqual([before[0], before[1]])
  })

  it('is sent again while no receipt has come, and no longer once it has', async () => {
    expect((await gsc.call('bundle.plan', choice([cz]))).recipients[0]?.lacks).toBe(5)
    await takePosition(cz, dossier, 'A word')
    const [reply = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    await receive(gsc, reply)
    // The receipt that GSC has just given, which CZ cannot have.
    expect((await gsc.call('bundle.plan', choice([cz]))).items).toMatchObject([{ type: 'receipt.given', count: 1 }])
    const sent = (await gsc.call('bundle.history', {})).bundles.find((bundle) => bundle.direction === 'out' && bundle.counter === 1)
    expect(sent).toMatchObject({ delegations: ['CZ', 'DE'], receipts: ['CZ'] })
  })

  it('does not bring a recipient its own words back', async () => {
    const plan = await gsc.call('bundle.plan', choice([cz]))
    expect(plan.items.map((item) => item.type)).not.toContain('position.taken')
    const all = await gsc.call('bundle.plan', { ...choice([cz]), everything: true })
    expect(all.items.map((item) => item.type)).toContain('position.taken')
  })

  it('never shares its number with another that was asked for at the same moment', async () => {
    const written = await Promise.all([1, 2, 3].map(() => gsc.call('bundle.write', { ...choice([cz]), everything: true, target: gsc.target(circle.stick) })))
    const counters = written.flatMap(({ files }) => files.map((file) => file.counter))
    expect(new Set(counters).size).toBe(counters.length)
  })

  it('with nothing new in it is not written', async () => {
    for (const path of await send(gsc, circle.circle, circle.stick, [cz])) await receive(cz, path)
    for (const path of await send(cz, circle.circle, circle.stick, [gsc], true)) await receive(gsc, path)
    expect(await gsc.refused('bundle.write', { ...choice([cz]), target: gsc.target(circle.stick) })).toMatchObject({ code: 'nothing-to-send' })
  })
})

describe('a bundle is refused whole, with its stage, and nothing is changed', () => {
  const refusedBy = async (one: TestDelegation, path: string) => {
    const before = await headsOf(one)
    const refused = await one.refused('bundle.preview', { source: one.source(path) })
    expect(await headsOf(one)).toBe(before)
    return [refused.stage, refused.code]
  }
  let good: Uint8Array
  const spoil = (change: (bytes: Uint8Array) => Uint8Array): string => {
    const path = join(circle.stick, 'spoilt.chbundle')
    rmSync(path, { force: true })
    writeFileSync(path, change(Uint8Array.from(good)))
    return path
  }
  const flip = (at: number) => (bytes: Uint8Array): Uint8Array => {
    bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }

  beforeAll(async () => {
    await takePosition(de, dossier, 'Another word')
    const [path = ''] = await send(de, circle.circle, circle.stick, [gsc])
    good = readFileSync(path)
  })

  it('where it was cut', async () => {
    expect(await refusedBy(gsc, spoil((bytes) => bytes.subarray(0, bytes.length - 100)))).toEqual(['container', 'bundle-cut'])
  })

  it('where its payload was altered', async () => {
    expect(await refusedBy(gsc, spoil(flip(good.length - 10)))).toEqual(['payload', 'bundle-altered'])
  })

  it('where its header was altered', async () => {
    expect(await refusedBy(gsc, spoil(flip(20)))).toEqual(['recipient', 'bundle-not-for-you'])
  })

  it('where it is no bundle at all', async () => {
    expect(await refusedBy(gsc, spoil(() => new TextEncoder().encode('Dear colleague,')))).toEqual(['container', 'not-a-bundle'])
  })

  it('where it is made for a suite to come', async () => {
    expect(await refusedBy(gsc, spoil(flip(8)))).toEqual(['container', 'bundle-newer'])
  })

  it('where its sender is in no roster here and its card was not trusted', async () => {
    const stranger = await makeDelegation({ folder: join(circle.root, 'stranger'), delegation: 'PL', clock: circle.clock })
    await makeStrangersCircle(stranger, de, circle.stick)
    const [path = ''] = (await stranger.call('bundle.history', {})).bundles.map((bundle) => join(circle.stick, bundle.fileName))
    expect(await refusedBy(de, path)).toEqual(['signature', 'bundle-sender-unknown'])
    await stranger.close()
  })

  it('and the file itself comes in unharmed afterwards', async () => {
    const preview = await gsc.call('bundle.preview', { source: gsc.source(spoil((bytes) => bytes)) })
    expect((await gsc.call('bundle.import', { preview: preview.preview })).admitted).toBeGreaterThan(0)
  })
})

/** A circle of the stranger's own, in which it admits somebody who does not know it. */
async function makeStrangersCircle(stranger: TestDelegation, other: TestDelegation, stick: string): Promise<void> {
  const { circle: foreign } = await stranger.call('circle.found', { name: 'Another party', kind: 'PSC' })
  const card = await other.call('card.write', { target: other.target(stick) })
  const { installation } = await stranger.call('card.read', { source: stranger.source(join(stick, card.fileName)) })
  await stranger.call('card.trust', { installation, safetyWordsCompared: true })
  await stranger.call('circle.admit', { circle: foreign, installation, roles: ['delegate'], member: true })
  await send(stranger, foreign, stick)
}
