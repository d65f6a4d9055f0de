import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'
import { AGREEMENT, OBJECTION } from '../../fakes/deliberation.ts'
import { cardOf, conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'

const TEXT = '# Draft conclusions\n\n1. The Council notes the intrusions.\n\n2. It asks for a report.\n'
const HOUR_MS = 3_600_000

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let de: TestDelegation
beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  de = circle.member('DE')
}, 60_000)
afterAll(() => circle.dissolve())

let place: { readonly dossier: DossierId; readonly text: TextId }
beforeEach(async () => {
  const dossier = await openDossier(gsc, circle.circle, ['CZ', 'DE'])
  const path = join(circle.stick, 'draft.md')
  writeFileSync(path, TEXT)
  const { text } = await gsc.call('text.add', { dossier, source: gsc.source(path), cover: { number: '9114/31' }, title: null })
  place = { dossier, text }
})

function wallTime(hoursAhead = 5): string {
  return new Date(circle.clock.now() + (hoursAhead + 2) * HOUR_MS).toISOString().slice(0, 16)
}
const opening = (changes: object = {}) => ({ ...place, rev: 0, profile: 'working-party', wallTime: wallTime(), zone: 'Europe/Brussels', forwardTo: 'PSC', notice: '', ...changes })
async function open(changes: object = {}): Promise<{ dossier: DossierId; procedure: EventId }> {
  const { event } = await gsc.call('silence.open', opening(changes))
  return { dossier: place.dossier, procedure: event }
}
async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}
const shown = async (at: TestDelegation, procedure: object) => at.call('silence.show', procedure)
/** Signed and then set aside by everybody's fold: what no handler may ever do. */
async function setAside(at: TestDelegation): Promise<string[]> {
  return (await at.call('dossier.show', { dossier: place.dossier })).state.setAside.map((one) => `${one.type}: ${one.why}`)
}

describe('a draft', () => {
  test('is shown to all, its use agreed, opened once, and its agreement goes with it', async () => {
    const { event: draft } = await gsc.call('silence.draft', opening({ profile: 'osce' }))
    await carry(gsc, cz)
    expect((await cz.call('silence.list', {})).drafts).toMatchObject([{ draft: { event: draft, rules: { useAgreed: 'Proposed by the Chair at a meeting.' } }, iAmSetter: false }])
    await cz.call('silence.stateUse', { dossier: place.dossier, procedure: draft, agrees: true, where: 'the meeting of 2 June', remark: '' })
    expect(await cz.refused('silence.withdraw', { dossier: place.dossier, procedure: draft, reason: '' })).toMatchObject({ code: 'not-setter' })
    await carry(cz, gsc)
    const procedure = await open({ draft, profile: 'osce' })
    expect((await shown(gsc, procedure)).silence).toMatchObject({ draft, use: [{ delegation: 'CZ', agrees: true }], responses: [] })
    expect(await gsc.refused('silence.open', opening({ draft }))).toMatchObject({ code: 'procedure-running' })
    expect(await gsc.refused('silence.withdraw', { dossier: place.dossier, procedure: draft, reason: '' })).toMatchObject({ code: 'procedure-ended' })
    expect(await setAside(gsc)).toEqual([])
  })
  test('of another text, or one that nobody drafted, is not opened', async () => {
    expect(await gsc.refused('silence.open', opening({ draft: '0a'.repeat(32) }))).toMatchObject({ code: 'procedure-unknown' })
  })
})

