/**
 * What one roster event does to the roster. A change without meaning (a card that does not verify, somebody who is in already or not at
 * all, the secretariat removing itself) leaves it as it was. log/FORMAT.md section 5.
 */
import type { InstallationId } from '../base/identifiers.ts'
import type { SignedCard } from './card.ts'
import type { LogEnd, Role, RosterChange } from './events.ts'
import { parseSignedCard, type CardPorts, type ParsedCard } from './identity.ts'
import { standingAt, type CircleState, type RosterEntry } from './roster.ts'

type Change<K extends RosterChange['kind']> = Extract<RosterChange, { kind: K }>
type Standing = Pick<RosterEntry, 'roles' | 'member' | 'fromEpoch'>

/** Cards that verified once: a circle is folded anew with every bundle that is looked at. */
const verifiedCards = new WeakMap<SignedCard, ParsedCard>()

/** Null for a change without meaning. `epoch` is the one that the change begins. */
export function changed(state: CircleState, change: RosterChange, epoch: number, ports: CardPorts): CircleState | null {
  switch (change.kind) {
    case 'admitted': return admitted(state, change, epoch, ports)
    case 'removed': return removed(state, change, epoch)
    case 'roleChanged': return roleChanged(state, change, epoch)
    case 'suspended': return suspended(state, change, epoch)
    case 'reinstated': return reinstated(state, change, epoch)
    case 'rotated': return rotated(state, change, epoch, ports)
    case 'handedOver': return handedOver(state, change, epoch)
  }
}

/** Whom a change concerns; null where the card in it does not verify. */
export function concernedBy(change: RosterChange, ports: CardPorts): InstallationId | null {
  if (change.kind !== 'admitted') return change.installation
  return verifiedCard(change.card, ports)?.installation ?? null
}

export function entryOf(card: SignedCard, standing: Standing, ports: CardPorts): RosterEntry | null {
  const parsed = verifiedCard(card, ports)
  if (parsed === null) return null
  const { card: content, installation, signingKey, sealingKey } = parsed
  return {
    installation, name: content.name, delegation: content.delegation, ...standing, suspended: false,
    signingKey, sealingKey, card, fingerprint: installation, untilEpoch: null, accepted: null,
  }
}

function admitted(state: CircleState, { card, roles, member }: Change<'admitted'>, epoch: number, ports: CardPorts): CircleState | null {
  const entry = entryOf(card, { roles, member, fromEpoch: epoch }, ports)
  if (entry === null || isTaken(state, entry.fingerprint)) return null
  return { ...state, entries: [...state.entries, entry] }
}

/** The secretariat cannot remove itself: nobody could sign the next roster. */
function removed(state: CircleState, change: Change<'removed'>, epoch: number): CircleState | null {
  const leaving = changeable(state, change.installation, epoch)
  if (leaving === null || change.installation === state.secretariat) return null
  return { ...state, entries: ended(state, leaving, epoch, 'accepted' in change ? change.accepted : null) }
}

/** The secretariat stays what it is until it hands over. */
function roleChanged(state: CircleState, { installation, roles, member, accepted }: Change<'roleChanged'>, epoch: number): CircleState | null {
  const entry = changeable(state, installation, epoch)
  if (entry === null || (installation === state.secretariat && !roles.includes('secretariat'))) return null
  return replaced(state, entry, epoch, accepted, { roles, member })
}

function suspended(state: CircleState, { installation, accepted }: Change<'suspended'>, epoch: number): CircleState | null {
  const entry = changeable(state, installation, epoch)
  if (entry === null || entry.suspended || installation === state.secretariat) return null
  return replaced(state, entry, epoch, accepted, { suspended: true })
}

/** Nothing that was signed meanwhile comes to count: it is said again, or not. */
function reinstated(state: CircleState, { installation }: Change<'reinstated'>, epoch: number): CircleState | null {
  const entry = changeable(state, installation, epoch)
  return entry !== null && entry.suspended ? replaced(state, entry, epoch, null, { suspended: false }) : null
}

function rotated(state: CircleState, { installation, card, accepted }: Change<'rotated'>, epoch: number, ports: CardPorts): CircleState | null {
  const entry = changeable(state, installation, epoch)
  const next = entryOf(card, { roles: [], member: false, fromEpoch: epoch }, ports)
  if (entry === null || next === null || next.delegation !== entry.delegation || isTaken(state, next.fingerprint)) return null
  const { name, signingKey, sealingKey, fingerprint } = next
  return replaced(state, entry, epoch, accepted, { name, card, signingKey, sealingKey, fingerprint })
}

/** The one before loses the right with this very event, and the role with it. */
function handedOver(state: CircleState, { installation, roles, accepted }: Change<'handedOver'>, epoch: number): CircleState | null {
  const next = changeable(state, installation, epoch)
  const before = changeable(state, state.secretariat, epoch)
  if (next === null || before === null || next === before || next.suspended || roles.includes('secretariat')) return null
  const released = replaced(state, before, epoch, accepted, { roles })
  const all: Role[] = next.roles.includes('secretariat') ? [...next.roles] : ['secretariat', ...next.roles]
  return { ...replaced(released, next, epoch, null, { roles: all }), secretariat: installation }
}

/** As it stood in the epoch before the one that begins. */
function changeable(state: CircleState, installation: InstallationId, epoch: number): RosterEntry | null {
  return standingAt(state, installation, epoch - 1)
}

/** Somebody stands there under these keys: nobody is in the roster twice. */
function isTaken(state: CircleState, fingerprint: InstallationId): boolean {
  return state.entries.some((entry) => entry.untilEpoch === null && (entry.installation === fingerprint || entry.fingerprint === fingerprint))
}

function ended(state: CircleState, entry: RosterEntry, epoch: number, accepted: readonly LogEnd[] | null): RosterEntry[] {
  return state.entries.map((one) => (one === entry ? { ...one, untilEpoch: epoch, accepted } : one))
}

function replaced(
  state: CircleState, entry: RosterEntry, epoch: number, accepted: readonly LogEnd[] | null, now: Partial<RosterEntry>,
): CircleState {
  return { ...state, entries: [...ended(state, entry, epoch, accepted), { ...entry, ...now, fromEpoch: epoch }] }
}

function verifiedCard(card: SignedCard, ports: CardPorts): ParsedCard | null {
  const known = verifiedCards.get(card)
  if (known !== undefined) return known
  const parsed = parseSignedCard(card, ports)
  if (!parsed.ok) return null
  verifiedCards.set(card, parsed.value)
  return parsed.value
}
