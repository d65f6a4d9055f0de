import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { compareDelegations } from '../../../shared/base/delegations.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { presentEntries, type RosterEntry } from '../../../shared/circle/roster.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { KeptBundle } from '../vault/bundlesTable.ts'
import { addresseesFor, type Addressee } from './bundleSelection.ts'
import type { VaultHandler, VaultSession } from './context.ts'
import { dossierOpening } from './eventSubject.ts'
import { receiptsIn, type Receipts } from './recipientKnowledge.ts'

type Matrix = Output<'exchange.matrix'>
type Row = Matrix['rows'][number]

/** Who has what and what is on its way, as far as receipts and frontiers tell: nobody is taken to have what nobody confirmed. */
export const exchangeMatrix: VaultHandler<'exchange.matrix'> = async ({ circle }, session) => {
  const state = session.circle(circle)
  if (state === null) return err(refusal('circle-unknown'))
  const others = presentEntries(state).filter((entry) => !session.isMe(entry.installation))
  const bundles = session.store.bundles.of(circle)
  const receipts = receiptsIn(circle, session.held)
  const addressees = addresseesFor(others, { circle, everything: false }, state, session)
  const dossiers = session.held.dossiersOf(circle).flatMap((dossier) => placeOf(dossier, session))
  const rows = addressees.map((addressee) => rowOf(addressee, { bundles, receipts, dossiers, session, circle }))
  return ok({ dossiers, rows: rows.toSorted((a, b) => compareDelegations(a.delegation, b.delegation) || (a.name < b.name ? -1 : 1)) })
}

function placeOf(dossier: DossierId, session: VaultSession): Matrix['dossiers'] {
  const opening = dossierOpening(session.held, dossier)
  return opening === null ? [] : [{ dossier, reference: opening.reference, title: opening.title, marking: opening.marking, exercise: opening.exercise, events: session.held.inDossier(dossier).length }]
}

interface Whole {
  readonly bundles: readonly KeptBundle[]
  readonly receipts: Receipts
  readonly dossiers: Matrix['dossiers']
  readonly session: VaultSession
  readonly circle: KeptBundle['circle']
}

function rowOf(addressee: Addressee, { bundles, circle, dossiers, receipts, session }: Whole): Row {
  const { entry } = addressee
  const given = receipts.get(entry.installation) ?? []
  const sent = bundles.filter((bundle) => bundle.direction === 'out' && bundle.recipients.includes(entry.installation))
  const open = sent.filter((bundle) => !given.some((receipt) => receipt.bundle === bundle.hash))
  const onTheWay = new Set<EventId>(open.flatMap((bundle) => bundle.events))
  const came = bundles.filter((bundle) => bundle.direction === 'in' && bundle.sender === entry.installation)
  const places: (DossierId | null)[] = [null, ...dossiers.map((one) => one.dossier)]
  return {
    ...named(entry), sentAtUtcMs: lastOf(sent), cameAtUtcMs: lastOf(came), receiptAtUtcMs: given.length === 0 ? null : Math.max(...given.map((receipt) => receipt.admittedAtUtcMs)),
    unconfirmed: open.length, contents: addressee.contents.length,
    places: places.map((dossier) => cellOf(dossier, addressee, onTheWay, dossier === null ? session.held.inCircle(circle).length : session.held.inDossier(dossier).length)),
  }
}

function named({ delegation, installation, name }: RosterEntry): Pick<Row, 'delegation' | 'installation' | 'name'> {
  return { installation, name, delegation }
}

function lastOf(bundles: readonly KeptBundle[]): number | null {
  return bundles.length === 0 ? null : Math.max(...bundles.map((bundle) => bundle.atUtcMs))
}

/** Every event of the place is one of the four. */
function cellOf(dossier: DossierId | null, { dossiers, gets, held }: Addressee, onTheWay: ReadonlySet<EventId>, total: number): Row['places'][number] {
  const inPlace = (event: VerifiedEvent): boolean => event.header.dossier === dossier
  const heldIds = new Set(held.filter((item) => item.part !== 'content' && inPlace(item.event)).map((item) => item.event.id))
  const lacking = gets.filter((event) => inPlace(event) && !heldIds.has(event.id))
  const inTransit = lacking.filter((event) => onTheWay.has(event.id)).length
  const mayHave = dossier === null || dossiers.has(dossier)
  const heldBack = mayHave ? heldIds.size : total
  return { dossier, mayHave, total, has: total - heldBack - (mayHave ? lacking.length : 0), inTransit, lacks: lacking.length - inTransit, heldBack }
}
