/** The roster of a circle as it stands and as it stood, epoch by epoch. log/FORMAT.md section 5. */
import type { CircleId, EventId, InstallationId } from '../base/identifiers.ts'
import type { Delegation } from '../base/delegations.ts'
import type { SealingPublicKey, SigningPublicKey } from '../base/ports.ts'
import type { SignedCard } from './card.ts'
import type { LogEnd, Role, RosterChange } from './events.ts'

/** How one installation stands over a run of epochs. What changes about it begins another entry. */
export interface RosterEntry {
  readonly installation: InstallationId
  readonly name: string
  readonly delegation: Delegation
  readonly roles: readonly Role[]
  /** A member can break silence; an observer or an institution cannot. */
  readonly member: boolean
  /** Hears and says nothing. */
  readonly suspended: boolean
  readonly signingKey: SigningPublicKey
  readonly sealingKey: SealingPublicKey
  readonly card: SignedCard
  /** Of the keys in `card`: the safety words are made from it. It is `installation` until the keys are rotated. */
  readonly fingerprint: InstallationId
  readonly fromEpoch: number
  /** First epoch in which it no longer stands like this; null while it does. */
  readonly untilEpoch: number | null
  /** Where its logs stood when this ended: nothing else that it signed in these epochs or before counts. Null where nothing was named. */
  readonly accepted: readonly LogEnd[] | null
}

/** One epoch: who changed what. */
export interface RosterStep {
  readonly epoch: number
  readonly event: EventId
  readonly by: InstallationId
  readonly claimedAtUtcMs: number
  /** Null for the founding. */
  readonly change: RosterChange | null
  /** Whom it concerns; null where the card in it does not verify. */
  readonly concerns: InstallationId | null
  /** False for a change without meaning: the epoch counts, and nothing else. */
  readonly effective: boolean
}

export interface CircleState {
  readonly circle: CircleId
  readonly name: string
  /** HWPCI, PSC, COREPER, ... */
  readonly kind: string
  readonly epoch: number
  /** The roster event of this epoch: the genesis in epoch 1. */
  readonly head: EventId
  /** Who signs the next roster: one at a time. */
  readonly secretariat: InstallationId
  /** In the order in which they began. */
  readonly entries: readonly RosterEntry[]
  /** Ascending from the founding. */
  readonly history: readonly RosterStep[]
}

/** Who stood in the roster under this name in this epoch and could speak: null for somebody suspended. */
export function entryAt(state: CircleState, installation: InstallationId, epoch: number): RosterEntry | null {
  const entry = standingAt(state, installation, epoch)
  return entry === null || entry.suspended ? null : entry
}

/** The same with those who were suspended. */
export function standingAt(state: CircleState, installation: InstallationId, epoch: number): RosterEntry | null {
  return state.entries.find((entry) => entry.installation === installation && entry.fromEpoch <= epoch
    && (entry.untilEpoch === null || epoch < entry.untilEpoch)) ?? null
}

/** Everybody who stands in the roster now, the suspended among them. */
export function standingEntries(state: CircleState): RosterEntry[] {
  return state.entries.filter((entry) => entry.untilEpoch === null)
}

/** Everybody who takes part now: to whom one writes, and whose silence is kept. */
export function presentEntries(state: CircleState): RosterEntry[] {
  return standingEntries(state).filter((entry) => !entry.suspended)
}

/**
 * The key under which an installation signed in the epoch that it names: what it signed before a rotation, a suspension or its removal
 * must still verify. Outside the epochs in which it stood the nearest before counts, else the first. Null for one who never stood here.
 */
export function signingKeyOf(state: CircleState, installation: InstallationId, epoch: number): SigningPublicKey | null {
  const own = state.entries.filter((entry) => entry.installation === installation)
  return (own.findLast((entry) => entry.fromEpoch <= epoch) ?? own[0])?.signingKey ?? null
}
