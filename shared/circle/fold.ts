/** The roster of a circle: one linear chain of epochs, each signed by whoever was its secretariat then. log/FORMAT.md section 5. */
import { equalBytes } from '../base/bytes.ts'
import type { CircleId, EventId } from '../base/identifiers.ts'
import { err, ok, type Result } from '../base/result.ts'
import { rememberedBody } from '../log/body.ts'
import { circleOf } from '../log/encode.ts'
import type { VerifiedEvent } from '../log/event.ts'
import { changed, concernedBy, entryOf } from './changes.ts'
import { circleFoundedSchema, rosterChangedSchema, type RosterChanged } from './events.ts'
import type { CardPorts } from './identity.ts'
import { signingKeyOf, standingAt, type CircleState } from './roster.ts'

const readFounding = rememberedBody(circleFoundedSchema)
const readRosterChange = rememberedBody(rosterChangedSchema)

export type CircleFault = 'no-genesis' | 'roster-conflict'

interface RosterEvent {
  readonly event: VerifiedEvent
  readonly body: RosterChanged
}

/** Two roster events by one secretariat that cannot both be: together they prove it, to anybody who has its key. */
export interface RosterConflict {
  /** For which two were signed, or in which one does not follow the one before. */
  readonly epoch: number
  /** Two or more, by identifier. */
  readonly events: readonly VerifiedEvent[]
}

export interface FoldedRoster {
  /** As far as the chain goes without gap and without contradiction. */
  readonly state: CircleState
  readonly conflict: RosterConflict | null
}

/**
 * `no-genesis`: the founding event is absent, without body, or its card is not its author's.
 * `roster-conflict`: the secretariat signed two rosters for one epoch, or a roster that does not follow the one before.
 * Stops at the last epoch reached without a gap; events of other types, circles and authors are passed over.
 */
export function foldCircle(circle: CircleId, events: readonly VerifiedEvent[], ports: CardPorts): Result<CircleState, CircleFault> {
  const folded = foldRoster(circle, events, ports)
  if (folded === null) return err('no-genesis')
  return folded.conflict === null ? ok(folded.state) : err('roster-conflict')
}

/** The same with what proves a conflict, and the roster up to it. Null without genesis. */
export function foldRoster(circle: CircleId, events: readonly VerifiedEvent[], ports: CardPorts): FoldedRoster | null {
  const genesis = events.find((event) => event.header.type === 'circle.founded' && circleOf(event) === circle)
  const founded = genesis === undefined ? null : stateOfGenesis(circle, genesis, ports)
  if (genesis === undefined || founded === null) return null
  const byEpoch = rosterEvents(circle, events)
  let state = founded
  let head = genesis
  for (let epoch = 2; ; epoch++) {
    const [next, ...others] = governing(byEpoch.get(epoch), state)
    if (next === undefined) return { state, conflict: conflictBeyond(byEpoch, state) }
    if (others.length > 0) return { state, conflict: conflictOf(epoch, [next, ...others].map((one) => one.event)) }
    if (next.body.predecessor !== state.head) return { state, conflict: conflictOf(epoch, [head, next.event]) }
    state = stepped(state, next, ports)
    head = next.event
  }
}

function stateOfGenesis(circle: CircleId, genesis: VerifiedEvent, ports: CardPorts): CircleState | null {
  const body = readFounding(genesis)
  if (!body.ok) return null
  const secretariat = entryOf(body.value.secretariat, { roles: ['secretariat'], member: false, fromEpoch: 1 }, ports)
  if (secretariat === null || secretariat.installation !== genesis.header.log) return null
  const { name, kind } = body.value
  const { installation } = secretariat
  const founding = { epoch: 1, event: genesis.id, by: installation, claimedAtUtcMs: genesis.header.claimedAtUtcMs, change: null, concerns: installation, effective: true }
  return { circle, name, kind, epoch: 1, head: genesis.id, secretariat: installation, entries: [secretariat], history: [founding] }
}

function rosterEvents(circle: CircleId, events: readonly VerifiedEvent[]): Map<number, RosterEvent[]> {
  const found = new Map<EventId, RosterEvent>()
  for (const event of events) {
    const { type, dossier } = event.header
    if (type !== 'roster.changed' || dossier !== null || circleOf(event) !== circle) continue
    const body = readRosterChange(event)
    if (body.ok) found.set(event.id, { event, body: body.value })
  }
  return Map.groupBy(found.values(), (event) => event.body.epoch)
}

/** Those by whoever is the secretariat now, under the key that it has now: an old key signs no roster any more. */
function governing(events: readonly RosterEvent[] = [], state: CircleState): RosterEvent[] {
  const key = standingAt(state, state.secretariat, state.epoch)?.signingKey
  return events.filter(({ event: { header } }) => {
    const used = header.log === state.secretariat ? signingKeyOf(state, header.log, header.rosterEpoch) : null
    return key !== undefined && used !== null && equalBytes(used, key)
  })
}

/** A conflict beyond a gap is a conflict all the same. */
function conflictBeyond(byEpoch: ReadonlyMap<number, readonly RosterEvent[]>, state: CircleState): RosterConflict | null {
  const later = [...byEpoch.keys()].filter((epoch) => epoch > state.epoch).toSorted((a, b) => a - b)
  const twice = later.map((epoch) => ({ epoch, events: governing(byEpoch.get(epoch), state) })).find(({ events }) => events.length > 1)
  return twice === undefined ? null : conflictOf(twice.epoch, twice.events.map((one) => one.event))
}

function conflictOf(epoch: number, events: readonly VerifiedEvent[]): RosterConflict {
  return { epoch, events: events.toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

function stepped(state: CircleState, { event, body: { epoch, change } }: RosterEvent, ports: CardPorts): CircleState {
  const after = changed(state, change, epoch, ports)
  const step = {
    epoch, event: event.id, by: event.header.log, claimedAtUtcMs: event.header.claimedAtUtcMs, change, concerns: concernedBy(change, ports), effective: after !== null,
  }
  return { ...(after ?? state), epoch, head: event.id, history: [...state.history, step] }
}
