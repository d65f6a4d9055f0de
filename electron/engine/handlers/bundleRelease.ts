/** The release gate, item by item: what goes to whom, and what is held back from whom and why; shown before writing and registered with it. */
import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'
import type { ExportPlan } from '../../../shared/ipc/exchangeMethods.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Selection } from './bundleSelection.ts'
import type { VaultSession } from './context.ts'
import { dossierOpening, subjectOf } from './eventSubject.ts'

type Item = ExportPlan['items'][number]
type Held = Item['heldFrom'][number]

/** One line for each kind of event and subject, over all that anybody chosen lacks or may not have. */
export function releaseItems({ addressees }: Selection, session: VaultSession): Item[] {
  const everything = new Map(addressees.flatMap((addressee) => [...addressee.gets, ...addressee.withheld]).map((event) => [event.id, event]))
  const lines = Map.groupBy(everything.values(), (event) => JSON.stringify([event.header.dossier, event.header.type, subjectOf(event, session.held)]))
  return [...lines.values()].flatMap((events) => itemOf(events, addressees, session) ?? [])
}

function itemOf(events: readonly VerifiedEvent[], addressees: Selection['addressees'], session: VaultSession): Item | null {
  const [first] = events
  if (!first) return null
  const { dossier, type } = first.header
  const opening = dossier === null ? null : dossierOpening(session.held, dossier)
  const held = dossier === null ? [] : addressees.filter((addressee) => !addressee.dossiers.has(dossier))
  const going = addressees.filter((addressee) => addressee.gets.some((event) => event.header.type === type && events.includes(event)))
  return {
    type, count: events.length, subject: subjectOf(first, session.held),
    dossierTitle: opening?.title ?? null, marking: opening?.marking ?? null,
    goesTo: inOrder(going.map(({ entry }) => entry.delegation)),
    heldFrom: inOrder(held.map(({ entry }) => entry.delegation)).map((delegation): Held => ({ delegation, why: 'notOnDistributionList' })),
  }
}

function inOrder(delegations: readonly Delegation[]): Delegation[] {
  return [...new Set(delegations)].toSorted(compareDelegations)
}

/** The decisions as the register keeps them: one line for what goes and one for what is held back, of each item that concerns anybody. */
export function releaseDetails(items: readonly Item[]): [name: string, text: string][] {
  return items.flatMap((item): [string, string][] => {
    const what = `${item.count} × ${item.type}${item.subject === '' ? '' : `, ${item.subject}`}`
    const goes: [string, string][] = item.goesTo.length === 0 ? [] : [['goes', `${item.goesTo.join(', ')}: ${what}`]]
    const held: [string, string][] = item.heldFrom.map(({ delegation, why }) => ['held', `${delegation} (${why}): ${what}`])
    return [...goes, ...held]
  })
}
