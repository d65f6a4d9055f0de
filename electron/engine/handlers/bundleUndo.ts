/** Takes back an import, also an older one, until something builds on it. The register keeps both lines; what was taken away may come again. */
import { decodeCbor, type CborValue } from '../../../shared/base/cbor.ts'
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { circleOf } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { positionOf } from '../../../shared/log/place.ts'
import { withoutBody } from '../../../shared/log/verify.ts'
import type { ImportChanges, KeptImport } from '../vault/importsTable.ts'
import { clearAway } from './clearAway.ts'
import type { VaultHandler, VaultSession } from './context.ts'
import { laterImports, whyItStays } from './undoObstacle.ts'

export const bundleUndo: VaultHandler<'bundle.undo'> = async ({ import: place }, session, { now }) => {
  const kept = session.store.imports.get(place)
  if (kept === null || kept.state === 'undone') return err(refusal('import-unknown'))
  const obstacle = whyItStays(kept, session)
  if (obstacle !== null) return err(refusal('import-built-upon', obstacle === 'builtUpon' ? {} : { [obstacle]: 1 }))
  const blobs = kept.changes.contents.flatMap((event) => session.store.attachments.blobOf(event) ?? [])
  session.transaction(() => takeBackImport(kept, session, now()))
  await clearAway(session, blobs)
  return ok({ withdrawn: kept.changes.admitted.length })
}

/** A bundle that goes out says how far this machine has each log: what it says it has must stay. */
export function sealImports(circle: CircleId, { store }: VaultSession): void {
  for (const { changes, place } of store.imports.standing()) if (changes.circles.includes(circle)) store.imports.put(place, 'sealed')
}

/** Inside a transaction, and only what nothing builds on. Files of contents are the caller's to remove. */
export function takeBackImport({ atUtcMs, changes, place, state }: KeptImport, session: VaultSession, nowUtcMs: number): void {
  const { store } = session
  const back = changes.freed.flatMap(({ bodiless, event }): VerifiedEvent[] => {
    const stored = session.held.get(event)
    return stored === null ? [] : [bodiless ? withoutBody(stored.event) : stored.event]
  })
  // Of later imports: each of our receipts names the one before it. They have never left, and are signed anew without those that go.
  const later = laterImports({ atUtcMs, changes, place, state }, session)
  const signedAnew = later.map((one) => ({ ...one, bodies: one.changes.receipts.map((receipt) => receiptBody(receipt, session)) }))
  session.withdraw({ events: new Set<EventId>([...changes.admitted, ...changes.receipts, ...later.flatMap((one) => one.changes.receipts)]), bodies: changes.completed })
  for (const id of changes.waiting) store.waiting.remove(id)
  for (const id of changes.waitingCompleted) store.waiting.clearBody(id)
  for (const event of back) if (!changes.waiting.includes(event.id)) store.waiting.add(circleOf(event), event, nowUtcMs)
  for (const fork of changes.forks) noteFork(fork, session, nowUtcMs)
  for (const hash of changes.bundles) store.bundles.remove('in', hash)
  for (const event of changes.contents) store.attachments.remove(event)
  store.imports.put(place, 'undone')
  for (const { bodies, ...one } of signedAnew) {
    const receipts = bodies.map(({ body, circle }) => session.author({ circle, dossier: null }, 'receipt.given', body))
    store.imports.change(one.place, { ...one.changes, receipts })
  }
  session.record('bundle.undone', `${changes.fileNames.join(', ')}: ${changes.admitted.length} taken back`, 'done', null, {
    details: changes.bundles.map((hash): [string, string] => ['bundle', hash]),
  })
}

function receiptBody(receipt: EventId, { held }: VaultSession): { readonly circle: CircleId; readonly body: CborValue } {
  const stored = held.get(receipt)
  const body = stored === null || stored.event.signed.body === null ? null : decodeCbor(stored.event.signed.body)
  if (stored === null || body?.ok !== true) throw new Error('a receipt of our own is held with its body')
  return { circle: circleOf(stored.event), body: body.value }
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
