/** What a removed member attached and nobody accepted does not count; whoever holds its content can still destroy it, and nothing else. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'

const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let nl: TestDelegation
let dossier: DossierId
let attachment: EventId

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'NL'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  nl = circle.member('NL')
  dossier = await openDossier(gsc, circle.circle, ['CZ', 'NL'])
  await carry(gsc, [cz, nl])
  const path = join(circle.root, 'berths.bin')
  writeFileSync(path, 'Berth plans')
  attachment = (await cz.call('attachment.add', { dossier, source: cz.source(path), marking: MARKING, limitedTo: null })).attachment
  // NL has it from CZ, the secretariat does not.
  await carry(cz, [nl])
}, 60_000)
afterAll(() => circle.dissolve())

async function carry(from: TestDelegation, to: readonly TestDelegation[]): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, to)) for (const one of to) await receive(one, path)
}

function blobsOf(one: TestDelegation): string[] {
  const folder = join(one.folder, 'blobs')
  return existsSync(folder) ? readdirSync(folder) : []
}

test('while it counts it stands in the list like any other', async () => {
  const { apart, attachments } = await nl.call('attachment.list', { dossier })
  expect([attachments.map((one) => one.event), apart]).toEqual([[attachment], []])
})

test('once its author is removed it stands apart with the reason, and is not given out', async () => {
  await gsc.call('circle.remove', { circle: circle.circle, installation: cz.me.installation, reason: 'recalled' })
  await carry(gsc, [nl])
  const { apart, attachments } = await nl.call('attachment.list', { dossier })
  expect(attachments).toEqual([])
  expect(apart).toEqual([{ event: attachment, name: 'berths.bin', sizeBytes: 11, hash: expect.stringMatching(/^[0-9a-f]{64}$/), delegation: 'CZ', why: 'quarantined', content: 'here' }])
  expect((await nl.refused('attachment.export', { dossier, attachment, target: nl.target(circle.root), inTheClear: true })).code).toBe('attachment-unknown')
  expect((await nl.refused('attachment.preview', { dossier, attachment })).code).toBe('attachment-unknown')
})

test('it is destroyed for good: key, file and entry in the list are gone, and the register and a signed event say so', async () => {
  expect(blobsOf(nl)).toHaveLength(1)
  const { event } = await nl.call('attachment.destroy', { dossier, attachment, reason: 'Its author was recalled' })
  expect(blobsOf(nl)).toEqual([])
  expect((await nl.call('attachment.list', { dossier })).apart).toEqual([])
  expect((await nl.refused('attachment.destroy', { dossier, attachment, reason: '' })).code).toBe('attachment-unknown')
  // It speaks of what does not count, and so has no effect on any machine; it is kept and passed on.
  expect((await nl.call('dossier.show', { dossier })).state.setAside).toContainEqual(expect.objectContaining({ event, why: 'refersToNothing' }))
  await carry(nl, [gsc])
  expect((await gsc.call('dossier.show', { dossier })).stateHash).toBe((await nl.call('dossier.show', { dossier })).stateHash)
  const { entries } = await nl.call('register.list', { limit: 50 })
  expect(entries.map((one) => one.action)).toContain('attachment.destroy')
})

test('nothing else can be destroyed by this way', async () => {
  const foreign = (await nl.call('dossier.show', { dossier })).state.opened.event
  expect((await nl.refused('attachment.destroy', { dossier, attachment: foreign, reason: '' })).code).toBe('attachment-unknown')
})
