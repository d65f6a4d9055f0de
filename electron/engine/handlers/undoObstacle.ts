/**
 * Whether an import can be taken back. Anything that refers to what would go holds it, and so does a later import that brought some of the
 * same: without this one it would have counted for that one. Our own receipts for later imports do not hold it: they are signed anew.
 */
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import { parentsOf } from '../../../shared/log/causal.ts'
import type { ImportChanges, KeptImport } from '../vault/importsTable.ts'
import type { StoredEvent, VaultSession } from './context.ts'

/** `sealed`: a bundle was written since. `builtUpon`: something that stays refers to what would go. `shared`: a later import brought some of the same. */
export type UndoObstacle = 'sealed' | 'builtUpon' | 'shared'

/** Null where it can be undone. */
export function whyItStays(kept: KeptImport, session: VaultSession): UndoObstacle | null {
  if (kept.state !== 'standing') return 'sealed'
  const { changes } = kept
  const goes = new Set([...changes.admitted, ...changes.receipts])
  // Freed since by a later import.
  if (changes.waiting.some((id) => session.held.has(id) && !goes.has(id))) return 'builtUpon'
  const later = laterImports(kept, session)
  if (later.length > 0 && changes.admitted.some((id) => isOfCircle(session.held.get(id)))) return 'builtUpon'
  if (later.some((one) => contradictsSome(one, goes, session))) return 'builtUpon'
  const signedAnew = new Set(later.flatMap((one) => one.changes.receipts))
  if (eventsOf(changes.circles, session).some((stored) => !signedAnew.has(stored.event.id) && buildsOn(stored, kept, { goes, signedAnew, session }))) return 'builtUpon'
  return later.some((one) => bringsSome(one, kept, session)) ? 'shared' : null
}

/** Those after it in the same circles, oldest first, that nothing has sealed. */
export function laterImports({ changes, place }: KeptImport, { store }: VaultSession): KeptImport[] {
  return store.imports.standing().filter((one) => one.place > place && one.changes.circles.some((circle) => changes.circles.includes(circle)))
}

/** The roster and what it stands on: whatever came later was judged by it. */
function isOfCircle(stored: StoredEvent | null): boolean {
  return stored !== null && stored.event.header.dossier === null && stored.event.header.type !== 'receipt.given'
}

interface Undoing {
  readonly goes: ReadonlySet<EventId>
  readonly signedAnew: ReadonlySet<EventId>
  readonly session: VaultSession
}

function buildsOn({ admittedAtUtcMs, event }: StoredEvent, { atUtcMs, changes }: KeptImport, { goes, session, signedAnew }: Undoing): boolean {
  if (goes.has(event.id)) return false
  if (parentsOf(event).some((parent) => goes.has(parent) || signedAnew.has(parent))) return true
  if (!session.isMe(event.header.log) || admittedAtUtcMs < atUtcMs) return false
  // Said by us in view of it.
  return changes.admitted.some((id) => session.held.get(id)?.event.header.type === 'roster.changed')
    || changes.completed.some((id) => session.held.get(id)?.event.header.dossier === event.header.dossier)
}

function bringsSome(later: KeptImport, { changes }: KeptImport, { store }: VaultSession): boolean {
  const brought = new Set([...changes.admitted, ...changes.completed, ...changes.waiting, ...changes.waitingCompleted, ...changes.contents])
  const files = changes.circles.flatMap((circle) => store.bundles.of(circle)).filter((bundle) => bundle.direction === 'in' && later.changes.bundles.includes(bundle.hash))
  return [...files.flatMap((file) => [...file.events, ...file.contents]), ...later.changes.contents].some((id) => brought.has(id))
}

/** What a later import found to contradict this one is evidence: it is not dissolved behind its back. */
function contradictsSome({ changes }: KeptImport, goes: ReadonlySet<EventId>, { store }: VaultSession): boolean {
  const places = new Set(changes.forks.map(placeName))
  return store.forks.all().some((fork) => places.has(placeName(fork)) && fork.events.some((id) => goes.has(id)))
}

function placeName({ circle, dossier, log, seq }: ImportChanges['forks'][number]): string {
  return `${circle} ${dossier ?? ''} ${log} ${seq}`
}

function eventsOf(circles: readonly CircleId[], { held }: VaultSession): StoredEvent[] {
  return [...new Set(circles)].flatMap((circle) => [...held.inCircle(circle), ...held.dossiersOf(circle).flatMap((dossier) => held.inDossier(dossier))])
}
