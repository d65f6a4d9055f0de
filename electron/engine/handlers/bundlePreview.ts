import { basename } from 'node:path'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { DossierId, EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import type { CircleState, RosterEntry } from '../../../shared/circle/roster.ts'
import type { ImportPreview } from '../../../shared/ipc/exchangeMethods.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { checkBundle, placeArrived, type CheckedBundle } from './bundleCheck.ts'
import { carriedMarking } from './bundleMarking.ts'
import type { VaultHandler, VaultSession } from './context.ts'
import { subjectOf, type SubjectSource } from './eventSubject.ts'

export const bundlePreview: VaultHandler<'bundle.preview'> = async ({ source }, session, context) => {
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const checked = await checkBundle(path, basename(path), session, context)
  if (!checked.ok) return checked
  context.signal.throwIfAborted()
  const { opened, hash } = checked.value
  session.record('bundle.preview', checked.value.fileName, 'done', null, { marking: opened.marking, details: [['bundle', hash], ['sender', opened.manifest.sender]] })
  return ok(previewOf(checked.value, session))
}

function previewOf(bundle: CheckedBundle, session: VaultSession): ImportPreview {
  const { circle, events, hash, opened } = bundle
  const placed = placeArrived(bundle, session)
  const source = withArrived(session, events)
  const sender = entryOf(circle, opened.manifest.sender)
  return {
    preview: session.previews.keep(bundle),
    circle: circle.circle, circleName: circle.name, bundle: hash, sizeBytes: opened.sizeBytes,
    sender: { installation: sender.installation, name: sender.name, delegation: sender.delegation },
    sealedAtUtcMs: opened.manifest.sealedAtUtcMs, counter: opened.manifest.counter,
    marking: opened.marking, exercise: carriedMarking(events, source).exercise,
    alreadyImported: session.store.bundles.has('in', hash),
    wouldAdd: linesOf(placed.admitted, source),
    addedEvents: placed.admitted.length,
    alreadyHere: events.filter((event) => session.held.has(event.id)).length,
    waiting: waitingByLog(placed.waiting, circle),
    forks: placed.forks.map(({ log, seq }) => ({ delegation: delegationOf(circle, log), seq })),
    counterGap: counterGap(bundle, session),
  }
}

/** A bundle names the file before it; where that one never came, something is missing or was withheld. */
function counterGap({ opened: { manifest } }: CheckedBundle, session: VaultSession): ImportPreview['counterGap'] {
  const recipients = manifest.recipients.join(' ')
  const before = session.store.bundles.of(manifest.circle)
    .filter((bundle) => bundle.direction === 'in' && bundle.sender === manifest.sender && bundle.recipients.join(' ') === recipients)
  const last = Math.max(0, ...before.map((bundle) => bundle.counter).filter((counter) => counter < manifest.counter))
  const complete = manifest.previous === null ? last === 0 : before.some((bundle) => bundle.hash === manifest.previous)
  return complete ? null : { expected: last + 1, found: manifest.counter }
}

function linesOf(events: readonly VerifiedEvent[], source: SubjectSource): ImportPreview['wouldAdd'] {
  const lines = new Map<string, ImportPreview['wouldAdd'][number]>()
  for (const event of events) {
    const { type } = event.header
    const subject = subjectOf(event, source)
    const key = JSON.stringify([event.header.dossier, type, subject])
    lines.set(key, { type, subject, count: (lines.get(key)?.count ?? 0) + 1 })
  }
  return [...lines.values()]
}

function waitingByLog(events: readonly VerifiedEvent[], circle: CircleState): ImportPreview['waiting'] {
  const logs = Map.groupBy(events, ({ header }) => `${header.log} ${header.dossier}`)
  return [...logs.values()].flatMap((waiting) => {
    const [first] = waiting.toSorted((a, b) => a.header.seq - b.header.seq)
    const toSeq = Math.max(...waiting.map((event) => event.header.seq))
    return first ? [{ delegation: delegationOf(circle, first.header.log), fromSeq: first.header.seq, toSeq }] : []
  })
}

/** Titles may stand in the bundle itself. */
function withArrived({ held }: VaultSession, events: readonly VerifiedEvent[]): SubjectSource {
  const arrived = new Map(events.map((event) => [event.id, { event }]))
  // Only what gives a dossier its name, and once: all events of a dossier, gone through for each of them, would cost the square of their number.
  const openings = new Map<DossierId, readonly { readonly event: VerifiedEvent }[]>()
  const openingsOf = (dossier: DossierId) => [...held.inDossier(dossier), ...arrived.values()].filter(({ event }) => event.header.type === 'dossier.opened' && event.header.dossier === dossier)
  return {
    get: (id: EventId) => held.get(id) ?? arrived.get(id) ?? null,
    inDossier(dossier: DossierId) {
      const found = openings.get(dossier) ?? openingsOf(dossier)
      openings.set(dossier, found)
      return found
    },
  }
}

/** Every author of a verified event stands in the roster: that is how its key was found. */
function entryOf(circle: CircleState, installation: InstallationId): RosterEntry {
  const entry = circle.entries.findLast((candidate) => candidate.installation === installation)
  if (entry === undefined) throw new Error('the author of a verified event stands in no roster')
  return entry
}

function delegationOf(circle: CircleState, installation: InstallationId): Delegation {
  return entryOf(circle, installation).delegation
}
