/**
 * Thousands of lives of silence procedures on three machines, told by the properties that must hold whatever anybody does and whatever
 * arrives when. A model that knows nothing of events keeps account of what each machine holds, and says what must come out.
 */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasher } from '../../electron/engine/keys/index.ts'
import type { CborValue } from '../../shared/base/cbor.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { EventId } from '../../shared/base/identifiers.ts'
import { foldDossier } from '../../shared/dossier/fold.ts'
import { encodeState } from '../../shared/dossier/stateHash.ts'
import type { DossierState, SilenceState } from '../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { BREAKING_KINDS, RESPONSE_KINDS, isBreakingKind, type Response } from '../../shared/silence/procedure.ts'
import { setStage, type Stage } from '../fakes/events.ts'
import { DEADLINE, PARTS, issueRev, openDossier, openSilence } from '../fakes/deliberation.ts'

const MACHINES: readonly Delegation[] = ['GSC', 'CZ', 'DE']
/** The secretariat and the chair both act as the setter, and need not know of one another. */
const TWO_SETTERS: readonly Delegation[] = ['GSC', 'PRES', 'CZ']
const HOUR_MS = 3_600_000
let stage: Stage
beforeAll(async () => {
  stage = await setStage(PARTS)
})

/** What one machine holds, in the order of arrival. */
interface Machine {
  readonly delegation: Delegation
  readonly held: VerifiedEvent[]
}

/** One life: three machines, one clock for all, and the model's own account of what was said. */
interface Life {
  readonly machines: readonly Machine[]
  readonly procedure: VerifiedEvent
  now: number
  /** Deadline in force by what GSC did; null while suspended. */
  deadline: number
  suspended: boolean
  /** Identifiers of what GSC held when it closed or withdrew; null while the intake is open. */
  endedWith: { readonly kind: 'closed' | 'withdrawn'; readonly held: ReadonlySet<EventId> } | null
  /** Breaking answers of members, by event. */
  readonly breaking: Map<EventId, Delegation>
  /** Answer that was taken back, and the event that did. */
  readonly takenBack: Map<EventId, EventId>
  readonly answers: { readonly event: EventId; readonly delegation: Delegation }[]
  /** What the author of each event held when it spoke. */
  readonly heldBefore: Map<EventId, ReadonlySet<EventId>>
  /** Where two may act as the setter, the model foretells no verdict. */
  readonly foretells: boolean
}

function birth(delegations: readonly Delegation[] = MACHINES): Life {
  const opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
  const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
  const procedure = openSilence(stage, stage.person('GSC'), init, { heads: [], after: init, claimedAtUtcMs: DEADLINE.utcMs - 100 * HOUR_MS })
  return {
    machines: delegations.map((delegation) => ({ delegation, held: [opened, init, procedure] })), procedure, now: DEADLINE.utcMs - 99 * HOUR_MS, deadline: DEADLINE.utcMs, suspended: false,
    endedWith: null, breaking: new Map(), takenBack: new Map(), answers: [], heldBefore: new Map(), foretells: delegations === MACHINES,
  }
}

function machineOf(life: Life, delegation: Delegation): Machine {
  const found = life.machines.find((one) => one.delegation === delegation)
  if (!found) throw new Error('no such machine')
  return found
}

/** An event by the person of a machine, with knowledge of all that it holds. */
function speak(life: Life, machine: Machine, type: string, body: CborValue): VerifiedEvent {
  const author = stage.person(machine.delegation)
  const log = author.identity.installation
  const tips = new Map(machine.held.map((event) => [event.header.log, event]))
  const after = tips.get(log) ?? null
  tips.delete(log)
  const event = stage.say(author, type, body, { heads: [...tips.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), after, claimedAtUtcMs: life.now })
  life.heldBefore.set(event.id, heldBy(machine))
  machine.held.push(event)
  return event
}

