import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { signerOf } from '../../../electron/engine/keys/index.ts'
import { certificateOf } from '../../../shared/dossier/certificateOf.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import type { DossierState, SetAside, SilenceState } from '../../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { receiptTimes } from '../../../shared/dossier/served.ts'
import { composeCertificate } from '../../../shared/silence/certificate.ts'
import type { Certificate } from '../../../shared/silence/certificateContent.ts'
import { setStage, type Said, type Stage, type TestPerson } from '../../fakes/events.ts'
import { AFTER_DEADLINE_UTC_MS, AGREEMENT, DEADLINE, OBJECTION, PARTS, TEXT, closeIntake, issueRev, openDossier, openSilence, respond } from '../../fakes/deliberation.ts'

const LATER = { wallTime: '2031-06-13T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 5, 13, 15) }
let stage: Stage
let basis: VerifiedEvent[]
let procedure: VerifiedEvent
beforeAll(async () => {
  stage = await setStage(PARTS)
})
beforeEach(() => {
  const opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
  const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
  procedure = openSilence(stage, stage.person('GSC'), init, { heads: [], after: init })
  basis = [opened, init, procedure]
})

function fold(events: readonly VerifiedEvent[], receipts: readonly VerifiedEvent[] = []): DossierState {
  const state = foldDossier(stage.dossier, [...basis, ...events], stage.circle, receipts, hasher)
  if (state === null) throw new Error('not opened')
  return state
}
function silence(...events: readonly VerifiedEvent[]): SilenceState {
  const [only] = fold(events).silences
  if (only === undefined) throw new Error('no procedure')
  return only
}
function why(events: readonly VerifiedEvent[], event: VerifiedEvent): SetAside['why'] | undefined {
  return fold(events).setAside.find((one) => one.event === event.id)?.why
}
const person = (delegation: Parameters<Stage['person']>[0]): TestPerson => stage.person(delegation)
const knowing = (...heads: VerifiedEvent[]): Said => ({ heads, after: null })
/** The setter's own log goes on after the opening. */
const setter = (...heads: VerifiedEvent[]): Said => ({ heads, after: procedure })
const extend = (author: TestPerson, said: Said, deadline = LATER) =>
  stage.say(author, 'silence.extended', { procedure: procedure.id, deadline, reason: 'Bank holiday' }, { claimedAtUtcMs: DEADLINE.utcMs - 1, ...said })

describe('an outcome', () => {
  test('is provisional while the intake is open, whatever the clock says', () => {
    expect(silence()).toMatchObject({ phase: 'running', outcome: { broken: false, provisional: true, words: 'agreed at working party level, to be forwarded to PSC' } })
  })

  test('is broken by a member’s objection, and names the member', () => {
    const objection = respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
    expect(silence(objection)).toMatchObject({ phase: 'broken', outcome: { broken: true, provisional: true, words: 'not agreed at working party level: silence was broken by CZ' } })
  })

  test.each(['COM', 'EEAS', 'GSC', 'PRES'] as const)('is not broken by a "no" of %s, which is recorded and shown', (delegation) => {
    const said = delegation === 'GSC' ? setter() : knowing(procedure)
    const state = silence(respond(stage, person(delegation), procedure, OBJECTION, said))
    expect(state.outcome.broken).toBe(false)
    expect(state.responses).toMatchObject([{ delegation, canBreak: false, response: OBJECTION }])
  })

  test('follows what the setter had when it closed: an objection in its hands breaks', () => {
    const objection = respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
    const closed = closeIntake(stage, person('GSC'), procedure, setter(objection))
    expect(silence(objection, closed)).toMatchObject({ phase: 'closed', outcome: { broken: true, provisional: false }, responses: [{ late: false }] })
  })

  test('an objection that crosses with the closing is late, shown, and without effect, however early it claims to be', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, setter())
    const objection = respond(stage, person('CZ'), procedure, OBJECTION, { ...knowing(procedure), claimedAtUtcMs: 1 })
    expect(silence(objection, closed)).toMatchObject({ phase: 'closed', outcome: { broken: false, provisional: false }, responses: [{ late: true, delegation: 'CZ' }] })
  })

  test('takes the author at its word: the same reservation breaks or does not', () => {
    const reservation = (breaks: boolean) => ({ kind: 'reservation', breaks, reservation: 'scrutiny', remark: '', place: null }) as const
    expect(silence(respond(stage, person('CZ'), procedure, reservation(true), knowing(procedure))).outcome.broken).toBe(true)
    expect(silence(respond(stage, person('CZ'), procedure, reservation(false), knowing(procedure))).outcome.broken).toBe(false)
  })
})

