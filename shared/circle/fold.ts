/** The roster of a circle: one linear chain of epochs, signed by its secretariat. log/FORMAT.md section 5. */
import type { CircleId, EventId, InstallationId } from '../base/identifiers.ts'
import type { Delegation } from '../base/delegations.ts'
import type { SealingPublicKey, SigningPublicKey } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import { parseBody } from '../log/body.ts'
import { circleOf } from '../log/encode.ts'
import type { VerifiedEvent } from '../log/event.ts'
import type { SignedCard } from './card.ts'
import { circleFoundedSchema, rosterChangedSchema, type Role, type RosterChanged } from './events.ts'
import { parseSignedCard, type CardPorts } from './identity.ts'

export interface RosterEntry {
  readonly installation: InstallationId
  readonly name: string
  readonly delegation: Delegation
  readonly roles: readonly Role[]
  /** A member can break silence; an observer or an institution cannot. */
  readonly member: boolean
  readonly signingKey: SigningPublicKey
  readonly sealingKey: SealingPublicKey
  readonly card: SignedCard
  readonly admittedEpoch: number
  /** First epoch in which it no longer stands in the roster; null while it does. */
  readonly removedEpoch: number | null
}

export interface CircleState {
  readonly circle: CircleId
  readonly name: string
  /** HWPCI, PSC, COREPER, ... */
  readonly kind: string
  readonly epoch: number
  /** The roster event of this epoch: the genesis in epoch 1. */
  readonly head: EventId
  readonly secretariat: InstallationId
  /** In order of admission; an installation admitted again after its removal has two entries. */
  readonly entries: readonly RosterEntry[]
}

export type CircleFault = 'no-genesis' | 'roster-conflict'

interface RosterEvent {
  readonly id: EventId
  readonly body: RosterChanged
}

/**
 * `no-genesis`: the founding event is absent, without body, or its card is not its author's.
 * `roster-conflict`: the secretariat signed two rosters for one epoch, or a roster that does not follow the one before.
 * Stops at the last epoch reached without a gap; events of other types, circles and authors are passed over.
 */
export function foldCircle(circle: CircleId, events: readonly VerifiedEvent[], ports: CardPorts): Result<CircleState, CircleFault> {
  const genesis = events.find((event) => event.header.type === 'circle.founded' && circleOf(event) === circle)
  const founded = genesis === undefined ? null : stateOfGenesis(circle, genesis, ports)
  if (founded === null) return err('no-genesis')
  const byEpoch = rosterEvents(founded, events)
  let state = founded
  for (let epoch = 2; ; epoch++) {
    const [next, other] = byEpoch.get(epoch) ?? []
    if (other !== undefined) return err('roster-conflict')
    if (next === undefined) return laterTwice(byEpoch, epoch) ? err('roster-conflict') : ok(state)
    if (next.body.predecessor !== state.head) return err('roster-conflict')
    state = { ...changed(state, next.body, ports), epoch, head: next.id }
  }
}

/** Who stood in the roster under this name in this epoch. */
export function entryAt(state: CircleState, installation: InstallationId, epoch: number): RosterEntry | null {
  return state.entries.find((entry) => entry.installation === installation && entry.admittedEpoch <= epoch
    && (entry.removedEpoch === null || epoch < entry.removedEpoch)) ?? null
}

/** The key of an installation that ever stood in the roster: what it signed before its removal must still verify. */
export function signingKeyOf(state: CircleState, installation: InstallationId): SigningPublicKey | null {
  return state.entries.find((entry) => entry.installation === installation)?.signingKey ?? null
}

function stateOfGenesis(circle: CircleId, genesis: VerifiedEvent, ports: CardPorts): CircleState | null {
  const body = parseBody(genesis, circleFoundedSchema)
  if (!body.ok) return null
  const secretariat = entryOf(body.value.secretariat, { roles: ['secretariat'], member: false, admittedEpoch: 1 }, ports)
  if (secretariat === null || secretariat.installation !== genesis.header.log) return null
  const { name, kind } = body.value
  return { circle, name, kind, epoch: 1, head: genesis.id, secretariat: secretariat.installation, entries: [secretariat] }
}

function rosterEvents(state: CircleState, events: readonly VerifiedEvent[]): Map<number, RosterEvent[]> {
  const found = new Map<EventId, RosterEvent>()
  for (const event of events) {
    const { type, dossier, log } = event.header
    if (type !== 'roster.changed' || dossier !== null || log !== state.secretariat || circleOf(event) !== state.circle) continue
    const body = parseBody(event, rosterChangedSchema)
    if (body.ok) found.set(event.id, { id: event.id, body: body.value })
  }
  return Map.groupBy(found.values(), (event) => event.body.epoch)
}

/** A conflict beyond a gap is a conflict all the same. */
function laterTwice(byEpoch: ReadonlyMap<number, readonly RosterEvent[]>, epoch: number): boolean {
  return [...byEpoch].some(([later, events]) => later > epoch && events.length > 1)
}

/** A change without meaning (a card that does not verify, somebody who is in already or not at all) leaves the roster as it was. */
function changed(state: CircleState, { epoch, change }: RosterChanged, ports: CardPorts): CircleState {
  if (change.kind === 'removed') return removed(state, change.installation, epoch)
  const entry = entryOf(change.card, { roles: change.roles, member: change.member, admittedEpoch: epoch }, ports)
  if (entry === null || entryAt(state, entry.installation, epoch) !== null) return state
  return { ...state, entries: [...state.entries, entry] }
}

/** The secretariat cannot remove itself: nobody could sign the next roster. */
function removed(state: CircleState, installation: InstallationId, epoch: number): CircleState {
  if (installation === state.secretariat) return state
  const leaving = entryAt(state, installation, epoch)
  return { ...state, entries: state.entries.map((entry) => (entry === leaving ? { ...entry, removedEpoch: epoch } : entry)) }
}

function entryOf(
  card: SignedCard, standing: Pick<RosterEntry, 'roles' | 'member' | 'admittedEpoch'>, ports: CardPorts,
): RosterEntry | null {
  const parsed = parseSignedCard(card, ports)
  if (!parsed.ok) return null
  const { card: content, installation, signingKey, sealingKey } = parsed.value
  return { installation, name: content.name, delegation: content.delegation, ...standing, signingKey, sealingKey, card, removedEpoch: null }
}