function stateOn(machine: Machine): DossierState {
  const state = foldDossier(stage.dossier, machine.held, stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}

function silenceOn(machine: Machine): SilenceState {
  const [silence] = stateOn(machine).silences
  if (silence === undefined) throw new Error('no procedure')
  return silence
}

/** Silence as the model has it broken by what a set of events says. */
function brokenBy(life: Life, held: ReadonlySet<EventId>): Delegation[] {
  const standing = [...life.breaking].filter(([event]) => held.has(event) && !(life.takenBack.has(event) && held.has(life.takenBack.get(event) ?? event)))
  return [...new Set(standing.map(([, delegation]) => delegation))].sort()
}

const heldBy = (machine: Machine): ReadonlySet<EventId> => new Set(machine.held.map((event) => event.id))

/** A law that does not hold, where no test stands around it. */
function must(holds: boolean, law: string): void {
  if (!holds) throw new Error(law)
}

class Answer implements fc.Command<Life, Life> {
  readonly who: Delegation
  readonly response: Response
  constructor(who: Delegation, response: Response) {
    this.who = who
    this.response = response
  }
  check(): boolean {
    return true
  }
  run(life: Life): void {
    const event = speak(life, machineOf(life, this.who), 'silence.responded', { procedure: life.procedure.id, response: this.response })
    life.answers.push({ event: event.id, delegation: this.who })
    if (this.response.breaks && this.who !== 'GSC' && this.who !== 'PRES') life.breaking.set(event.id, this.who)
  }
  toString = (): string => `${this.who}: ${this.response.kind}${this.response.breaks ? ' breaks' : ''}`
}

class TakeBack implements fc.Command<Life, Life> {
  readonly who: Delegation
  readonly nth: number
  constructor(who: Delegation, nth: number) {
    this.who = who
    this.nth = nth
  }
  check(life: Readonly<Life>): boolean {
    return life.answers.length > 0
  }
  run(life: Life): void {
    const machine = machineOf(life, this.who)
    const answer = life.answers[this.nth % life.answers.length]
    if (!answer || !heldBy(machine).has(answer.event)) return
    const event = speak(life, machine, 'silence.answerWithdrawn', { procedure: life.procedure.id, answer: answer.event, remark: '' })
    if (answer.delegation === this.who && !life.takenBack.has(answer.event)) life.takenBack.set(answer.event, event.id)
    else if (answer.delegation !== this.who) must(stateOn(machine).setAside.some((one) => one.event === event.id && one.why === 'role'), 'only its own delegation takes an answer back')
  }
  toString = (): string => `${this.who} takes back answer ${this.nth}`
}

/** What only the setter may do; anybody tries. The model says what must come of it at the setter's machine. */
class Act implements fc.Command<Life, Life> {
  readonly who: Delegation
  readonly act: 'extended' | 'suspended' | 'resumed' | 'withdrawn' | 'intakeClosed'
  readonly hours: number
  constructor(who: Delegation, act: Act['act'], hours: number) {
    this.who = who
    this.act = act
    this.hours = hours
  }
  check(): boolean {
    return true
  }
  run(life: Life): void {
    const machine = machineOf(life, this.who)
    const utcMs = life.deadline + this.hours * HOUR_MS
    const deadline = { wallTime: '2031-06-12T17:00', zone: 'Europe/Brussels', utcMs }
    const more: { readonly [key: string]: CborValue } = this.act === 'extended' || this.act === 'resumed' ? { deadline, reason: '' } : this.act === 'intakeClosed' ? { note: '' } : { reason: '' }
    const broken = brokenBy(life, heldBy(machine)).length > 0
    const event = speak(life, machine, `silence.${this.act}`, { procedure: life.procedure.id, ...more })
    const aside = stateOn(machine).setAside.find((one) => one.event === event.id)
    if (!life.foretells) return
    if (this.who !== 'GSC') {
      must(aside?.why === 'role', 'nobody but the setter acts on a procedure')
      return
    }
    must((aside === undefined) === this.allowed(life, broken, utcMs), `${this.act} is judged as the model has it, not ${aside?.why ?? 'taken'}`)
    if (aside === undefined) this.happen(life, machine, utcMs)
  }
  allowed(life: Life, broken: boolean, utcMs: number): boolean {
    const expired = life.now >= life.deadline
    if (life.endedWith !== null) return false
    switch (this.act) {
      case 'extended': return !life.suspended && !expired && utcMs > life.deadline
      case 'suspended': return !life.suspended && !expired
      case 'resumed': return life.suspended && utcMs >= life.deadline && utcMs > life.now
      case 'withdrawn': return life.suspended || !expired || broken
      case 'intakeClosed': return !life.suspended && (expired || broken)
    }
  }
  happen(life: Life, machine: Machine, utcMs: number): void {
    switch (this.act) {
      case 'extended': life.deadline = utcMs; break
      case 'suspended': life.suspended = true; break
      case 'resumed': life.suspended = false; life.deadline = utcMs; break
      case 'withdrawn': life.endedWith = { kind: 'withdrawn', held: heldBy(machine) }; break
      case 'intakeClosed': life.endedWith = { kind: 'closed', held: heldBy(machine) }; break
    }
  }
  toString = (): string => `${this.who}: ${this.act} ${this.hours}`
}

/** A bundle: what one holds and the other lacks. Part of it may be carried in any order the other can admit. */
class Carry implements fc.Command<Life, Life> {
  readonly from: Delegation
  readonly to: Delegation
  constructor(from: Delegation, to: Delegation) {
    this.from = from
    this.to = to
  }
  check(): boolean {
    return this.from !== this.to
  }
  run(life: Life): void {
    const [from, to] = [machineOf(life, this.from), machineOf(life, this.to)]
    const has = heldBy(to)
    to.held.push(...from.held.filter((event) => !has.has(event.id)))
  }
  toString = (): string => `${this.from} -> ${this.to}`
}

class Wait implements fc.Command<Life, Life> {
  readonly hours: number
  constructor(hours: number) {
    this.hours = hours
  }
  check(): boolean {
    return true
  }
  run(life: Life): void {
    life.now += this.hours * HOUR_MS
  }
  toString = (): string => `${this.hours} h pass`
}

const response = fc.record({ kind: fc.constantFrom(...RESPONSE_KINDS), breaks: fc.boolean() }).map(({ kind, breaks }): Response => (
  { kind, breaks: breaks && isBreakingKind(kind), reservation: kind === 'reservation' ? 'scrutiny' : null, remark: '', place: null }
))
function commandsOf(delegations: readonly Delegation[], setters: readonly Delegation[]) {
  const who = fc.constantFrom(...delegations)
  return [
  fc.tuple(who, response).map(([one, said]) => new Answer(one, said)),
  fc.tuple(who, fc.nat(5)).map(([one, nth]) => new TakeBack(one, nth)),
  // The setter acts most of the time; the others try what they may not.
  fc.tuple(fc.constantFrom(...setters, ...setters, ...setters, 'CZ' as const), fc.constantFrom('extended' as const, 'suspended' as const, 'resumed' as const, 'withdrawn' as const, 'intakeClosed' as const, 'intakeClosed' as const), fc.integer({ min: -3, max: 40 }))
    .map(([one, act, hours]) => new Act(one, act, hours)),
  fc.tuple(who, who).map(([from, to]) => new Carry(from, to)),
  fc.integer({ min: 1, max: 60 }).map((hours) => new Wait(hours)),
  ]
}
const COMMANDS = commandsOf(MACHINES, ['GSC'])

/** Everything reaches everybody. */
function meet(life: Life): void {
  const all = life.machines.map((machine) => machine.delegation)
  for (let round = 0; round < 2; round++) for (const from of all) for (const to of all) if (from !== to) new Carry(from, to).run(life)
}

function hashOf(machine: Machine): string {
  return hasher(encodeState(stateOn(machine)))
}

describe('lives of a silence procedure on three machines', () => {
  test('whatever is said, carried, and waited for, the outcome is what the setter held when it ended the intake, the same everywhere', () => {
    fc.assert(fc.property(fc.commands(COMMANDS, { maxCommands: 14 }), (commands) => {
      const life = birth()
      fc.modelRun(() => ({ model: life, real: life }), commands)
      checkEach(life)
      meet(life)
      checkEach(life)
      expect(new Set(life.machines.map(hashOf)).size).toBe(1)
      checkOutcome(life)
    }), { numRuns: 2000, seed: 20310612 })
  }, 120_000)

  test('the order in which the same events arrive makes no difference', () => {
    fc.assert(fc.property(fc.commands(COMMANDS, { maxCommands: 12 }), fc.integer(), (commands, seed) => {
      const life = birth()
      fc.modelRun(() => ({ model: life, real: life }), commands)
      meet(life)
      const machine = machineOf(life, 'GSC')
      const shuffled = machine.held.map((event, at) => ({ event, key: Math.sin(seed + at) })).sort((a, b) => a.key - b.key).map(({ event }) => event)
      expect(hashOf({ ...machine, held: shuffled })).toBe(hashOf(machine))
    }), { numRuns: 400, seed: 20310613 })
  }, 60_000)
})

describe('lives with two persons of the setter', () => {
  test('whichever of them ends it, what counts is what that one held; what crosses with it has no effect; all machines agree', () => {
    fc.assert(fc.property(fc.commands(commandsOf(TWO_SETTERS, ['GSC', 'PRES']), { maxCommands: 14 }), (commands) => {
      const life = birth(TWO_SETTERS)
      fc.modelRun(() => ({ model: life, real: life }), commands)
      meet(life)
      expect(new Set(life.machines.map(hashOf)).size).toBe(1)
      checkEnd(life)
    }), { numRuns: 800, seed: 20310614 })
  }, 60_000)
})

/** Judged by the one end that counts, and by nothing that its author did not have. */
function checkEnd(life: Life): void {
  const silence = silenceOn(machineOf(life, 'GSC'))
  const end = silence.intakeClosed ?? silence.withdrawn
  expect(silence.outcome.provisional).toBe(end === null)
  if (end === null) return
  const held = life.heldBefore.get(end.event) ?? new Set<EventId>()
  for (const act of [...silence.extensions, ...silence.suspensions, ...silence.suspensions.flatMap((one) => one.resumed ?? [])]) expect(held.has(act.event)).toBe(true)
  for (const one of silence.responses) expect(one.late).toBe(!held.has(one.event))
  for (const one of silence.responses) if (one.withdrawn !== null) expect(held.has(one.withdrawn.event)).toBe(true)
  if (silence.intakeClosed !== null) expect(silence.outcome.broken).toBe(brokenBy(life, held).length > 0)
}

/** Wherever no closing has arrived, the outcome is provisional, whatever bundles are absent. */
function checkEach(life: Life): void {
  for (const machine of life.machines) {
    const silence = silenceOn(machine)
    const knowsEnd = silence.intakeClosed !== null || silence.withdrawn !== null
    expect(silence.outcome.provisional).toBe(!knowsEnd)
    if (life.endedWith === null) expect(knowsEnd).toBe(false)
  }
}

function checkOutcome(life: Life): void {
  const silence = silenceOn(machineOf(life, 'GSC'))
  const counted = life.endedWith?.held ?? heldBy(machineOf(life, 'GSC'))
  const breakers = brokenBy(life, counted)
  if (life.endedWith?.kind === 'withdrawn') {
    expect(silence.outcome).toEqual({ broken: false, provisional: false, words: 'no outcome: the procedure was withdrawn by its setter' })
    return
  }
  expect(silence.outcome.broken).toBe(breakers.length > 0)
  for (const delegation of breakers) expect(silence.outcome.words).toContain(delegation)
  if (life.endedWith !== null) for (const one of silence.responses) expect(one.late).toBe(!counted.has(one.event))
  expect(silence.deadline.utcMs).toBe(life.deadline)
}

describe('a kind that takes fewer answers', () => {
  test.each(BREAKING_KINDS)('is broken by a %s only if it says so', (kind) => {
    const rules = {
      name: 'Short', setter: 'the chair', setterRoles: ['chair', 'secretariat'], useAgreed: null, minimumHours: null, whoMayBreak: 'memberStates', breakingKinds: ['objection'], rule: 'Only an objection breaks it.',
      unbrokenWords: 'agreed', brokenWords: 'not agreed: broken by {delegations}', adopts: false, after: [], source: 'The circle', grade: 'circle',
    } satisfies CborValue
    const added = stage.say(stage.person('GSC'), 'silence.profileAdded', rules, { dossier: null, heads: [], after: stage.circleEvents.at(-1) ?? null })
    const opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const procedure = openSilence(stage, stage.person('GSC'), init, { heads: [], after: init }, { profile: added.id })
    const answer = stage.say(stage.person('CZ'), 'silence.responded', { procedure: procedure.id, response: { kind, breaks: true, reservation: kind === 'reservation' ? 'scrutiny' : null, remark: '', place: null } }, { heads: [procedure], after: null })
    const state = foldDossier(stage.dossier, [opened, init, procedure, answer], stage.circle, [...stage.circleEvents, added], hasher)
    expect(state?.silences[0]?.outcome.broken).toBe(kind === 'objection')
  })
})