describe('the setter', () => {
  test('alone closes: not a delegate', () => {
    const closed = closeIntake(stage, person('CZ'), procedure, knowing(procedure))
    expect(why([closed], closed)).toBe('role')
    expect(silence(closed).phase).toBe('running')
  })

  test('alone opens, extends and certifies', () => {
    const opened = openSilence(stage, person('CZ'), basis[1] ?? procedure, knowing(procedure))
    const extended = extend(person('DE'), knowing(procedure))
    expect([why([opened, extended], opened), why([opened, extended], extended)]).toEqual(['role', 'role'])
  })

  test('may be the chair where the secretariat opened', () => {
    expect(silence(closeIntake(stage, person('PRES'), procedure, knowing(procedure))).phase).toBe('closed')
  })

  test('closes not before the deadline that it knew', () => {
    const early = closeIntake(stage, person('GSC'), procedure, { ...setter(), claimedAtUtcMs: DEADLINE.utcMs - 1 })
    expect(why([early], early)).toBe('tooEarly')
    const extended = extend(person('GSC'), setter())
    const stillEarly = closeIntake(stage, person('GSC'), procedure, { heads: [], after: extended })
    expect(why([extended, stillEarly], stillEarly)).toBe('tooEarly')
  })

  test('closes once: the causally first counts', () => {
    const one = closeIntake(stage, person('GSC'), procedure, setter())
    const two = closeIntake(stage, person('PRES'), procedure, knowing(one))
    expect(why([two, one], two)).toBe('duplicate')
    expect(silence(two, one).intakeClosed?.event).toBe(one.id)
  })

  test('extends before expiry, and the deadline first set stays on record', () => {
    const extended = extend(person('GSC'), setter())
    expect(silence(extended)).toMatchObject({ deadline: LATER, firstDeadline: DEADLINE, extensions: [{ deadline: LATER, delegation: 'GSC', reason: 'Bank holiday' }] })
  })

  test('does not extend from the deadline on, nor to an earlier time', () => {
    const late = extend(person('GSC'), { ...setter(), claimedAtUtcMs: DEADLINE.utcMs })
    expect(why([late], late)).toBe('tooLate')
    const shorter = extend(person('GSC'), setter(), DEADLINE)
    expect(why([shorter], shorter)).toBe('tooEarly')
    expect(silence(late, shorter)).toMatchObject({ deadline: DEADLINE, extensions: [] })
  })

  test('extends in vain what another person of it closed without knowing', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, setter())
    const crossing = extend(person('PRES'), knowing(procedure))
    expect(why([crossing, closed], crossing)).toBe('tooLate')
    expect(silence(crossing, closed)).toMatchObject({ phase: 'closed', deadline: DEADLINE })
  })
})

describe('what refers to nothing', () => {
  test('a procedure on another text hash, and answers to no procedure', () => {
    const other = openSilence(stage, person('GSC'), basis[1] ?? procedure, setter(), { textHash: '00'.repeat(32) })
    const answer = respond(stage, person('CZ'), other, OBJECTION, knowing(other))
    expect(why([other, answer], other)).toBe('refersToNothing')
    expect(why([other, answer], answer)).toBe('refersToNothing')
  })
})

describe('who was served', () => {
  test('the opener, whoever signs with knowledge of the procedure, and whoever gave a receipt for it', () => {
    const answer = respond(stage, person('DE'), procedure, AGREEMENT, knowing(procedure))
    const unaware = stage.say(person('NL'), 'step.marked', { step: 1, state: 'begun', note: '' }, knowing())
    const receipt = stage.say(person('CZ'), 'receipt.given', {
      bundle: '0b'.repeat(32), sender: person('GSC').identity.installation, counter: 1, admittedAtUtcMs: 1, admitted: [procedure.id],
    }, { dossier: null, heads: [], after: null })
    const elsewhere = stage.say(person('COM'), 'receipt.given', {
      bundle: '0b'.repeat(32), sender: person('GSC').identity.installation, counter: 1, admittedAtUtcMs: 1, admitted: [],
    }, { dossier: null, heads: [], after: null })
    expect(fold([answer, unaware], [receipt, elsewhere]).silences[0]?.servedTo).toEqual(['CZ', 'DE', 'GSC'])
  })

  test('by receipts of this circle, of authors in its roster; the earliest of each delegation is shown', () => {
    const receipt = (author: TestPerson, admittedAtUtcMs: number, said: Said = {}) => stage.say(author, 'receipt.given', {
      bundle: '0b'.repeat(32), sender: person('GSC').identity.installation, counter: 1, admittedAtUtcMs, admitted: [procedure.id],
    }, { dossier: null, heads: [], after: null, ...said })
    const given = [receipt(person('CZ'), 30), receipt(person('CZ'), 20), receipt(stage.stranger, 5), receipt(person('DE'), 5, { rosterEpoch: stage.circle.epoch + 1 })]
    expect(receiptTimes([procedure.id], given, stage.circle)).toEqual(new Map([[procedure.id, new Map([['CZ', 20]])]]))
    const elsewhere = { ...stage.circle, circle: '0e'.repeat(32) as typeof stage.circle.circle }
    expect(receiptTimes([procedure.id], given, elsewhere).get(procedure.id)?.size).toBe(0)
  })

  test('not somebody without a place in the roster', () => {
    const stranger = stage.say(stage.stranger, 'step.marked', { step: 1, state: 'begun', note: '' }, knowing(procedure))
    expect(silence(stranger).servedTo).toEqual(['GSC'])
  })
})

