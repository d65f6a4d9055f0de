/**
 * One run from one seed. Five machines say things, write bundles, look at them, import them, and undo imports; the roster changes; the stick
 * loses, doubles, cuts, spoils, swaps and brings back old files; a member forges; any machine loses its power between any two steps. Then the
 * stick heals, everybody sends what others lack, and it must hold that all see the same, that nothing that was acknowledged is lost, and that
 * nothing unsigned came in.
 */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { fixedClock, type FixedClock } from '../../fakes/fixedClock.ts'
import { sealByHand, testContext } from '../../fakes/openSession.ts'
import { diceOf } from './dice.ts'
import { forge, type Forgery } from './forge.ts'
import { examineOne, judgeAll } from './judge.ts'
import { copyOfVault } from './memoryVault.ts'
import { createParty, heldEvents, ownEvents, type Party, type Plants } from './party.ts'
import { takeBack } from './takeBack.ts'
import { STICK_FAULTS, createStick, type Stick, type StickFile } from './stick.ts'
import { DELEGATIONS, START_UTC_MS, type Template } from './template.ts'

const STEPS = 24
/** Steps of one call of the engine at which the power may fail. */
const MOST_CALLS = 30
const HEALING_ROUNDS = 2

export interface Run {
  readonly seed: number
  /** What happened, line by line. */
  readonly trace: readonly string[]
  readonly cuts: number
  readonly imports: number
  readonly refusals: number
  readonly undone: number
  /** The state that all ended with. */
  readonly stateHash: string
}

/** A bundle that was looked at, and what is in it. */
interface Seen {
  readonly preview: string
  readonly events: readonly EventId[]
}

/** A law did not hold. The message names the seed and tells the run. */
export class Broken extends Error {}

