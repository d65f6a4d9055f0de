import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let de: TestDelegation
let dossier: DossierId
let secret: EventId

const RESTRICTED = { limite: false, classification: 'R-UE/EU-R', tlp: null, releasableTo: [] }
const PLAIN = { limite: false, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
const WORDS = 'The lock of the canal was opened from inside'

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE', 'NL'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  de = circle.member('DE')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  for (const path of await send(gsc, circle.circle, circle.stick, [cz, de])) for (const one of [cz, de]) await receive(one, path)
  const said = await cz.call('dossier.contribute', { dossier, title: 'Assessment of the lock', kind: 'technical', source: '', text: WORDS, marking: RESTRICTED, reliability: null, credibility: null })
  secret = said.event
  await cz.call('dossier.takePosition', { dossier, subject: 'The lock', stance: 'support', remark: 'After the assessment' })
  for (const path of await send(cz, circle.circle, circle.stick, [gsc])) await receive(gsc, path)
}, 60_000)
afterAll(() => circle.dissolve())

const choice = (to: readonly TestDelegation[], everything = false) => ({ circle: circle.circle, recipients: to.map((one) => one.me.installation), everything })
const lineOf = (plan: Output<'bundle.plan'>, item: EventId) => plan.items.find((one) => one.item === item)
const stateOf = async (one: TestDelegation) => (await one.call('dossier.show', { dossier })).state
async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}

describe('an item that may not go any further', () => {
  it('is named in the plan with its originator, the reason and the remedy', async () => {
    const line = lineOf(await gsc.call('bundle.plan', choice([de])), secret)
    expect(line).toMatchObject({ originator: 'CZ', marking: RESTRICTED, goesTo: [], heldFrom: [{ delegation: 'DE', why: 'classified', part: 'body', remedy: 'consentForItem' }] })
  })

  it('stays, while what builds on it goes, and the marking of the file is that of what goes', async () => {
    expect((await gsc.call('bundle.plan', choice([de]))).marking).toMatchObject({ classification: 'NONE' })
    await carry(gsc, de)
    const state = await stateOf(de)
    expect(state.contributions).toEqual([])
    expect(state.setAside).toMatchObject([{ event: secret, why: 'bodyMissing' }])
    expect(state.positions).toMatchObject([{ remark: 'After the assessment' }])
    expect((await de.call('vault.verify', {})).faults).toEqual([])
    expect((await de.call('search.find', { query: 'canal', limit: 5, offset: 0 })).hits).toEqual([])
  })

  it('is not let go by anybody but its originator', async () => {
    const asked = { dossier, item: secret, recipients: ['DE'], reason: 'Needed for its position' }
    expect(await gsc.refused('release.consent', asked)).toMatchObject({ code: 'not-originator', facts: { delegation: 'CZ' } })
    expect((await gsc.refused('release.consent', { ...asked, item: '0'.repeat(64) })).code).toBe('event-unknown')
    await cz.call('release.consent', asked)
    expect((await stateOf(cz)).consents).toMatchObject([{ item: secret, recipients: ['DE'], delegation: 'CZ' }])
  })

  it('goes once the consent has come, completes what was here, and is found', async () => {
    await carry(cz, gsc)
    expect(lineOf(await gsc.call('bundle.plan', choice([de])), secret)).toMatchObject({ goesTo: ['DE'], heldFrom: [] })
    const [path = ''] = await send(gsc, circle.circle, circle.stick, [de])
    const imported = await receive(de, path)
    expect(imported).toMatchObject({ completed: 1, waiting: 0 })
    const state = await stateOf(de)
    expect(state.contributions).toMatchObject([{ text: WORDS, delegation: 'CZ' }])
    expect((await de.call('dossier.show', { dossier })).stateHash).toBe((await gsc.call('dossier.show', { dossier })).stateHash)
    expect((await de.call('vault.verify', {})).faults).toEqual([])
    await carry(de, gsc)
    expect(lineOf(await gsc.call('bundle.plan', choice([de])), secret)).toBeUndefined()
  })

  it('is taken back out of what it completed when the import is undone, and may come again', async () => {
    const before = (await de.call('dossier.show', { dossier })).stateHash
    const other = await cz.call('dossier.contribute', { dossier, title: 'Second assessment', kind: 'technical', source: '', text: 'Once more', marking: RESTRICTED, reliability: null, credibility: null })
    await carry(cz, gsc)
    await carry(gsc, de)
    const withheld = (await de.call('dossier.show', { dossier })).stateHash
    await cz.call('release.consent', { dossier, item: other.event, recipients: ['DE'], reason: '' })
    await carry(cz, gsc)
    const [path = ''] = await send(gsc, circle.circle, circle.stick, [de])
    const { import: number } = await receive(de, path)
    const completed = (await de.call('dossier.show', { dossier })).stateHash
    expect(new Set([before, withheld, completed]).size).toBe(3)
    await de.call('bundle.undo', { import: number })
    expect((await de.call('dossier.show', { dossier })).stateHash).toBe(withheld)
    expect((await de.call('vault.verify', {})).faults).toEqual([])
    await receive(de, path)
    expect((await de.call('dossier.show', { dossier })).stateHash).toBe(completed)
  })
})

