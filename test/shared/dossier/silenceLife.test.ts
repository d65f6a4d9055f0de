import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasher } from '../../../electron/engine/keys/index.ts'
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { Delegation } from '../../../shared/base/delegations.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import type { DossierState, SetAside, SilenceState } from '../../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'
import { setStage, type Said, type Stage, type TestPerson } from '../../fakes/events.ts'
import { DEADLINE, OBJECTION, PARTS, TEXT, closeIntake, issueRev, openDossier, openSilence, respond } from '../../fakes/deliberation.ts'

const LATER = { wallTime: '2031-06-20T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 5, 20, 15) }
const BEFORE = DEADLINE.utcMs - 3_600_000
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

const person = (delegation: Delegation): TestPerson => stage.person(delegation)
const gsc = (type: string, body: CborValue, after: VerifiedEvent, said: Said = {}): VerifiedEvent => stage.say(person('GSC'), type, body, { heads: [], after, claimedAtUtcMs: BEFORE, ...said })
const act = (type: string, after: VerifiedEvent, more: { readonly [key: string]: CborValue } = { reason: '' }, said: Said = {}): VerifiedEvent => gsc(`silence.${type}`, { procedure: procedure.id, ...more }, after, said)
const knowing = (...heads: VerifiedEvent[]): Said => ({ heads, after: null })

function fold(events: readonly VerifiedEvent[], circleEvents: readonly VerifiedEvent[] = []): DossierState {
  const state = foldDossier(stage.dossier, [...basis, ...events], stage.circle, circleEvents, hasher)
  if (state === null) throw new Error('not opened')
  return state
}
function silence(...events: readonly VerifiedEvent[]): SilenceState {
  const found = fold(events).silences.find((one) => one.procedure === procedure.id)
  if (!found) throw new Error('no procedure')
  return found
}
const why = (events: readonly VerifiedEvent[], event: VerifiedEvent): SetAside['why'] | undefined => fold(events).setAside.find((one) => one.event === event.id)?.why

describe('a suspension', () => {
  test('stops the deadline: nothing is extended or closed until it is resumed with another, which counts from then on', () => {
    const suspended = act('suspended', procedure)
    const extended = act('extended', suspended, { deadline: LATER, reason: '' })
    const closed = act('intakeClosed', suspended, { note: '' }, { claimedAtUtcMs: DEADLINE.utcMs + 1 })
    expect([why([suspended, extended], extended), why([suspended, closed], closed)]).toEqual(['suspended', 'suspended'])
    expect(silence(suspended)).toMatchObject({ phase: 'suspended', suspensions: [{ resumed: null }], outcome: { provisional: true } })
    const resumed = act('resumed', suspended, { deadline: LATER, reason: 'Cleared' }, { claimedAtUtcMs: DEADLINE.utcMs + 5 })
    expect(silence(suspended, resumed)).toMatchObject({ phase: 'running', deadline: LATER, suspensions: [{ resumed: { reason: 'Cleared', deadline: LATER } }] })
  })
  test('is resumed to no earlier deadline, and not to one that has passed', () => {
    const suspended = act('suspended', procedure)
    const earlier = act('resumed', suspended, { deadline: { ...DEADLINE, utcMs: DEADLINE.utcMs - 1 }, reason: '' })
    const past = act('resumed', suspended, { deadline: DEADLINE, reason: '' }, { claimedAtUtcMs: DEADLINE.utcMs })
    expect([why([suspended, earlier], earlier), why([suspended, past], past)]).toEqual(['tooEarly', 'tooEarly'])
  })
  test('comes before expiry, once, and is for the setter; what does not hang is not resumed', () => {
    const late = act('suspended', procedure, { reason: '' }, { claimedAtUtcMs: DEADLINE.utcMs })
    const first = act('suspended', procedure)
    const again = act('suspended', first)
    const foreign = stage.say(person('CZ'), 'silence.suspended', { procedure: procedure.id, reason: '' }, knowing(procedure))
    const nothing = act('resumed', procedure, { deadline: LATER, reason: '' })
    expect([why([late], late), why([first, again], again), why([foreign], foreign), why([nothing], nothing)]).toEqual(['tooLate', 'duplicate', 'role', 'refersToNothing'])
  })
})

describe('a withdrawal by the setter', () => {
  test('ends the procedure without an outcome; what its author did not have is late', () => {
    const withdrawn = act('withdrawn', procedure, { reason: 'Another way was found' })
    const crossing = respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
    expect(silence(withdrawn, crossing)).toMatchObject({ phase: 'withdrawn', outcome: { broken: false, provisional: false }, responses: [{ late: true }], withdrawn: { reason: 'Another way was found' } })
  })
  test('comes before expiry, unless silence is broken', () => {
    const late = act('withdrawn', procedure, { reason: '' }, { claimedAtUtcMs: DEADLINE.utcMs })
    expect(why([late], late)).toBe('tooLate')
    const objection = respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
    const after = act('withdrawn', procedure, { reason: '' }, { claimedAtUtcMs: DEADLINE.utcMs, heads: [objection] })
    expect(silence(objection, after).phase).toBe('withdrawn')
  })
  test('and a closing that cross: the causally first counts, and nothing goes on after either', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, { heads: [], after: procedure })
    const withdrawn = stage.say(person('PRES'), 'silence.withdrawn', { procedure: procedure.id, reason: '' }, { ...knowing(closed), claimedAtUtcMs: BEFORE })
    expect(why([closed, withdrawn], withdrawn)).toBe('duplicate')
    const extended = act('extended', closed, { deadline: LATER, reason: '' })
    expect(why([closed, extended], extended)).toBe('tooLate')
  })
})

