import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'
import { ok } from '../../../shared/base/result.ts'
import type { ExportPlan } from '../../../shared/ipc/exchangeMethods.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { bundleFileName, nextCounter } from './bundleFileName.ts'
import { carriedMarking } from './bundleMarking.ts'
import { selectEvents, type Selection } from './bundleSelection.ts'
import type { VaultHandler, VaultSession } from './context.ts'
import { dossierOpening, subjectOf } from './eventSubject.ts'

type Item = ExportPlan['items'][number]
type Held = Item['heldFrom'][number]

export const bundlePlan: VaultHandler<'bundle.plan'> = async (choice, session, { now }) => {
  const selection = selectEvents(choice, session)
  if (!selection.ok) return selection
  const { state, addressees, parcels } = selection.value
  const first = nextCounter(session, state.circle)
  const sent = parcels.flatMap((parcel) => parcel.events)
  return ok({
    circle: state.circle,
    circleName: state.name,
    recipients: addressees.map(({ entry, gets }) => ({ installation: entry.installation, name: entry.name, delegation: entry.delegation, lacks: gets.length })),
    items: itemsOf(selection.value, session),
    ...carriedMarking(sent, session.held),
    files: parcels.map((parcel, at) => ({
      fileName: bundleFileName(state, session.me.delegation, first + at, now()),
      delegations: parcel.addressees.map(({ entry }) => entry.delegation).toSorted(compareDelegations),
      events: parcel.events.length,
    })),
  })
}

/** One line for each kind of event and subject, over all that anybody chosen lacks or may not have. */
function itemsOf({ addressees }: Selection, session: VaultSession): Item[] {
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