describe('the setter', () => {
  test('suspends, resumes, and withdraws; each refusal says why, and nothing that is signed is set aside', async () => {
    const procedure = await open()
    expect(await gsc.refused('silence.resume', { ...procedure, wallTime: wallTime(9), zone: 'Europe/Brussels', reason: '' })).toMatchObject({ code: 'procedure-not-suspended' })
    await gsc.call('silence.suspend', { ...procedure, reason: 'Translation is late' })
    expect((await shown(gsc, procedure)).silence.phase).toBe('suspended')
    for (const [method, input] of [['silence.suspend', { reason: '' }], ['silence.closeIntake', { note: '' }], ['silence.extend', { wallTime: wallTime(9), zone: 'Europe/Brussels', reason: '' }]] as const) {
      expect(await gsc.refused(method, { ...procedure, ...input })).toMatchObject({ code: 'procedure-suspended' })
    }
    expect(await gsc.refused('silence.calendar', { ...procedure, named: false, alarmMinutes: [], target: gsc.target(circle.stick) })).toMatchObject({ code: 'procedure-suspended' })
    expect(await gsc.refused('silence.resume', { ...procedure, wallTime: wallTime(2), zone: 'Europe/Brussels', reason: '' })).toMatchObject({ code: 'deadline-past' })
    await gsc.call('silence.resume', { ...procedure, wallTime: wallTime(9), zone: 'Europe/Brussels', reason: 'Translated' })
    expect((await shown(gsc, procedure)).silence).toMatchObject({ phase: 'running', suspensions: [{ resumed: { reason: 'Translated' } }] })
    await gsc.call('silence.withdraw', { ...procedure, reason: 'Another way' })
    expect((await shown(gsc, procedure)).silence).toMatchObject({ phase: 'withdrawn', outcome: { words: 'no outcome: the procedure was withdrawn by its setter' } })
    for (const [method, input] of [['silence.respond', { response: AGREEMENT }], ['silence.suspend', { reason: '' }], ['silence.closeIntake', { note: '' }], ['silence.recordServed', { delegations: ['CZ'], how: 'x' }]] as const) {
      expect(await gsc.refused(method, { ...procedure, ...input })).toMatchObject({ code: 'procedure-ended' })
    }
    expect(await setAside(gsc)).toEqual([])
  })
  test('is the only one to act', async () => {
    const procedure = await open()
    await carry(gsc, cz)
    for (const [method, input] of [
      ['silence.suspend', { reason: '' }], ['silence.resume', { wallTime: wallTime(9), zone: 'Europe/Brussels', reason: '' }], ['silence.withdraw', { reason: '' }], ['silence.recordServed', { delegations: ['CZ'], how: 'x' }],
      ['silence.closeIntake', { note: '' }], ['silence.certify', {}], ['silence.forward', { step: 'forwarded', body: 'PSC', note: '' }],
    ] as const) expect(await cz.refused(method, { ...procedure, ...input })).toMatchObject({ code: 'not-setter' })
  })
  test('does not withdraw what has expired unbroken, nor open another while one runs', async () => {
    const procedure = await open()
    expect(await gsc.refused('silence.open', opening())).toMatchObject({ code: 'procedure-running' })
    circle.clock.advance(6 * HOUR_MS)
    expect(await gsc.refused('silence.withdraw', { ...procedure, reason: '' })).toMatchObject({ code: 'procedure-ended' })
  })
  test('sees whom to chase: not sent, sent without receipt, reached otherwise', async () => {
    const procedure = await open()
    expect((await shown(gsc, procedure)).chase).toEqual([{ delegation: 'CZ', lacks: 'notSent' }, { delegation: 'DE', lacks: 'notSent' }])
    await send(gsc, circle.circle, circle.stick, [cz, de])
    expect((await shown(gsc, procedure)).chase).toEqual([{ delegation: 'CZ', lacks: 'noReceipt' }, { delegation: 'DE', lacks: 'noReceipt' }])
    await gsc.call('silence.recordServed', { ...procedure, delegations: ['DE'], how: 'By telephone, to Ms Adler' })
    const view = await shown(gsc, procedure)
    expect(view.chase).toEqual([{ delegation: 'CZ', lacks: 'noReceipt' }])
    expect(view.rows.find((row) => row.delegation === 'DE')).toMatchObject({ served: true, servedOtherwise: 'By telephone, to Ms Adler', sentAtUtcMs: expect.any(Number) })
  })
})

