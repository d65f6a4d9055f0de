/**
 * The entries of a case file. Each wording stays; the last in causal order is shown, and where its author had not seen another one, the
 * entry is contested. An entry that points to something must come after it. 10289/23, sections 5 and 6.
 */
import type { EventId } from '../base/identifiers.ts'
import { entryTitle, KIND_FACTS, pointsToItsKind, refersTo, type EntryContent } from '../toolbox/entry.ts'
import type { Ledger, Reading } from './ledger.ts'
import { mayWriteEntry, type Distribution } from './permissions.ts'
import type { Entry, SetAside } from './state.ts'

type Added = Reading<'entry.added'>
type Revised = Reading<'entry.revised'>
type Withdrawn = Reading<'entry.withdrawn'>

/** An entry while its events are being read. */
interface Open {
  readonly added: Added
  readonly revisions: Revised[]
  withdrawal: Withdrawn | null
}

export function foldEntries(ledger: Ledger, distribution: Distribution): Entry[] {
  const open = new Map<EventId, Open>()
  for (const added of ledger.read('entry.added', distribution)) {
    const fault = faultOfContent(ledger, open, added, added.body.content, null)
    if (fault !== null) ledger.setAside(added.event, fault)
    else open.set(added.event.id, { added, revisions: [], withdrawal: null })
  }
  for (const withdrawn of ledger.read('entry.withdrawn', distribution)) withdraw(ledger, open, withdrawn)
  for (const revised of ledger.read('entry.revised', distribution)) revise(ledger, open, revised)
  return [...open.values()].map((one) => close(ledger, one))
}

/** Null where it counts. `owner` is the entry that it words anew. */
function faultOfContent(ledger: Ledger, open: ReadonlyMap<EventId, Open>, said: Added | Revised, content: EntryContent, owner: Added | null): SetAside['why'] | null {
  if (!mayWriteEntry(said.entry, content.kind, owner?.statement.delegation ?? null)) return 'role'
  const known = refersTo(content).every((id) => ledger.holds(id) && ledger.causality.isBefore(id, said.event.id))
  return known && pointsToItsKind(content, (id) => open.get(id)?.added.body.content.kind) && printedIntoRev(ledger, content) ? null : 'refersToNothing'
}

function printedIntoRev(ledger: Ledger, content: EntryContent): boolean {
  return content.kind !== 'printed' || ledger.eventOf(content.revision)?.header.type === 'text.revIssued'
}

function revise(ledger: Ledger, open: ReadonlyMap<EventId, Open>, revised: Revised): void {
  const target = open.get(revised.body.entry)
  if (target === undefined || !ledger.causality.isBefore(target.added.event.id, revised.event.id)
    || target.added.body.content.kind !== revised.body.content.kind || withdrawnBefore(ledger, target, revised)) {
    ledger.setAside(revised.event, 'refersToNothing')
    return
  }
  const fault = faultOfContent(ledger, open, revised, revised.body.content, target.added)
  if (fault !== null) ledger.setAside(revised.event, fault)
  else target.revisions.push(revised)
}

function withdrawnBefore(ledger: Ledger, target: Open, revised: Revised): boolean {
  return target.withdrawal !== null && ledger.causality.isBefore(target.withdrawal.event.id, revised.event.id)
}

function withdraw(ledger: Ledger, open: ReadonlyMap<EventId, Open>, withdrawn: Withdrawn): void {
  const target = open.get(withdrawn.body.entry)
  if (target === undefined || !ledger.causality.isBefore(target.added.event.id, withdrawn.event.id)) ledger.setAside(withdrawn.event, 'refersToNothing')
  else if (!mayWriteEntry(withdrawn.entry, target.added.body.content.kind, target.added.statement.delegation)) ledger.setAside(withdrawn.event, 'role')
  else if (target.withdrawal !== null) ledger.setAside(withdrawn.event, 'duplicate')
  else target.withdrawal = withdrawn
}

function close(ledger: Ledger, { added, revisions, withdrawal }: Open): Entry {
  const kind = added.body.content.kind
  for (const one of [added, ...revisions]) ledger.apply(one, entryTitle(one.body.content), KIND_FACTS[kind].step, kind)
  const last = revisions.at(-1) ?? added
  if (withdrawal !== null) ledger.apply(withdrawal, entryTitle(last.body.content), KIND_FACTS[kind].step, kind)
  return {
    ...added.statement,
    content: last.body.content,
    marking: last.body.marking,
    wordings: [added, ...revisions].map(({ statement, body }) => ({ ...statement, content: body.content, marking: body.marking, reason: 'reason' in body ? body.reason : '' })),
    contested: revisions.some((one) => one !== last && !ledger.causality.isBefore(one.event.id, last.event.id)),
    withdrawn: withdrawal === null ? null : { ...withdrawal.statement, reason: withdrawal.body.reason },
  }
}
