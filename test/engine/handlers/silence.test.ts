import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import { AGREEMENT, OBJECTION } from '../../fakes/deliberation.ts'
import { cardOf, conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'

const TEXT = '# Draft conclusions\n\n1. The Council notes the intrusions.\n\n2. It asks for a report.\n'
const HOUR_MS = 3_600_000

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
})
afterAll(() => circle.dissolve())

interface Place {
  readonly dossier: DossierId
  readonly text: TextId
}
let place: Place
beforeEach(async () => {
  const dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  const path = join(circle.stick, 'draft.md')
  writeFileSync(path, TEXT)
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(path), cover: { number: '9114/31' }, title: null })
  place = { dossier, text }
})

/** Five hours ahead by the wall of Brussels: the clock of these tests stands in summer time. */
function wallTime(hoursAhead = 5): string {
  return new Date(circle.clock.now() + (hoursAhead + 2) * HOUR_MS).toISOString().slice(0, 16)
}
const opening = (changes: object = {}) => ({ ...place, rev: 0, profile: 'working-party', wallTime: wallTime(), zone: 'Europe/Brussels', forwardTo: 'PSC', notice: '', ...changes })

async function open(): Promise<{ dossier: DossierId; procedure: EventId }> {
  const { event } = await gsc.call('silence.open', opening())
  return { dossier: place.dossier, procedure: event }
}
async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}
const row = async (at: TestDelegation, procedure: object, delegation: string) =>
  (await at.call('silence.show', procedure)).rows.find((one) => one.delegation === delegation)

