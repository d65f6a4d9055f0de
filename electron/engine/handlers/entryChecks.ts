/** What an entry must fulfil before it is signed: the same as everybody's fold will ask, said as a refusal with its remedy. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { namedDossier } from '../../../shared/dossier/apart.ts'
import { mayWriteEntry } from '../../../shared/dossier/permissions.ts'
import type { DossierState, Entry } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { pointsToItsKind, refersTo, type EntryContent, type EntryKind } from '../../../shared/toolbox/entry.ts'
import type { FoldedDossier, Session } from './context.ts'
import { mixes } from './dossierApart.ts'
import { myEntry } from './dossierPermission.ts'

/** `owner` is the entry that is to be worded anew; null for a new one. */
export function mayWrite(session: Session, folded: FoldedDossier, content: EntryContent, owner: Entry | null): Result<null, Refusal> {
  if (!mayWriteKind(session, folded, content.kind, owner)) return err(refusal('role-not-allowed'))
  const known = new Set<string>(folded.events.map(({ event }) => event.id))
  if (refersTo(content).some((id) => !known.has(id))) return err(refusal('event-unknown'))
  if (!pointsToWhatCounts(folded.state, content, owner)) return err(refusal('refers-to-nothing'))
  if (restsAnewOnWithdrawn(folded.state, content, owner)) return err(refusal('evidence-withdrawn'))
  const named = namedDossier(content)
  const other = named === null ? null : session.dossier(named)
  if (other !== null && other.circle.circle !== folded.circle.circle) return err(refusal('dossier-unknown'))
  return mixes(session, folded, content) ? err(refusal('exercise-mixed')) : ok(null)
}

/** A choice of today builds on what counts today; what an entry rested on before stays said. */
function pointsToWhatCounts({ entries, setAside }: DossierState, content: EntryContent, owner: Entry | null): boolean {
  const before = new Set(owner === null ? [] : refersTo(owner.content))
  const uncounted = new Set<string>(setAside.map(({ event }) => event))
  return pointsToItsKind(content, (id) => entries.find(({ event }) => event === id)?.content.kind) && !refersTo(content).some((id) => uncounted.has(id) && !before.has(id))
}

/** What an entry pointed to already may have been withdrawn since, and stays said. */
function restsAnewOnWithdrawn({ entries }: DossierState, content: EntryContent, owner: Entry | null): boolean {
  const before = new Set(owner === null ? [] : refersTo(owner.content))
  const gone = new Set<string>(entries.filter((one) => one.withdrawn !== null).map((one) => one.event))
  return refersTo(content).some((id) => gone.has(id) && !before.has(id))
}

export function mayWriteKind(session: Session, { circle }: FoldedDossier, kind: EntryKind, owner: Entry | null): boolean {
  const me = myEntry(session, circle)
  return me !== null && mayWriteEntry(me, kind, owner?.delegation ?? null)
}

export function entryNamed(folded: FoldedDossier, id: string): Result<Entry, Refusal> {
  const entry = folded.state.entries.find((one) => one.event === id)
  if (entry === undefined) return err(refusal('event-unknown'))
  return entry.withdrawn === null ? ok(entry) : err(refusal('entry-withdrawn'))
}
