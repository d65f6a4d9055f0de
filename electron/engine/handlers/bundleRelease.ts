/** The release gate, item by item: what goes to whom, and what is held back from whom and why; shown before writing and registered with it. */
import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { ExportPlan } from '../../../shared/ipc/exchangeMethods.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Marking } from '../../../shared/marking/marking.ts'
import { REMEDY_OF, type HeldBecause } from '../../../shared/marking/releaseRules.ts'
import type { Addressee, HeldItem, Selection } from './bundleSelection.ts'
import type { VaultSession } from './context.ts'
import { dossierOpening, subjectOf } from './eventSubject.ts'
import { canBeHeld, delegationOf } from './releaseFacts.ts'
import { carriedMarking } from './bundleMarking.ts'

type Item = ExportPlan['items'][number]
type Held = Item['heldFrom'][number]

/** One line for each kind of event and subject, and one for each event with a marking of its own, over all that anybody chosen lacks or may not have. */
export function releaseItems(selection: Selection, session: VaultSession): Item[] {
  const everything = new Map<EventId, VerifiedEvent>()
  for (const { contents, gets, held } of selection.addressees) {
    for (const id of [...gets.map((event) => event.id), ...held.map((item) => item.event.id), ...contents.map((content) => content.event)]) {
      const stored = session.held.get(id)
      if (stored !== null) everything.set(id, stored.event)
    }
  }
  const way = wayOf(selection)
  const lines = Map.groupBy(everything.values(), (event) => (
    canBeHeld(event) ? event.id : JSON.stringify([event.header.dossier, event.header.type, subjectOf(event, session.held)])
  ))
  return [...lines.values()].flatMap((events) => itemOf(events, selection, way, session) ?? [])
}

/** Who gets an event whole, who gets only its content, and why it or a part of it is held back from whom. */
interface Way {
  readonly whole: ReadonlyMap<EventId, readonly Delegation[]>
  readonly contents: ReadonlyMap<EventId, readonly Delegation[]>
  readonly held: ReadonlyMap<EventId, readonly Held[]>
}

function wayOf({ addressees, parcels }: Selection): Way {
  const whole = new Map<EventId, Delegation[]>()
  const contents = new Map<EventId, Delegation[]>()
  const held = new Map<EventId, Held[]>()
  const left = new Map<Addressee, EventId[]>()
  for (const parcel of parcels) for (const addressee of parcel.addressees) listIn(left, addressee).push(...parcel.left.map((content) => content.event))
  for (const addressee of addressees) {
    const { delegation } = addressee.entry
    for (const event of addressee.gets) if (event.signed.body !== null) listIn(whole, event.id).push(delegation)
    for (const { event } of addressee.contents) {
      if (left.get(addressee)?.includes(event) === true) listIn(held, event).push({ delegation, why: 'tooLarge', part: 'content', remedy: REMEDY_OF.tooLarge })
      else listIn(contents, event).push(delegation)
    }
    for (const { event, part, why } of addressee.held) listIn(held, event.id).push({ delegation, why, part, remedy: REMEDY_OF[why] })
  }
  return { whole, contents, held }
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const known = map.get(key) ?? []
  map.set(key, known)
  return known
}

function itemOf(events: readonly VerifiedEvent[], { state }: Selection, way: Way, session: VaultSession): Item | null {
  const [first] = events
  if (!first) return null
  const { dossier, type } = first.header
  const opening = dossier === null ? null : dossierOpening(session.held, dossier)
  const all = <V>(map: ReadonlyMap<EventId, readonly V[]>): V[] => events.flatMap((event) => map.get(event.id) ?? [])
  return {
    type, count: events.length, subject: subjectOf(first, session.held), dossier, dossierTitle: opening?.title ?? null,
    item: events.length === 1 ? first.id : null, originator: delegationOf(first, state), marking: markingOf(first, opening?.marking ?? null, session),
    goesTo: inOrder(all(way.whole)), contentTo: inOrder(all(way.contents)), heldFrom: heldInOrder(all(way.held)),
  }
}

/** Its own, or that of its dossier. */
function markingOf(event: VerifiedEvent, ofDossier: Marking | null, session: VaultSession): Marking | null {
  return canBeHeld(event) ? carriedMarking([event], { get: session.held.get, inDossier: () => [] }).marking ?? ofDossier : ofDossier
}

function inOrder(delegations: readonly Delegation[]): Delegation[] {
  return [...new Set(delegations)].toSorted(compareDelegations)
}

/** Each delegation once for each reason. */
function heldInOrder(held: readonly Held[]): Held[] {
  const byReason = new Map(held.map((one) => [`${one.delegation} ${one.why} ${one.part}`, one]))
  return [...byReason.values()].toSorted((a, b) => compareDelegations(a.delegation, b.delegation))
}

/** The decisions as the register keeps them: one line for what goes and one for what is held back, of each item that concerns anybody. */
export function releaseDetails(items: readonly Item[]): [name: string, text: string][] {
  return items.flatMap((item): [string, string][] => {
    const what = `${item.count} × ${item.type}${item.subject === '' ? '' : `, ${item.subject}`}`
    const goes: [string, string][] = item.goesTo.length === 0 ? [] : [['goes', `${item.goesTo.join(', ')}: ${what}`]]
    const contents: [string, string][] = item.contentTo.length === 0 ? [] : [['goes', `${item.contentTo.join(', ')}: content of ${what}`]]
    const held: [string, string][] = item.heldFrom.map(({ delegation, part, why }) => ['held', `${delegation} (${why}): ${part === 'content' ? 'content of ' : ''}${what}`])
    return [...goes, ...contents, ...held]
  })
}

/** What is held back from one addressee, by reason. */
export function heldReasons({ held }: Addressee): ReadonlyMap<HeldBecause, readonly HeldItem[]> {
  return Map.groupBy(held, (item) => item.why)
}
