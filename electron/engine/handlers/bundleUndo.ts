/** Takes back an import, until something builds on it. The register keeps both lines; what was taken away may come again. */
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { parentsOf } from '../../../shared/log/causal.ts'
import { circleOf } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { positionOf } from '../../../shared/log/place.ts'
import { withoutBody } from '../../../shared/log/verify.ts'
import type { ImportChanges, KeptImport } from '../vault/importsTable.ts'
import type { StoredEvent, VaultHandler, VaultSession } from './context.ts'

export const bundleUndo: VaultHandler<'bundle.undo'> = async ({ import: place }, session, { now }) => {
  const kept = session.store.imports.get(place)
  if (kept === null || kept.state === 'undone') return err(refusal('import-unknown'))
  const obstacle = whyItStays(kept, session)
  if (obstacle !== null) return err(refusal('import-built-upon', obstacle === 'sealed' ? { sealed: 1 } : {}))
  const blobs = kept.changes.contents.flatMap((event) => session.store.attachments.get(event)?.blob ?? [])
  session.transaction(() => takeBackImport(kept, session, now()))
  for (const blob of blobs) await session.store.blobs.remove(blob)
  return ok({ withdrawn: kept.changes.admitted.length })
}

/** A bundle that goes out says how far this machine has each log: what it says it has must stay. */
export function sealImports(circle: CircleId, { store }: VaultSession): void {
  for (const { changes, place } of store.imports.standing()) if (changes.circles.includes(circle)) store.imports.put(place, 'sealed')
}

/** `sealed`: a bundle was written since. `builtUpon`: something that stays refers to what would go. Null where it can be undone. */
export function whyItStays({ atUtcMs, changes, state }: KeptImport, session: VaultSession): 'sealed' | 'builtUpon' | null {
  if (state !== 'standing') return 'sealed'
  const goes = new Set([...changes.admitted, ...changes.receipts])
  // Freed since by a later import, which has to be undone first.
  if (changes.waiting.some((id) => session.held.has(id) && !goes.has(id))) return 'builtUpon'
  const rosterGoes = changes.admitted.some((id) => session.held.get(id)?.event.header.type === 'roster.changed')
  const bodied = new Set(changes.completed.map((id) => session.held.get(id)?.event.header.dossier))
  const buildsOn = ({ admittedAtUtcMs, event }: StoredEvent): boolean => {
    if (goes.has(event.id)) return false
    if (parentsOf(event).some((parent) => goes.has(parent))) return true
    const saidSince = session.isMe(event.header.log) && admittedAtUtcMs >= atUtcMs
    return saidSince && (rosterGoes || bodied.has(event.header.dossier))
  }
  return eventsOf(changes.circles, session).some(buildsOn) ? 'builtUpon' : null
}

function eventsOf(circles: readonly CircleId[], { held }: VaultSession): StoredEvent[] {
  return [...new Set(circles)].flatMap((circle) => [...held.inCircle(circle), ...held.dossiersOf(circle).flatMap((dossier) => held.inDossier(dossier))])
}

/** Inside a transaction, and only what nothing builds on. Files of contents are the caller's to remove. */
export function takeBackImport({ changes, place }: KeptImport, session: VaultSession, nowUtcMs: number): void {
  const { store } = session
  const back = changes.freed.flatMap(({ bodiless, event }): VerifiedEvent[] => {
    const stored = session.held.get(event)
    return stored === null ? [] : [bodiless ? withoutBody(stored.event) : stored.event]
  })
  session.withdraw({ events: new Set<EventId>([...changes.admitted, ...changes.receipts]), bodies: changes.completed })
  for (const id of changes.waiting) store.waiting.remove(id)
  for (const id of changes.waitingCompleted) store.waiting.clearBody(id)
  for (const event of back) if (!changes.waiting.includes(event.id)) store.waiting.add(circleOf(event), event, nowUtcMs)
  for (const fork of changes.forks) noteFork(fork, session, nowUtcMs)
  for (const hash of changes.bundles) store.bundles.remove('in', hash)
  for (const event of changes.contents) store.attachments.remove(event)
  store.imports.put(place, 'undone')
  session.record('bundle.undone', `${changes.fileNames.join(', ')}: ${changes.admitted.length} taken back`, 'done', null, {
    details: changes.bundles.map((hash): [string, string] => ['bundle', hash]),
  })
}

/** Of a place in a log that was forked: what is left of it. */
function noteFork(place: ImportChanges['forks'][number], { held, store }: VaultSession, nowUtcMs: number): void {
  const there = place.dossier === null ? held.inCircle(place.circle) : held.inDossier(place.dossier)
  const events = there.map((stored) => stored.event).filter((event) => {
    const at = positionOf(event)
    return at.log === place.log && at.seq === place.seq
  })
  if (events.length > 1) store.forks.put({ ...place, events: events.map((event) => event.id) }, nowUtcMs)
  else store.forks.remove(place)
}