describe('an answer', () => {
  test('is withdrawn by its own delegation alone, once, and then breaks nothing', async () => {
    const procedure = await open()
    await carry(gsc, cz)
    await carry(gsc, de)
    const { event: answer } = await cz.call('silence.respond', { ...procedure, response: OBJECTION })
    await carry(cz, gsc)
    await carry(gsc, de)
    expect((await shown(gsc, procedure)).silence.phase).toBe('broken')
    expect(await de.refused('silence.withdrawAnswer', { ...procedure, answer, remark: '' })).toMatchObject({ code: 'answer-of-another', facts: { delegation: 'CZ' } })
    expect(await cz.refused('silence.withdrawAnswer', { ...procedure, answer: procedure.procedure, remark: '' })).toMatchObject({ code: 'answer-unknown' })
    await cz.call('silence.withdrawAnswer', { ...procedure, answer, remark: 'New instructions' })
    expect(await cz.refused('silence.withdrawAnswer', { ...procedure, answer, remark: '' })).toMatchObject({ code: 'answer-withdrawn' })
    expect((await shown(cz, procedure)).mine).toEqual([])
    await carry(cz, gsc)
    expect((await shown(gsc, procedure)).silence).toMatchObject({ phase: 'running', outcome: { broken: false }, responses: [{ withdrawn: { remark: 'New instructions' } }] })
  })
  test('on a passage that this REV does not have is asked again', async () => {
    const procedure = await open()
    const response = { kind: 'reservation', breaks: false, reservation: 'linguistic', remark: '', place: { block: '99', from: 0, to: 0, quote: '' } }
    expect(await gsc.refused('silence.respond', { ...procedure, response })).toMatchObject({ code: 'place-unknown' })
    expect(await gsc.refused('silence.respond', { ...procedure, response: { ...response, place: { block: '2', from: 0, to: 3, quote: 'other words' } } })).toMatchObject({ code: 'place-unknown' })
    await gsc.call('silence.respond', { ...procedure, response: { ...response, place: { block: '2', from: 0, to: 0, quote: '' } } })
  })
  test('a clock that was set back is told before one signs', async () => {
    const procedure = await open()
    expect((await shown(gsc, procedure)).clockSetBackMs).toBe(0)
    circle.clock.advance(-HOUR_MS)
    expect((await shown(gsc, procedure)).clockSetBackMs).toBeGreaterThan(HOUR_MS - 60_000)
    circle.clock.advance(HOUR_MS)
  })
})

describe('a broken procedure', () => {
  test('is closed at once, and the next on a later REV takes it up', async () => {
    const procedure = await open()
    await carry(gsc, cz)
    await cz.call('silence.respond', { ...procedure, response: OBJECTION })
    await carry(cz, gsc)
    await gsc.call('silence.closeIntake', { ...procedure, note: '' })
    await gsc.call('silence.certify', procedure)
    expect(await gsc.refused('silence.forward', { ...procedure, step: 'forwarded', body: 'PSC', note: '' })).toMatchObject({ code: 'step-not-provided' })
    const next = await open()
    expect((await shown(gsc, next)).silence.follows).toBe(procedure.procedure)
    expect((await shown(gsc, procedure)).silence.followedBy).toBe(next.procedure)
    expect(await setAside(gsc)).toEqual([])
  })
})

