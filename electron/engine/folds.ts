/** Folded circles and dossiers, computed when first asked for and forgotten when an event that they depend on comes in. */
import type { CircleId, DossierId, Hash } from '../../shared/base/identifiers.ts'
import type { Hasher, Verifier } from '../../shared/base/ports.ts'
import { foldCircle } from '../../shared/circle/fold.ts'
import type { CircleState } from '../../shared/circle/roster.ts'
import { foldDossier } from '../../shared/dossier/fold.ts'
import { PROFILE_ADDED } from '../../shared/dossier/profilesOf.ts'
import { encodeState } from '../../shared/dossier/stateHash.ts'
import { circleOf } from '../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import type { FoldedDossier } from './handlers/context.ts'
import type { EventMemory } from './heldEvents.ts'

/** Events of a circle that are no part of its roster, but of the state of its dossiers. */
const BESIDE_THE_ROSTER: readonly string[] = ['receipt.given', PROFILE_ADDED]

export interface Folds {
  circle(id: CircleId): CircleState | null
  dossier(id: DossierId): FoldedDossier | null
  forget(events: readonly VerifiedEvent[]): void
  forgetAll(): void
}

export interface FoldPorts {
  readonly hash: Hasher
  readonly verify: Verifier
  /** Events of a dossier that wait for ancestors. */
  pendingIn(circle: CircleId, dossier: DossierId): number
}

export function createFolds(held: () => EventMemory, ports: FoldPorts): Folds {
  const circles = new Map<CircleId, CircleState | null>()
  const dossiers = new Map<DossierId, FoldedDossier | null>()
  const circle = (id: CircleId): CircleState | null => remembered(circles, id, () => {
    const folded = foldCircle(id, held().inCircle(id).map((stored) => stored.event), ports)
    return folded.ok ? folded.value : null
  })
  const forgetDossiersOf = (id: CircleId): void => {
    for (const dossier of held().dossiersOf(id)) dossiers.delete(dossier)
  }
  return {
    circle,
    dossier: (id) => remembered(dossiers, id, () => foldOne(id, held(), circle, ports)),
    forget(events) {
      for (const event of events) {
        const { dossier, type } = event.header
        if (dossier !== null) dossiers.delete(dossier)
        else forgetDossiersOf(circleOf(event))
        // An evening of imports, with its receipts, folds the roster once.
        if (dossier === null && !BESIDE_THE_ROSTER.includes(type)) circles.delete(circleOf(event))
      }
    },
    forgetAll() {
      circles.clear()
      dossiers.clear()
    },
  }
}

function foldOne(id: DossierId, held: EventMemory, circleAt: (id: CircleId) => CircleState | null, ports: FoldPorts): FoldedDossier | null {
  const events = held.inDossier(id)
  const first = events[0]
  const circle = first ? circleAt(circleOf(first.event)) : null
  if (!circle) return null
  const state = foldDossier(id, events.map((stored) => stored.event), circle, held.inCircle(circle.circle).map((stored) => stored.event), ports.hash)
  if (state === null) return null
  let stateHash: Hash | null = null
  return {
    state, circle, events, pending: ports.pendingIn(circle.circle, id),
    get stateHash() {
      return (stateHash ??= ports.hash(encodeState(state)))
    },
  }
}

function remembered<K, V>(cache: Map<K, V>, key: K, compute: () => V): V {
  const known = cache.get(key)
  if (known !== undefined) return known
  const fresh = compute()
  cache.set(key, fresh)
  return fresh
}