describe('a broken procedure', () => {
  test('may be closed before its deadline, by what the closer had; an unbroken one may not', () => {
    const objection = respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
    const unaware = act('intakeClosed', procedure, { note: '' })
    expect(why([objection, unaware], unaware)).toBe('tooEarly')
    const aware = act('intakeClosed', procedure, { note: '' }, { heads: [objection] })
    expect(silence(objection, aware)).toMatchObject({ phase: 'closed', outcome: { broken: true, provisional: false } })
  })
  test('is taken up by one on the next REV, and each names the other', () => {
    const objection = respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
    const closed = act('intakeClosed', procedure, { note: '' }, { heads: [objection] })
    const next = issueRev(stage, person('GSC'), 1, basis[1] ?? null, { heads: [], after: closed })
    const following = openSilence(stage, person('GSC'), next, { heads: [], after: next }, { follows: procedure.id })
    const state = fold([objection, closed, next, following])
    expect(state.silences.map((one) => [one.procedure, one.follows, one.followedBy])).toEqual([[procedure.id, null, following.id], [following.id, procedure.id, null]])
  })
  test.each([['nothing', '0e'.repeat(32)], ['itself by a later name', null]])('is not taken up by one that names %s', (_, follows) => {
    const next = openSilence(stage, person('GSC'), basis[1] ?? procedure, { heads: [], after: procedure }, { follows: follows ?? basis[1]?.id ?? '' })
    expect(why([next], next)).toBe('refersToNothing')
  })
})

describe('an answer withdrawn', () => {
  const objected = () => respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
  const back = (author: TestPerson, answer: VerifiedEvent, said: Said) => stage.say(author, 'silence.answerWithdrawn', { procedure: procedure.id, answer: answer.id, remark: 'New instructions' }, said)

  test('by its delegation breaks nothing any more, and stays on record', () => {
    const objection = objected()
    const withdrawn = back(person('CZ'), objection, { heads: [], after: objection })
    expect(silence(objection, withdrawn)).toMatchObject({ phase: 'running', outcome: { broken: false }, responses: [{ withdrawn: { remark: 'New instructions' }, response: OBJECTION }] })
  })
  test('by another delegation counts nothing; nor does a later agreement take anything back', () => {
    const objection = objected()
    const foreign = back(person('DE'), objection, knowing(objection))
    const agreed = respond(stage, person('CZ'), procedure, { kind: 'agreement', breaks: false, reservation: null, remark: '', place: null }, { heads: [], after: objection })
    expect(why([objection, foreign], foreign)).toBe('role')
    expect(silence(objection, foreign, agreed).outcome.broken).toBe(true)
  })
  test('that crosses with the closing comes too late, and what nobody gave is not withdrawn', () => {
    const objection = objected()
    const closed = act('intakeClosed', procedure, { note: '' }, { heads: [objection] })
    const crossing = back(person('CZ'), objection, { heads: [], after: objection })
    expect(why([objection, closed, crossing], crossing)).toBe('tooLate')
    expect(silence(objection, closed, crossing).outcome.broken).toBe(true)
    const nothing = back(person('CZ'), procedure, knowing(procedure))
    expect(why([nothing], nothing)).toBe('refersToNothing')
  })
})