describe('the content of an attachment', () => {
  const content = seededRandom(5)(300_000)
  const attach = async (by: TestDelegation, name: string, bytes: Uint8Array, limitedTo: readonly string[] | null = null) => {
    const path = join(circle.root, name)
    writeFileSync(path, bytes)
    return (await by.call('attachment.add', { dossier, source: by.source(path), marking: PLAIN, limitedTo })).attachment
  }
  const placeAt = async (one: TestDelegation, attachment: EventId) => (await one.call('attachment.list', { dossier })).attachments.find((found) => found.event === attachment)?.content

  it('goes with its event, byte for byte, whether it is shorter or longer than what is read or written at a time, or empty', async () => {
    const contents = [content, new Uint8Array(), ...[1024 * 1024, 2 * 1024 * 1024 + 1, 9 * 1024 * 1024 + 77].map((length) => seededRandom(length)(length))]
    const attached: EventId[] = []
    for (const [at, bytes] of contents.entries()) attached.push(await attach(cz, `traces-${at}.bin`, bytes))
    const [path = ''] = await send(cz, circle.circle, circle.stick, [gsc])
    expect(await receive(gsc, path)).toMatchObject({ attachments: contents.length })
    const folder = join(circle.root, 'out')
    mkdirSync(folder)
    for (const [at, attachment] of attached.entries()) {
      expect(await placeAt(gsc, attachment)).toBe('here')
      const { fileName } = await gsc.call('attachment.export', { dossier, attachment, target: gsc.target(folder), inTheClear: true })
      expect(readFileSync(join(folder, fileName)).equals(Buffer.from(contents[at] ?? []))).toBe(true)
    }
  })

  it('stays where its event is limited to others', async () => {
    const attachment = await attach(cz, 'for-the-secretariat.bin', content, ['GSC'])
    await carry(cz, gsc)
    const line = lineOf(await gsc.call('bundle.plan', choice([de])), attachment)
    expect(line).toMatchObject({ contentTo: [], goesTo: [], heldFrom: [{ delegation: 'DE', why: 'limitedByOriginator', part: 'body' }] })
    await carry(gsc, de)
    expect(await placeAt(de, attachment)).toBeUndefined()
  })

  it('is sent no more once its originator destroyed it, and does not come back to whoever destroyed it', async () => {
    const attachment = await attach(cz, 'short-lived.bin', content)
    await carry(cz, gsc)
    const [held = ''] = await send(gsc, circle.circle, circle.stick, [de], true)
    await receive(de, held)
    await de.call('attachment.destroy', { dossier, attachment, reason: '' })
    const [again = ''] = await send(gsc, circle.circle, circle.stick, [de], true)
    await receive(de, again)
    expect(await placeAt(de, attachment)).toBe('destroyed')
    await cz.call('attachment.destroy', { dossier, attachment, reason: '' })
    await carry(cz, gsc)
    await carry(de, gsc)
    expect(lineOf(await gsc.call('bundle.plan', { ...choice([cz], true) }), attachment)?.contentTo).toEqual([])
  })
})
