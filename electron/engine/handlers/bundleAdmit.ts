/** Admits checked bundles, all in one transaction that the caller holds, and writes down what changed so that it can be undone. */
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Placement } from '../../../shared/log/place.ts'
import type { ImportChanges } from '../vault/importsTable.ts'
import { placeArrived, verifyOpened, type CheckedBundle } from './bundleCheck.ts'
import type { StagedContent } from './bundleStaging.ts'
import { judgeContent } from './contentVerdict.ts'
import type { HandlerContext, VaultSession } from './context.ts'

export interface AdmittedBundle {
  readonly bundle: CheckedBundle
  readonly admitted: number
  readonly alreadyHere: number
  readonly completed: number
  readonly waiting: number
  readonly contents: number
  readonly receipt: EventId | null
}

export type Outcome = AdmittedBundle | { readonly bundle: CheckedBundle; readonly refused: Refusal } | { readonly bundle: CheckedBundle; readonly known: number }

export interface AdmittedBundles {
  readonly outcomes: readonly Outcome[]
  /** Number of the import; null where nothing came in. */
  readonly place: number | null
  /** Contents that were taken over, each from the staging of its bundle. */
  readonly adopted: readonly (readonly [CheckedBundle, StagedContent])[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer V)[] ? V[] : T[K] }

/** In any order: a bundle that waits for the roster or the founding in another is tried again after it. */
export function admitBundles(bundles: readonly CheckedBundle[], session: VaultSession, context: HandlerContext): AdmittedBundles {
  const changes: Mutable<ImportChanges> = {
    circles: [], bundles: [], fileNames: [], admitted: [], completed: [], receipts: [], waiting: [], waitingCompleted: [], freed: [], forks: [], contents: [],
  }
  const outcomes = new Map<CheckedBundle, Outcome>()
  const adopted: [CheckedBundle, StagedContent][] = []
  let pending = bundles
  for (let before = -1; pending.length !== before;) {
    before = pending.length
    pending = pending.filter((bundle) => {
      const outcome = admitOne(bundle, { session, context, changes })
      outcomes.set(bundle, outcome)
      return 'refused' in outcome
    })
  }
  for (const outcome of outcomes.values()) {
    if (!('admitted' in outcome)) continue
    const kept = keepContents(outcome.bundle, { session, context, changes })
    adopted.push(...kept.map((content): [CheckedBundle, StagedContent] => [outcome.bundle, content]))
    outcomes.set(outcome.bundle, acknowledge({ ...outcome, contents: kept.length }, { session, context, changes }))
  }
  const place = changes.bundles.length === 0 ? null : session.store.imports.add(changes, context.now())
  return { outcomes: bundles.flatMap((bundle) => outcomes.get(bundle) ?? []), place, adopted }
}

interface Work {
  readonly session: VaultSession
  readonly context: HandlerContext
  readonly changes: Mutable<ImportChanges>
}

/** Checked again, because the roster and the logs here may have moved on since the preview. */
function admitOne(bundle: CheckedBundle, { session, context, changes }: Work): Outcome {
  if (session.store.bundles.has('in', bundle.hash)) return { bundle, known: bundle.events.length }
  const verified = verifyOpened(bundle, session, context)
  if (!verified.ok) return { bundle, refused: verified.error }
  const { circle, events } = verified.value
  const alreadyHere = events.filter((event) => session.held.has(event.id)).length
  const placed = placeArrived(verified.value, session)
  noteChanges(placed, session, changes)
  session.admit(circle.circle, placed)
  noteImport(bundle, session, context)
  changes.circles.push(circle.circle)
  changes.bundles.push(bundle.hash)
  changes.fileNames.push(bundle.fileName)
  const receiptDue = placed.admitted.some((event) => event.header.type !== 'receipt.given') || placed.completed.length > 0
  return {
    bundle, admitted: placed.admitted.length, alreadyHere: alreadyHere - placed.completed.length, completed: placed.completed.length, waiting: placed.waiting.length, contents: 0,
    receipt: receiptDue ? giveReceipt(bundle, placed.admitted, { session, context, changes }) : null,
  }
}

function noteChanges(placed: Placement, { store }: VaultSession, changes: Mutable<ImportChanges>): void {
  for (const { id } of placed.admitted) {
    // Its body may have come a moment before, with another file of the same import.
    if (store.waiting.has(id)) changes.freed.push({ event: id, bodiless: store.waiting.lacksBody(id) || changes.waitingCompleted.includes(id) })
  }
  changes.admitted.push(...placed.admitted.map((event) => event.id))
  changes.completed.push(...placed.completed.map((event) => event.id))
  for (const { id, signed } of placed.waiting) {
    if (!store.waiting.has(id)) changes.waiting.push(id)
    else if (signed.body !== null && store.waiting.lacksBody(id)) changes.waitingCompleted.push(id)
  }
  changes.forks.push(...placed.forks.map(({ circle, dossier, log, seq }) => ({ circle, dossier, log, seq })))
}

function noteImport({ hash, fileName, opened: { manifest, statement }, events }: CheckedBundle, session: VaultSession, { now }: HandlerContext): void {
  const { circle, sender, counter, previous, recipients, frontier, items, withoutBody, withoutContent } = manifest
  session.store.bundles.add({
    direction: 'in', hash, circle, sender, counter, previous, recipients, frontier, fileName, atUtcMs: now(), events: events.map((event) => event.id),
    withheld: events.filter((event) => event.signed.body === null).map((event) => event.id), contents: items.flatMap((item) => (item.type === 'attachment' ? [item.event] : [])),
    withoutBody, withoutContent,
  }, statement)
}

/** The line in the register; and a receipt where contents came alone. */
function acknowledge(outcome: AdmittedBundle, work: Work): AdmittedBundle {
  const { admitted, alreadyHere, bundle, contents, waiting } = outcome
  const { session } = work
  const forks = session.store.forks.all().filter((fork) => fork.events.some((id) => bundle.events.some((event) => event.id === id)))
  const attached = contents === 0 ? '' : `, ${contents} attachments`
  session.record('bundle.imported', `${bundle.fileName}: ${admitted} new, ${alreadyHere} known, ${waiting} waiting${attached}`, 'done', null, {
    marking: bundle.opened.marking,
    details: [['bundle', bundle.hash], ['sender', bundle.opened.manifest.sender], ...forks.map(({ log, seq }): [string, string] => ['fork', `${log} ${seq}`])],
  })
  return contents > 0 && outcome.receipt === null ? { ...outcome, receipt: giveReceipt(bundle, [], work) } : outcome
}

/** No receipt for receipts alone: two machines would otherwise acknowledge one another for ever. */
function giveReceipt(bundle: CheckedBundle, admitted: readonly VerifiedEvent[], { session, context, changes }: Work): EventId {
  const { circle, sender, counter } = bundle.opened.manifest
  const receipt: CborValue = { bundle: bundle.hash, sender, counter, admittedAtUtcMs: context.now(), admitted: admitted.map((event) => event.id) }
  const id = session.author({ circle, dossier: null }, 'receipt.given', receipt)
  changes.receipts.push(id)
  return id
}

/** Once all events of all bundles are in. */
function keepContents(bundle: CheckedBundle, { session, context, changes }: Work): StagedContent[] {
  return bundle.staging.staged().filter((content) => {
    if (judgeContent(content, session, []) !== 'kept') return false
    session.store.attachments.add({ event: content.event, blob: content.blob, key: content.key, keptAtUtcMs: context.now() })
    changes.contents.push(content.event)
    return true
  })
}