describe('a draft', () => {
  const draftBody = () => ({ text: TEXT, revision: basis[1]?.id ?? '', textHash: silence().textHash, profile: 'osce', deadline: DEADLINE, forwardTo: 'PSC', notice: '', follows: null })
  const draft = () => gsc('silence.drafted', draftBody(), procedure)

  test('binds nobody; agreement to its use goes with it into the procedure, apart from the text', () => {
    const drafted = draft()
    const agreed = stage.say(person('CZ'), 'silence.useStated', { procedure: drafted.id, agrees: true, where: 'the meeting of 2 June', remark: '' }, knowing(drafted))
    const before = fold([drafted, agreed])
    expect(before.silences).toHaveLength(1)
    expect(before.silenceDrafts).toMatchObject([{ openedAs: null, rules: { name: 'OSCE' }, use: [{ delegation: 'CZ', agrees: true, where: 'the meeting of 2 June', asSetter: false }] }])
    const opened = openSilence(stage, person('GSC'), basis[1] ?? procedure, { heads: [agreed], after: drafted }, { draft: drafted.id, profile: 'osce' })
    const state = fold([drafted, agreed, opened])
    expect(state.silences.find((one) => one.procedure === opened.id)).toMatchObject({ draft: drafted.id, use: [{ delegation: 'CZ', agrees: true }], responses: [], outcome: { broken: false, words: 'adopted; text issued at the next meeting' } })
    expect(state.silenceDrafts).toMatchObject([{ openedAs: opened.id }])
  })
  test('is opened once, by the setter, and may be withdrawn', () => {
    const drafted = draft()
    const one = openSilence(stage, person('GSC'), basis[1] ?? procedure, { heads: [], after: drafted }, { draft: drafted.id })
    const two = openSilence(stage, person('GSC'), basis[1] ?? procedure, { heads: [], after: one }, { draft: drafted.id })
    expect(why([drafted, one, two], two)).toBe('duplicate')
    const foreign = stage.say(person('CZ'), 'silence.drafted', draftBody(), knowing(procedure))
    expect(why([foreign], foreign)).toBe('role')
    const withdrawn = gsc('silence.withdrawn', { procedure: drafted.id, reason: 'No agreement on its use' }, drafted)
    expect(fold([drafted, withdrawn]).silenceDrafts).toMatchObject([{ withdrawn: { reason: 'No agreement on its use' } }])
  })
  test('a "no" to the use of a procedure never breaks it', () => {
    const against = stage.say(person('CZ'), 'silence.useStated', { procedure: procedure.id, agrees: false, where: '', remark: '' }, knowing(procedure))
    expect(silence(against)).toMatchObject({ outcome: { broken: false }, use: [{ agrees: false }], responses: [] })
  })
})

describe('after the outcome', () => {
  const forward = (after: VerifiedEvent, step = 'forwarded') => gsc('silence.forwarded', { procedure: procedure.id, step, body: 'COREPER', note: '' }, after)
  test('steps that the kind provides are recorded, and no other; never before the closing, never on a broken one', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, { heads: [], after: procedure })
    const forwarded = forward(closed)
    expect(silence(closed, forwarded).forwarded).toMatchObject([{ step: 'forwarded', body: 'COREPER', delegation: 'GSC' }])
    const issued = forward(closed, 'issued')
    const early = forward(procedure)
    expect([why([closed, issued], issued), why([early], early)]).toEqual(['profile', 'tooEarly'])
    const objection = respond(stage, person('CZ'), procedure, OBJECTION, knowing(procedure))
    const broken = closeIntake(stage, person('GSC'), procedure, { heads: [objection], after: procedure })
    const onBroken = forward(broken)
    expect(why([objection, broken, onBroken], onBroken)).toBe('profile')
  })
  test('there is no step by which a text is adopted', () => {
    const closed = closeIntake(stage, person('GSC'), procedure, { heads: [], after: procedure })
    const adopted = forward(closed, 'adopted')
    expect(why([closed, adopted], adopted)).toBe('bodyMalformed')
  })
})

describe('service by other means', () => {
  test('is the setter’s word, and nobody else’s', () => {
    const served = act('served', procedure, { delegations: ['DE'], how: 'By telephone to the deputy' })
    const foreign = stage.say(person('CZ'), 'silence.served', { procedure: procedure.id, delegations: ['CZ'], how: 'x' }, knowing(procedure))
    expect(silence(served).servedOtherwise).toMatchObject([{ delegations: ['DE'], how: 'By telephone to the deputy' }])
    expect(why([foreign], foreign)).toBe('role')
  })
})

