/** What everything in one run shares: the machines, the stick, the clock, and what has happened so far. */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { fixedClock, type FixedClock } from '../../fakes/fixedClock.ts'
import { diceOf, type Dice } from './dice.ts'
import { copyOfVault } from './memoryVault.ts'
import { createParty, ownEvents, type Party, type Plants } from './party.ts'
import { createStick, type Stick, type StickFile } from './stick.ts'
import { DELEGATIONS, START_UTC_MS, type Template } from './template.ts'

/** Steps of one call of the engine at which the power may fail. */
const MOST_CALLS = 30

/** A bundle that was looked at, and the file that it came in. */
export interface Seen {
  readonly preview: string
  readonly courier: StickFile['courier']
}

export const COUNTED = ['imports', 'attachments', 'refusals', 'undone', 'suspensions', 'removals', 'cuts'] as const
export type Counts = Record<(typeof COUNTED)[number], number>

export function noCounts(): Counts {
  return { imports: 0, attachments: 0, refusals: 0, undone: 0, suspensions: 0, removals: 0, cuts: 0 }
}

/** A law did not hold. The message names the seed and tells the run. */
export class Broken extends Error {}

export interface World {
  readonly seed: number
  readonly template: Template
  readonly dice: Dice
  readonly clock: FixedClock
  readonly stick: Stick
  readonly secretariat: Party
  readonly members: readonly Party[]
  /** The secretariat first. */
  readonly parties: readonly Party[]
  /** What happened, line by line. */
  readonly trace: readonly string[]
  readonly counts: Counts
  /** Everything that was ever said by a machine in its own name. */
  readonly said: ReadonlySet<EventId>
  /** Whatever was attached, by the name of its file. */
  readonly contents: Map<string, Uint8Array>
  /** Bundles that were looked at and not imported yet. */
  readonly previews: Map<Party, readonly Seen[]>
  /** No power cut happens while it is. */
  isCalm: boolean
  note(line: string): void
  broken(what: string): Broken
  /** One call of the engine, during which the power may fail. Null where it did. */
  during<T>(party: Party, what: string, call: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal> | null>
  /** What this machine told its person to be there. */
  acknowledged(party: Party): Set<EventId>
  acknowledge(party: Party, ids: Iterable<EventId>): void
  /** Attachments whose content this machine told its person to be there. */
  keptContents(party: Party): Set<EventId>
  /** Throws where something that was acknowledged is gone. */
  keptAll(party: Party): void
  end(): void
}

export function createWorld(seed: number, template: Template, plants: Plants): World {
  const dice = diceOf(seed)
  const clock = fixedClock(START_UTC_MS)
  const stick = createStick()
  const trace: string[] = []
  const counts = noCounts()
  const said = new Set<EventId>()
  const contents = new Map<string, Uint8Array>()
  const previews = new Map<Party, readonly Seen[]>()
  const parties = DELEGATIONS.map((delegation, at): Party => {
    const bytes = template.vaults.get(delegation)
    if (bytes === undefined) throw new Error('no vault')
    return createParty({ delegation, db: copyOfVault(bytes), clock, seed: seed * 64 + at, onCut: () => stick.remember(), plants })
  })
  const [secretariat, ...members] = parties
  if (secretariat === undefined) throw new Error('nobody takes part')

  const noteSaid = (party: Party): void => {
    for (const id of ownEvents(party)) said.add(id)
  }
  const broken = (what: string): Broken => new Broken(`seed ${seed}: ${what}\n${trace.map((line) => `  ${line}`).join('\n')}\nreplay: npm run sim -- --seed ${seed}`)
  const acknowledged = new Map(parties.map((party) => [party, new Set(party.events().map(({ id }) => id))]))
  const keptContents = new Map(parties.map((party) => [party, new Set<EventId>()]))
  const keptAll = (party: Party): void => {
    const lost = party.lacks(ofThisRun(acknowledged, party)) ?? [...ofThisRun(keptContents, party)].find((attachment) => !party.hasContent(attachment))
    if (lost !== undefined) throw broken(`${party.delegation} has lost ${lost}, which it had acknowledged`)
  }
  const restart = (party: Party): void => {
    counts.cuts++
    stick.restore()
    party.start()
    if (!party.isSwept()) throw broken(`${party.delegation} has half a content`)
    previews.delete(party)
    // It may have been committed although nobody was told.
    noteSaid(party)
    keptAll(party)
  }
  const world: World = {
    seed, template, dice, clock, stick, secretariat, members, parties, trace, counts, said, contents, previews, broken, keptAll,
    isCalm: false,
    note: (line) => void trace.push(line),
    acknowledged: (party) => ofThisRun(acknowledged, party),
    keptContents: (party) => ofThisRun(keptContents, party),
    async during(party, what, call) {
      const cut = !world.isCalm && dice.percent(35) ? dice.below(MOST_CALLS) : null
      if (cut !== null) party.power.cutAfter(cut)
      const answer = await call()
      const wasCut = party.power.isCut
      party.power.restore()
      trace.push(`${party.delegation} ${what}: ${wasCut ? `the power fails at step ${cut}` : answer.ok ? 'done' : answer.error.code}`)
      if (wasCut) restart(party)
      else noteSaid(party)
      return wasCut ? null : answer
    },
    acknowledge(party, ids) {
      const known = ofThisRun(acknowledged, party)
      for (const id of ids) known.add(id)
    },
    end() {
      for (const party of parties) party.close()
      stick.remove()
    },
  }
  parties.forEach(noteSaid)
  return world
}

function ofThisRun<T>(known: ReadonlyMap<Party, T>, party: Party): T {
  const found = known.get(party)
  if (found === undefined) throw new Error('a machine of another run')
  return found
}