describe('after the outcome', () => {
  test('the certificate holds everything, its step is recorded, and every machine shows the same', async () => {
    const procedure = await open()
    await carry(gsc, cz)
    await cz.call('silence.respond', { ...procedure, response: { kind: 'reservation', breaks: false, reservation: 'scrutiny', remark: 'Parliament', place: { block: '2', from: 0, to: 0, quote: '' } } })
    await carry(cz, gsc)
    await gsc.call('silence.recordServed', { ...procedure, delegations: ['DE'], how: 'By note' })
    circle.clock.advance(6 * HOUR_MS)
    await gsc.call('silence.closeIntake', { ...procedure, note: 'DE answered by telephone' })
    expect(await gsc.refused('certificate.show', procedure)).toMatchObject({ code: 'event-unknown' })
    await gsc.call('silence.certify', procedure)
    expect(await gsc.refused('silence.forward', { ...procedure, step: 'noted', body: 'Council', note: '' })).toMatchObject({ code: 'step-not-provided' })
    await gsc.call('silence.forward', { ...procedure, step: 'forwarded', body: 'COREPER', note: 'With the reservation of CZ' })
    await carry(gsc, cz)
    expect((await shown(cz, procedure)).silence.forwarded).toMatchObject([{ body: 'COREPER', step: 'forwarded' }])
    const report = JSON.stringify(await cz.call('certificate.show', procedure))
    for (const words of ['DE answered by telephone', 'By note', 'Reservation (scrutiny)', 'Parliament', 'does not prove', 'Working party', 'Member States that are members']) expect(report).toContain(words)
    const folder = join(circle.stick, `certificate-${procedure.procedure.slice(0, 8)}`)
    mkdirSync(folder)
    const { fileName } = await cz.call('certificate.write', { ...procedure, target: cz.target(folder) })
    const card = await cardOf(gsc, circle.stick)
    expect(await de.call('certificate.verify', { certificate: de.source(join(folder, fileName)), card: de.source(card) })).toMatchObject({ setter: 'Person of GSC', broken: false, report: { outcomeWords: 'agreed at working party level, to be forwarded to PSC' } })
    expect(await setAside(cz)).toEqual([])
  })
})

describe('files that leave', () => {
  test('a calendar file holds a time and nothing else; an overview every delegation, with its marking; both stand in the register', async () => {
    const procedure = await open()
    const folder = join(circle.stick, `files-${procedure.procedure.slice(0, 8)}`)
    mkdirSync(folder)
    const { fileName } = await gsc.call('silence.calendar', { ...procedure, named: false, alarmMinutes: [60], target: gsc.target(folder) })
    const calendar = readFileSync(join(folder, fileName), 'utf8')
    expect(calendar).toContain('DTSTART;TZID=Europe/Brussels:')
    for (const word of ['9114', 'Draft', 'CYBER']) expect(calendar).not.toContain(word)
    expect(await gsc.refused('silence.print', { ...procedure, format: 'pdf', target: gsc.target(folder) })).toMatchObject({ code: 'print-unavailable' })
    const page = await gsc.call('silence.print', { ...procedure, format: 'html', target: gsc.target(folder) })
    const overview = readFileSync(join(folder, page.fileName), 'utf8')
    for (const words of ['>CZ<', '>DE<', 'LIMITE', '9114/31', 'CZ: not sent from this machine']) expect(overview).toContain(words)
    expect(readdirSync(folder)).toHaveLength(2)
    const { entries } = await gsc.call('register.list', { limit: 50, filter: { fromUtcMs: null, toUtcMs: null, group: null, result: null, dossier: place.dossier, words: '' } })
    expect(entries.map((entry) => entry.action)).toEqual(expect.arrayContaining(['silence.calendarWritten', 'silence.overviewWritten']))
  })
})

describe('kinds of a circle', () => {
  const { id: _, ...seed } = PROFILES['working-party']
  const rules = { ...seed, name: 'Friends of herons', grade: 'circle', breakingKinds: ['objection'], unbrokenWords: 'agreed among friends', minimumHours: 24 }
  test('are added by those who run it, kept to, and known to all', async () => {
    expect(await cz.refused('silence.addProfile', { circle: circle.circle, rules })).toMatchObject({ code: 'role-not-allowed' })
    expect(await gsc.refused('silence.addProfile', { circle: circle.circle, rules: { ...rules, unbrokenWords: 'adopted' } })).toMatchObject({ code: 'profile-inconsistent', facts: { fault: 'adopted-not-allowed' } })
    const { event: kind } = await gsc.call('silence.addProfile', { circle: circle.circle, rules })
    expect(await gsc.refused('silence.open', opening({ profile: '0b'.repeat(32) }))).toMatchObject({ code: 'profile-unknown' })
    expect(await gsc.refused('silence.open', opening({ profile: kind }))).toMatchObject({ code: 'deadline-too-short', facts: { minimumHours: 24 } })
    const procedure = await open({ profile: kind, wallTime: wallTime(30) })
    await carry(gsc, cz)
    expect((await cz.call('silence.profiles', { circle: circle.circle })).profiles.at(-1)).toMatchObject({ id: kind, name: 'Friends of herons' })
    await cz.call('silence.respond', { ...procedure, response: { ...OBJECTION, kind: 'draftingComment' } })
    expect((await shown(cz, procedure)).silence.outcome).toMatchObject({ broken: false, words: 'agreed among friends' })
  })
})