describe('opening', () => {
  test('is for the setter, on the latest REV of a text that is here', async () => {
    await carry(gsc, cz)
    expect(await cz.refused('silence.open', opening())).toMatchObject({ code: 'role-not-allowed' })
    expect(await gsc.refused('silence.open', opening({ rev: 7 }))).toMatchObject({ code: 'revision-unknown' })
    expect(await gsc.refused('silence.open', opening({ text: '00'.repeat(32) }))).toMatchObject({ code: 'text-unknown' })
    expect(await gsc.refused('silence.open', opening({ dossier: '00'.repeat(32) }))).toMatchObject({ code: 'dossier-unknown' })
  })

  test('needs a deadline that exists once, lies ahead and leaves the minimum time', async () => {
    expect(await gsc.refused('silence.open', opening({ wallTime: '2031-10-26T02:30' }))).toMatchObject({ code: 'deadline-ambiguous', facts: { laterUtcMs: Date.UTC(2031, 9, 26, 1, 30) } })
    expect(await gsc.refused('silence.open', opening({ wallTime: '2032-03-28T02:30' }))).toMatchObject({ code: 'deadline-nonexistent' })
    expect(await gsc.refused('silence.open', opening({ wallTime: wallTime(0) }))).toMatchObject({ code: 'deadline-past' })
    expect(await gsc.refused('silence.open', opening({ zone: 'Mars/Base' }))).toMatchObject({ code: 'zone-unknown' })
    expect(await gsc.refused('silence.open', opening({ profile: 'unga-74-544', wallTime: wallTime(71) }))).toMatchObject({ code: 'deadline-too-short', facts: { minimumHours: 72 } })
    await gsc.call('silence.open', opening({ profile: 'unga-74-544', wallTime: wallTime(72) }))
  })

  test('a deadline can be read before, without a vault', async () => {
    const refused = await gsc.refused('silence.readDeadline', { wallTime: '2032-03-28T02:30', zone: 'Europe/Brussels' })
    expect(refused.facts['readings']).toMatch(/01:30 \(UTC\+01:00.*03:30 \(UTC\+02:00/)
    expect(await gsc.refused('silence.readDeadline', { wallTime: 'tomorrow', zone: 'Europe/Brussels' })).toMatchObject({ code: 'input-malformed' })
    expect(await gsc.call('silence.readDeadline', { wallTime: '2031-12-01T17:00', zone: 'Europe/Brussels' })).toMatchObject({ utcMs: Date.UTC(2031, 11, 1, 16) })
  })
})

describe('a procedure from opening to certificate', () => {
  test('is served, answered, closed by a person, certified, and verified by anybody with the card', async () => {
    const procedure = await open()
    expect(await gsc.call('silence.show', procedure)).toMatchObject({ iAmSetter: true, iAnswered: false, missing: ['CZ', 'DE'], number: '9114/31' })
    await carry(gsc, cz)
    await cz.call('silence.respond', { ...procedure, response: AGREEMENT })
    expect(await cz.call('silence.show', procedure)).toMatchObject({ iAmSetter: false, iAnswered: true })
    circle.clock.advance(HOUR_MS)
    await carry(cz, gsc)
    const view = await gsc.call('silence.show', procedure)
    expect(view.missing).toEqual(['DE'])
    expect(view.admissions).toMatchObject([{ admittedAtUtcMs: circle.clock.now() }])
    expect((await row(gsc, procedure, 'CZ'))).toMatchObject({ member: true, served: true, receiptAtUtcMs: expect.any(Number) })

    expect(await gsc.refused('silence.closeIntake', { ...procedure, note: '' })).toMatchObject({ code: 'intake-before-deadline' })
    expect(await gsc.refused('silence.certify', procedure)).toMatchObject({ code: 'intake-open' })
    circle.clock.advance(4 * HOUR_MS)
    expect((await gsc.call('silence.show', procedure)).silence).toMatchObject({ phase: 'expired', outcome: { provisional: true } })
    expect(await cz.refused('silence.closeIntake', { ...procedure, note: '' })).toMatchObject({ code: 'not-setter' })
    await gsc.call('silence.closeIntake', { ...procedure, note: 'DE answered by telephone' })
    expect(await gsc.refused('silence.closeIntake', { ...procedure, note: '' })).toMatchObject({ code: 'procedure-ended' })
    expect(await gsc.refused('silence.respond', { ...procedure, response: OBJECTION })).toMatchObject({ code: 'procedure-ended' })
    expect(await gsc.refused('certificate.write', { ...procedure, target: gsc.target(circle.stick) })).toMatchObject({ code: 'event-unknown' })
    const { event } = await gsc.call('silence.certify', procedure)
    expect(await gsc.call('silence.certify', procedure)).toEqual({ event })
    expect((await gsc.call('silence.show', procedure)).silence.phase).toBe('certified')

    await carry(gsc, cz)
    const folder = join(circle.stick, 'certificates')
    mkdirSync(folder)
    const written = await cz.call('certificate.write', { ...procedure, target: cz.target(folder) })
    expect(written.files.map((file) => file.fileName.replace(/^.*\./, ''))).toEqual(['chcert', 'html', 'md'])
    expect(readFileSync(join(folder, written.files[2]?.fileName ?? ''), 'utf8')).toContain('DE answered by telephone')
    expect(await cz.refused('certificate.write', { ...procedure, target: cz.target(folder) })).toMatchObject({ code: 'target-exists' })

    const certificate = join(folder, written.fileName)
    const card = await cardOf(gsc, circle.stick)
    expect(await cz.call('certificate.verify', { certificate: cz.source(certificate), card: cz.source(card) }))
      .toMatchObject({ setter: 'Person of GSC', delegation: 'GSC', broken: false, outcomeWords: 'agreed at working party level, to be forwarded to PSC', reference: 'CYBER 48' })
    const wrongCard = await cardOf(cz, circle.stick)
    expect(await cz.refused('certificate.verify', { certificate: cz.source(certificate), card: cz.source(wrongCard) })).toMatchObject({ code: 'certificate-signature' })
    const altered = readFileSync(certificate)
    altered[200] = (altered[200] ?? 0) ^ 1
    writeFileSync(join(folder, 'altered.chcert'), altered)
    expect(await cz.refused('certificate.verify', { certificate: cz.source(join(folder, 'altered.chcert')), card: cz.source(card) })).toMatchObject({ code: 'certificate-altered', stage: 'signature' })
    expect(await cz.refused('certificate.verify', { certificate: cz.source(card), card: cz.source(card) })).toMatchObject({ code: 'not-a-certificate' })
    expect(await cz.refused('certificate.verify', { certificate: cz.source(join(folder, 'none')), card: cz.source(card) })).toMatchObject({ code: 'file-missing' })
  })

  test('is broken by an objection in the setter’s hands, and certified so', async () => {
    const procedure = await open()
    await carry(gsc, cz)
    await cz.call('silence.respond', { ...procedure, response: OBJECTION })
    await carry(cz, gsc)
    circle.clock.advance(5 * HOUR_MS)
    await gsc.call('silence.closeIntake', { ...procedure, note: '' })
    await gsc.call('silence.certify', procedure)
    expect((await gsc.call('silence.show', procedure)).silence.outcome).toEqual({ broken: true, provisional: false, words: 'not agreed at working party level: silence was broken by CZ' })
  })

  test('an objection that arrives after the closing is shown as late on every machine, and changes nothing', async () => {
    const procedure = await open()
    await carry(gsc, cz)
    await cz.call('silence.respond', { ...procedure, response: OBJECTION })
    circle.clock.advance(5 * HOUR_MS)
    await gsc.call('silence.closeIntake', { ...procedure, note: '' })
    await carry(cz, gsc)
    await carry(gsc, cz)
    for (const one of [gsc, cz]) {
      const { silence } = await one.call('silence.show', procedure)
      expect(silence).toMatchObject({ outcome: { broken: false, provisional: false }, responses: [{ delegation: 'CZ', late: true }] })
    }
  })
})

describe('what is refused', () => {
  test('an answer that contradicts itself, an extension by another, to an earlier time, or after the deadline', async () => {
    const procedure = await open()
    await carry(gsc, cz)
    expect(await cz.refused('silence.respond', { ...procedure, response: { ...AGREEMENT, breaks: true } })).toMatchObject({ code: 'input-malformed' })
    expect(await cz.refused('silence.respond', { ...procedure, response: { ...OBJECTION, kind: 'reservation' } })).toMatchObject({ code: 'input-malformed' })
    const later = { ...procedure, wallTime: wallTime(30), zone: 'Europe/Brussels', reason: '' }
    expect(await cz.refused('silence.extend', later)).toMatchObject({ code: 'not-setter' })
    expect(await gsc.refused('silence.extend', { ...later, wallTime: wallTime(4) })).toMatchObject({ code: 'deadline-past' })
    await gsc.call('silence.extend', later)
    expect((await gsc.call('silence.show', procedure)).silence.deadline.wallTime).toBe(later.wallTime)
    circle.clock.advance(30 * HOUR_MS)
    expect(await gsc.refused('silence.extend', { ...later, wallTime: wallTime(9) })).toMatchObject({ code: 'procedure-ended' })
    expect(await gsc.refused('silence.show', { ...procedure, procedure: '00'.repeat(32) })).toMatchObject({ code: 'procedure-unknown' })
  })

  test('a certificate leaves nothing behind where one of its files cannot be written', async () => {
    const procedure = await open()
    circle.clock.advance(5 * HOUR_MS)
    await gsc.call('silence.closeIntake', { ...procedure, note: '' })
    await gsc.call('silence.certify', procedure)
    const folder = join(circle.stick, 'full')
    mkdirSync(folder)
    writeFileSync(join(folder, 'mine.md'), 'mine')
    expect(await gsc.refused('certificate.write', { ...procedure, target: gsc.target(join(folder, 'mine.chcert')) })).toMatchObject({ code: 'target-exists' })
    expect(readdirSync(folder)).toEqual(['mine.md'])
    expect(existsSync(join(folder, 'mine.chcert'))).toBe(false)
  })
})