describe('a kind of the circle’s own', () => {
  const { id: _, ...seed } = PROFILES['working-party']
  const rules = { ...seed, name: 'Short', grade: 'circle', setterRoles: ['chair'], breakingKinds: ['objection'], unbrokenWords: 'agreed by the friends of {forwardTo}', brokenWords: 'not agreed: {delegations}' }
  const add = (author: TestPerson, changes: { readonly [key: string]: CborValue } = {}) => stage.say(author, 'silence.profileAdded', { ...rules, ...changes }, { dossier: null, heads: [], after: author.delegation === 'GSC' ? stage.circleEvents.at(-1) ?? null : null })

  test('counts where chair or secretariat added it, and only whom it names may set it', () => {
    const kind = add(person('PRES'))
    const bySecretariat = openSilence(stage, person('GSC'), basis[1] ?? procedure, { heads: [], after: procedure }, { profile: kind.id })
    const byChair = openSilence(stage, person('PRES'), basis[1] ?? procedure, knowing(procedure), { profile: kind.id })
    const state = fold([bySecretariat, byChair], [...stage.circleEvents, kind])
    expect(state.setAside.find((one) => one.event === bySecretariat.id)?.why).toBe('role')
    expect(state.silences.find((one) => one.procedure === byChair.id)).toMatchObject({ rules: { name: 'Short' }, outcome: { words: 'agreed by the friends of PSC' } })
  })
  test.each([
    ['a delegate', () => add(person('CZ'))], ['somebody without a place in the circle', () => add(stage.stranger)], ['rules that say "adopted" without the right to', () => add(person('PRES'), { unbrokenWords: 'adopted' })], ['rules that are incomplete', () => add(person('PRES'), { source: '' })],
  ])('by %s is none', (_, make) => {
    const kind = make()
    const opened = openSilence(stage, person('PRES'), basis[1] ?? procedure, knowing(procedure), { profile: kind.id })
    expect(fold([opened], [...stage.circleEvents, kind]).setAside.find((one) => one.event === opened.id)?.why).toBe('refersToNothing')
  })
  test('that has not arrived leaves what is opened under it waiting without effect, until it does', () => {
    const kind = add(person('PRES'))
    const opened = openSilence(stage, person('PRES'), basis[1] ?? procedure, knowing(procedure), { profile: kind.id })
    expect(fold([opened], stage.circleEvents).silences).toHaveLength(1)
    expect(fold([opened], [...stage.circleEvents, kind]).silences).toHaveLength(2)
  })
})

describe('clocks that contradict themselves', () => {
  const said = (claimedAtUtcMs: number, after: VerifiedEvent | null) => respond(stage, person('CZ'), procedure, OBJECTION, { heads: [procedure], after, claimedAtUtcMs })
  const clocksOf = (...events: VerifiedEvent[]) => silence(...events).responses.map((one) => one.clock)
  const opened = () => procedure.header.claimedAtUtcMs

  test('a clock that runs forward is not remarked on', () => {
    const first = said(opened() + 1000, null)
    expect(clocksOf(first, said(opened() + 2000, first))).toEqual([[], []])
  })
  test('one set back shows on both statements', () => {
    const first = said(opened() + 5000, null)
    expect(clocksOf(first, said(opened() + 2000, first))).toEqual([['laterThanSuccessor'], ['setBack']])
  })
  test('an answer that claims a time before what it answers', () => {
    expect(clocksOf(said(opened() - 1, null))).toEqual([['beforeWhatItKnew']])
  })
  test('changes no outcome: an objection breaks whatever time it claims', () => {
    expect(silence(said(1, null)).outcome.broken).toBe(true)
  })
  test('the closing is looked at like any other statement', () => {
    const after = stage.say(person('GSC'), 'step.marked', { step: 1, state: 'begun', note: '' }, { heads: [], after: procedure, claimedAtUtcMs: DEADLINE.utcMs + 10_000 })
    const closed = act('intakeClosed', after, { note: '' }, { claimedAtUtcMs: DEADLINE.utcMs + 5000 })
    expect(silence(after, closed).intakeClosed?.clock).toEqual(['setBack'])
  })
})