describe('reservations', () => {
  test('are entered on the latest REV, lifted by their own delegation, and listed with their passage', async () => {
    await carry(gsc, cz)
    await carry(gsc, de)
    expect(await cz.refused('reservation.enter', { ...place, reservation: 'scrutiny', place: { block: '9', from: 0, to: 0, quote: '' }, remark: '' })).toMatchObject({ code: 'place-unknown' })
    const { event: reservation } = await cz.call('reservation.enter', { ...place, reservation: 'scrutiny', place: { block: '2', from: 0, to: 0, quote: '' }, remark: 'Parliament' })
    await carry(cz, gsc)
    await carry(gsc, de)
    expect(await de.call('reservation.list', place)).toMatchObject({ latestRev: 0, reservations: [{ delegation: 'CZ', passage: 'here', label: expect.stringContaining('paragraph'), mine: false }] })
    expect((await gsc.call('text.show', { ...place, rev: null, comparedWith: null })).reserved).toMatchObject([{ words: expect.stringMatching(/^CZ: scrutiny reservation on paragraph/) }])
    expect(await de.refused('reservation.lift', { dossier: place.dossier, reservation, remark: '' })).toMatchObject({ code: 'reservation-of-another', facts: { delegation: 'CZ' } })
    expect(await cz.refused('reservation.lift', { dossier: place.dossier, reservation: '0c'.repeat(32), remark: '' })).toMatchObject({ code: 'reservation-unknown' })
    await cz.call('reservation.lift', { dossier: place.dossier, reservation, remark: '' })
    expect(await cz.refused('reservation.lift', { dossier: place.dossier, reservation, remark: '' })).toMatchObject({ code: 'reservation-lifted' })
  })
})

describe('settings of this machine', () => {
  test('holidays as a person changes them point out deadlines; nothing else changes', async () => {
    expect((await gsc.call('silence.readDeadline', { wallTime: '2032-06-10T17:00', zone: 'Europe/Brussels' })).warnings).toEqual([])
    await gsc.call('holiday.change', { changes: { added: [{ day: '2032-06-10', name: 'Move of the house' }], struck: ['2031-12-25'] } })
    expect((await gsc.call('silence.readDeadline', { wallTime: '2032-06-10T17:00', zone: 'Europe/Brussels' })).warnings).toMatchObject([{ kind: 'holiday', name: 'Move of the house' }])
    expect((await gsc.call('holiday.show', { year: 2031 })).holidays.some((one) => one.day === '2031-12-25')).toBe(false)
    expect((await cz.call('holiday.show', { year: 2031 })).holidays.some((one) => one.day === '2031-12-25')).toBe(true)
  })
  test('reminders are moments of what concerns this delegation, as it chose them', async () => {
    const procedure = await open({ wallTime: wallTime(100) })
    await carry(gsc, cz)
    const { utcMs } = (await shown(cz, procedure)).silence.deadline
    expect((await cz.call('reminder.times', {})).atUtcMs).toEqual(expect.arrayContaining([utcMs - 24 * HOUR_MS, utcMs - HOUR_MS]))
    const settings = await cz.call('settings.show', {})
    await cz.call('settings.change', { settings: { ...settings, remindBeforeMinutes: [15], remindWhenLocked: true } })
    const times = await cz.call('reminder.times', {})
    expect(times.whenLocked).toBe(true)
    expect(times.atUtcMs).toContain(utcMs - 15 * 60_000)
    await cz.call('silence.respond', { ...procedure, response: AGREEMENT })
    expect((await cz.call('reminder.times', {})).atUtcMs).not.toContain(utcMs - 15 * 60_000)
  })
})