describe('a certificate in the dossier', () => {
  function certified(events: readonly VerifiedEvent[], closed: VerifiedEvent, author: TestPerson, said: Said, changes: Partial<Certificate> = {}): VerifiedEvent {
    const state = fold(events)
    const [one] = state.silences
    if (!one?.intakeClosed) throw new Error('not closed')
    const by = { name: author.name, delegation: author.delegation, installation: author.identity.installation }
    const content = certificateOf({ circle: stage.circle, state }, { ...one, intakeClosed: one.intakeClosed }, { rows: [], admittedAt: new Map(), by, signedWith: by.installation, nowUtcMs: AFTER_DEADLINE_UTC_MS })
    const certificate = composeCertificate({ ...content, ...changes }, signerOf(author.identity))
    return stage.say(author, 'silence.certified', { procedure: procedure.id, certificate }, { heads: [closed], after: null, ...said })
  }

  test('counts once it follows the closing', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, setter())
    const certificate = certified([closed], closed, person('GSC'), { heads: [], after: closed })
    expect(silence(closed, certificate)).toMatchObject({ phase: 'certified', certified: { event: certificate.id } })
    const second = certified([closed], closed, person('PRES'), knowing(certificate))
    expect(why([closed, certificate, second], second)).toBe('duplicate')
  })

  test('made without knowledge of the closing, or by another than the setter does not', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, setter())
    const unaware = certified([closed], closed, person('PRES'), knowing(procedure))
    const byDelegate = certified([closed], closed, person('CZ'), knowing(closed))
    const events = [closed, unaware, byDelegate]
    expect([unaware, byDelegate].map((event) => why(events, event))).toEqual(['tooEarly', 'role'])
    expect(silence(...events).phase).toBe('closed')
  })

  test.each([
    ['another outcome', () => ({ outcome: { broken: true, brokenBy: [], words: 'agreed at working party level, to be forwarded to PSC' } })],
    ['other words', () => ({ outcome: { broken: false, brokenBy: [], words: 'adopted' } })],
    ['another procedure', () => ({ procedure: '0c'.repeat(32) as EventId })],
    ['another signer', () => ({ certified: { by: { name: 'Person of CZ', delegation: 'CZ' as const, installation: person('CZ').identity.installation }, claimedAtUtcMs: 1 } })],
  ])('that states %s does not', (_, changes) => {
    const closed = closeIntake(stage, person('GSC'), procedure, setter())
    const untrue = certified([closed], closed, person('GSC'), { heads: [], after: closed }, changes())
    expect(why([closed, untrue], untrue)).toBe('bodyMalformed')
    expect(silence(closed, untrue).phase).toBe('closed')
  })

  test.each([['hash', '0d'.repeat(32)], ['revision', '0d'.repeat(32)]])('that names another %s of the text does not', (field, value) => {
    const closed = closeIntake(stage, person('GSC'), procedure, setter())
    const text = { id: TEXT, revision: basis[1]?.id ?? procedure.id, rev: 0, number: '9114/31', title: 'Draft', hash: silence().textHash, [field]: value }
    const untrue = certified([closed], closed, person('GSC'), { heads: [], after: closed }, { text })
    expect(why([closed, untrue], untrue)).toBe('bodyMalformed')
  })

  test('that no longer can be read does not', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, setter())
    const broken = stage.say(person('GSC'), 'silence.certified', { procedure: procedure.id, certificate: new Uint8Array(80) }, { heads: [], after: closed })
    expect(why([closed, broken], broken)).toBe('bodyMalformed')
  })
})