export async function runOf(seed: number, template: Template, plants: Plants = {}): Promise<Run> {
  const world = createWorld(seed, template, plants)
  try {
    await world.begin()
    for (let step = 0; step < STEPS; step++) await world.step()
    await world.heal()
    await world.examine()
    return world.judge()
  } catch (error) {
    if (error instanceof Broken) throw error
    throw world.broken(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    world.end()
  }
}

function withFirst(parties: readonly Party[]): readonly [Party, ...Party[]] {
  const [first, ...rest] = parties
  if (first === undefined) throw new Error('nobody takes part')
  return [first, ...rest]
}

interface World {
  begin(): Promise<void>
  step(): Promise<void>
  heal(): Promise<void>
  examine(): Promise<void>
  judge(): Run
  broken(what: string): Broken
  end(): void
}

function createWorld(seed: number, template: Template, plants: Plants): World {
  const dice = diceOf(seed)
  const clock: FixedClock = fixedClock(START_UTC_MS)
  const stick: Stick = createStick()
  const trace: string[] = []
  const counts = { cuts: 0, imports: 0, refusals: 0, undone: 0 }
  /** Everything that was ever said by a machine in its own name. */
  const said = new Set<EventId>()
  /** What each machine told its person to be there. */
  const acknowledged = new Map<Party, Set<EventId>>()
  const previews = new Map<Party, Seen[]>()
  const parties = DELEGATIONS.map((delegation, at): Party => {
    const bytes = template.vaults.get(delegation)
    if (bytes === undefined) throw new Error('no vault')
    return createParty({ delegation, db: copyOfVault(bytes), clock, seed: seed * 64 + at, onCut: () => stick.remember(), plants })
  })
  for (const party of parties) {
    acknowledged.set(party, new Set(party.events().map(({ id }) => id)))
    for (const id of ownEvents(party)) said.add(id)
  }

  const [secretariat, ...members] = withFirst(parties)

  const broken = (what: string): Broken => new Broken(`seed ${seed}: ${what}\n${trace.map((line) => `  ${line}`).join('\n')}\nreplay: npm run sim -- --seed ${seed}`)
  let isCalm = false
  const note = (line: string): void => void trace.push(line)

  /** One call of the engine, during which the power may fail. Null where it did. */
  async function during<T>(party: Party, what: string, call: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal> | null> {
    const cut = !isCalm && dice.percent(35) ? dice.below(MOST_CALLS) : null
    if (cut !== null) party.power.cutAfter(cut)
    const answer = await call()
    const wasCut = party.power.isCut
    party.power.restore()
    note(`${party.delegation} ${what}: ${wasCut ? `the power fails at step ${cut}` : answer.ok ? 'done' : answer.error.code}`)
    if (wasCut) restart(party)
    else for (const id of ownEvents(party)) said.add(id)
    return wasCut ? null : answer
  }

  function restart(party: Party): void {
    counts.cuts++
    stick.restore()
    party.start()
    previews.delete(party)
    // It may have been committed although nobody was told.
    for (const id of ownEvents(party)) said.add(id)
    keptAll(party)
  }

  function keptAll(party: Party): void {
    const lost = party.lacks(acknowledged.get(party) ?? [])
    if (lost !== null) throw broken(`${party.delegation} has lost ${lost}, which it had acknowledged`)
  }

  function acknowledge(party: Party, ids: Iterable<EventId>): void {
    const known = acknowledged.get(party) ?? new Set<EventId>()
    for (const id of ids) known.add(id)
    acknowledged.set(party, known)
  }

  async function say(party: Party): Promise<void> {
    const { dossier } = template
    const [method, input] = dice.pick([
      ['dossier.takePosition', { dossier, subject: 'Joint response', stance: 'support', remark: `Word ${trace.length}` }],
      ['dossier.markStep', { dossier, step: 1 + dice.below(9), state: 'begun', note: `Note ${trace.length}` }],
      ['dossier.contribute', {
        dossier, title: `Report ${trace.length}`, kind: 'technical', source: '', text: 'Logs', reliability: null, credibility: null,
        marking: { limite: true, classification: 'NONE', tlp: null, releasableTo: [] },
      }],
    ] as const)
    const answer = await during(party, method, () => party.vault.attempt(method, input))
    if (answer?.ok) acknowledge(party, [answer.value.event])
    else if (answer !== null && answer.error.code !== 'dossier-unknown' && answer.error.code !== 'role-not-allowed') throw broken(`${method} was refused: ${answer.error.code}`)
  }

  async function sayMuch(party: Party): Promise<void> {
    for (let left = 1 + dice.below(3); left > 0; left--) await say(party)
  }

  async function send(party: Party, to: readonly Party[], everything: boolean): Promise<number> {
    const input = { circle: template.circle, recipients: to.map((one) => one.installation), everything, target: party.vault.target(stick.folder) }
    const { epoch } = party.vault.session.circle(template.circle) ?? { epoch: 0 }
    const before = new Set(stick.files.map((file) => file.name))
    const answer = await during(party, `writes for ${to.length === 0 ? 'all' : to.map((one) => one.delegation).join(' ')}`, () => party.vault.attempt('bundle.write', input))
    if (answer === null) return 0
    if (!answer.ok) {
      if (!['nothing-to-send', 'circle-unknown', 'no-recipients'].includes(answer.error.code)) throw broken(`writing was refused: ${answer.error.code}`)
      return 0
    }
    for (const file of answer.value.files) {
      if (before.has(file.fileName)) throw broken(`${file.fileName} was written over`)
      const noted = party.vault.session.store.bundles.of(template.circle).findLast((bundle) => bundle.direction === 'out' && bundle.counter === file.counter)
      if (noted === undefined || noted.events.length !== file.events) throw broken(`${file.fileName} was written and not noted`)
      stick.add(file.fileName, { from: party.delegation, to: file.delegations, epoch, bringsRoster: party.delegation === 'GSC', events: noted.events })
    }
    return answer.value.files.length
  }

  /** A true bundle with some of what its sender holds: what comes by different ways comes in parts, and late. */
  async function sendSome(party: Party): Promise<void> {
    const state = party.vault.session.circle(template.circle)
    if (state === null) return
    const to = dice.pick(parties.filter((one) => one !== party && state.entries.some((entry) => entry.installation === one.installation)))
    const events = party.events().filter(({ header: { dossier } }) => dossier !== null && dice.percent(40))
    const name = `part-${trace.length}.chbundle`
    await sealByHand(party.vault.session, stick.path(name), { circle: template.circle, to: to.installation, counter: 5000 + trace.length, events: events.map(({ signed }) => signed) }, testContext(clock.now, seed + trace.length))
    note(`${party.delegation} writes ${events.length} of its events for ${to.delegation}: ${name}`)
    stick.add(name, { from: party.delegation, to: [to.delegation], epoch: state.epoch, bringsRoster: false, events: events.map(({ id }) => id) })
  }

  /** Whether this file must be accepted: whole, for this one, by a sender and a roster that it knows. */
  function mustOpen(party: Party, { courier, whole }: StickFile): boolean {
    const state = party.vault.session.circle(template.circle)
    return whole && courier.to.includes(party.delegation) && courier.from !== party.delegation
      && (state !== null ? state.epoch >= courier.epoch : courier.bringsRoster)
  }

  async function receive(party: Party, file: StickFile, later: boolean): Promise<void> {
    const must = mustOpen(party, file)
    const preview = await during(party, `looks at ${file.name}`, () => party.vault.attempt('bundle.preview', { source: party.vault.source(stick.path(file.name)) }))
    if (preview === null) return
    if (!preview.ok) return refused(preview.error, must, file)
    if (!file.whole) throw broken(`${file.name} is spoilt and opened`)
    const seen = { preview: preview.value.preview, events: file.courier.events }
    if (later) previews.set(party, [...(previews.get(party) ?? []), seen])
    else await importOne(party, seen, false)
  }

  function refused(refusal: Refusal, must: boolean, file: StickFile): void {
    counts.refusals++
    if (must) throw broken(`${file.name} is whole and was refused: ${refusal.code} ${JSON.stringify(refusal.facts)}`)
    if (refusal.stage === null && refusal.code !== 'file-missing') throw broken(`${file.name} was refused without a stage: ${refusal.code} ${JSON.stringify(refusal.facts)}`)
  }

  async function importOne(party: Party, { preview, events }: Seen, isLate: boolean): Promise<void> {
    const answer = await during(party, 'imports', () => party.vault.attempt('bundle.import', { preview }))
    if (answer === null) return
    // A second look at the same file replaces the first.
    if (!answer.ok && answer.error.code === 'preview-gone' && isLate) return
    if (!answer.ok) throw broken(`an import was refused: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`)
    counts.imports++
    acknowledge(party, [...heldEvents(party), ...events])
    keptAll(party)
  }

  async function importLater(party: Party): Promise<void> {
    const [seen, ...rest] = previews.get(party) ?? []
    if (seen === undefined) return
    previews.set(party, rest)
    await importOne(party, seen, true)
  }

  async function undo(party: Party): Promise<void> {
    const known = acknowledged.get(party) ?? new Set<EventId>()
    if (await takeBack(party, { dice, broken, acknowledged: known, during: (what, call) => during(party, what, call) })) counts.undone++
    acknowledge(party, known)
    keptAll(party)
  }

  /** The next roster, which reaches the others when it does. */
  async function changeRole(): Promise<void> {
    const { installation } = dice.pick(members)
    const roles = dice.pick([['delegate'], ['delegate', 'drafter']])
    const answer = await during(secretariat, 'changes a role', () => secretariat.vault.attempt('circle.changeRole', { circle: template.circle, installation, roles, member: true, strict: false }))
    if (answer?.ok === false && answer.error.code !== 'change-without-meaning') throw broken(`a change of role was refused: ${answer.error.code}`)
  }

  /** A member that knows the format makes a bundle in which something is not what it says. Nobody may take anything of it. */
  async function forged(by: Party, forgery: Forgery): Promise<void> {
    const victim = dice.pick(parties.filter((one) => one !== by))
    const path = stick.path(`forged-${trace.length}.chbundle`)
    if (!(await forge(forgery, by, victim, template.circle, path))) return
    const countOf = (): number => victim.events().length + victim.waiting().length
    const before = countOf()
    const answer = await victim.vault.attempt('bundle.preview', { source: victim.vault.source(path) })
    note(`${by.delegation} forges (${forgery}) for ${victim.delegation}: ${answer.ok ? 'opens' : answer.error.code}`)
    if (answer.ok) await victim.vault.attempt('bundle.import', { preview: answer.value.preview })
    if (countOf() !== before) throw broken(`a forged bundle (${forgery}) was taken in`)
  }

  async function step(): Promise<void> {
    clock.advance(60_000)
    const party = dice.pick(parties)
    const turn = dice.below(112)
    if (turn >= 108) return changeRole()
    if (turn >= 100) return undo(party)
    if (turn < 24) return sayMuch(party)
    if (turn < 34) return sendSome(party)
    if (turn < 48) return void (await send(party, dice.percent(50) ? [] : [dice.pick(parties.filter((one) => one !== party))], dice.percent(20)))
    if (turn < 78 && stick.files.length > 0) {
      const file = dice.pick(stick.files)
      const addressee = parties.find((one) => file.courier.to.includes(one.delegation))
      return receive(dice.percent(75) ? (addressee ?? party) : party, file, dice.percent(20))
    }
    if (turn < 84) return importLater(party)
    if (turn < 88) return forged(party, dice.pick(['signature', 'body', 'other-author'] as const))
    const fault = dice.pick(STICK_FAULTS)
    note(`the stick: ${fault} ${stick.befall(fault, dice)}`)
  }

  /** Mostly everybody hears of the circle first. Where not, even that has to come through all this. */
  async function begin(): Promise<void> {
    if (dice.percent(20)) return
    isCalm = true
    await send(secretariat, [], false)
    await everybodyReceives(secretariat)
    isCalm = false
  }

  async function heal(): Promise<void> {
    note('the stick heals')
    isCalm = true
    // By way of the secretariat; every tenth run each to all, as a working party without one would.
    const isStar = seed % 10 !== 0
    for (let round = 0; round < HEALING_ROUNDS; round++) {
      for (const sender of [secretariat, ...members, secretariat]) {
        stick.empty()
        clock.advance(60_000)
        await send(sender, isStar && sender !== secretariat ? [secretariat] : [], false)
        await everybodyReceives(sender)
      }
    }
  }

  async function everybodyReceives(sender: Party): Promise<void> {
    for (const file of stick.files) for (const party of parties) if (party !== sender && file.courier.to.includes(party.delegation)) await receive(party, file, false)
  }

  function judge(): Run {
    parties.forEach(keptAll)
    return { seed, trace, ...counts, stateHash: judgeAll(parties, { template, said, acknowledged: new Set([...acknowledged.values()].flatMap((ids) => [...ids])), broken }) }
  }

  async function examine(): Promise<void> {
    const party = parties[seed % parties.length]
    if (party === undefined) throw new Error('nobody')
    await examineOne(party, { template, broken })
  }

  return {
    begin, step, heal, examine, judge, broken,
    end() {
      for (const party of parties) party.close()
      stick.remove()
    },
  }
}
