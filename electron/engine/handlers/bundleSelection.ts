/** Which events go to whom: the distribution list of each dossier, and what each recipient lacks. */
import type { CircleId, DossierId, InstallationId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { presentEntries, type CircleState, type RosterEntry } from '../../../shared/circle/roster.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { causalOrder } from '../../../shared/log/causal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { mayHave } from '../../../shared/marking/mayHave.ts'
import type { VaultSession } from './context.ts'
import { dossierOpening, type DossierOpening } from './eventSubject.ts'
import { recipientKnowledge } from './recipientKnowledge.ts'

export interface Choice {
  readonly circle: CircleId
  /** Empty: everybody in the roster but me. */
  readonly recipients: readonly InstallationId[]
  /** Also what a recipient is known to have. */
  readonly everything: boolean
}

export interface Addressee {
  readonly entry: RosterEntry
  /** Dossiers that it may have. */
  readonly dossiers: ReadonlySet<DossierId>
  /** Events that it may have and is not known to have, or all that it may have. */
  readonly gets: readonly VerifiedEvent[]
  /** Events that it lacks and may not have. */
  readonly withheld: readonly VerifiedEvent[]
}

/** Recipients that may have the same things, and what goes to them in one file. */
export interface Parcel {
  readonly addressees: readonly Addressee[]
  /** In causal order. */
  readonly events: readonly VerifiedEvent[]
}

export interface Selection {
  readonly state: CircleState
  readonly addressees: readonly Addressee[]
  readonly parcels: readonly Parcel[]
}

export function selectEvents(choice: Choice, session: VaultSession): Result<Selection, Refusal> {
  const state = session.circle(choice.circle)
  if (state === null) return err(refusal('circle-unknown'))
  const others = presentEntries(state).filter((entry) => !session.isMe(entry.installation))
  const chosen = choice.recipients.length === 0 ? others : others.filter((entry) => choice.recipients.includes(entry.installation))
  if (chosen.length === 0) return err(refusal('no-recipients'))
  const { knownTo } = recipientKnowledge(choice.circle, session)
  const addressees = chosen.map((entry) => addresseeOf(entry, choice, session, knownTo(entry.installation)))
  return ok({ state, addressees, parcels: parcelsFor(addressees) })
}

/** On the distribution list; the secretariat keeps every dossier of its circle, and whoever opened one has it already. */
function mayHaveDossier(entry: RosterEntry, { distribution, openedBy }: DossierOpening): boolean {
  return entry.roles.includes('secretariat') || entry.installation === openedBy || mayHave(entry.delegation, distribution).goes
}

function addresseeOf(entry: RosterEntry, choice: Choice, { held }: VaultSession, known: ReadonlySet<string>): Addressee {
  // A dossier whose opening is not here has no distribution list that one could go by: it stays.
  const [allowed, refused] = partition(held.dossiersOf(choice.circle), (dossier) => {
    const opening = dossierOpening(held, dossier)
    return opening !== null && mayHaveDossier(entry, opening)
  })
  const eventsIn = (dossiers: readonly DossierId[]): VerifiedEvent[] => dossiers.flatMap((dossier) => held.inDossier(dossier)).map((stored) => stored.event)
  const lacks = (event: VerifiedEvent): boolean => choice.everything || (event.header.log !== entry.installation && !known.has(event.id))
  const governing = held.inCircle(choice.circle).map((stored) => stored.event)
  return { entry, dossiers: new Set(allowed), gets: [...governing, ...eventsIn(allowed)].filter(lacks), withheld: eventsIn(refused).filter(lacks) }
}

function partition<T>(list: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [list.filter(belongs), list.filter((item) => !belongs(item))]
}

/** Nobody is sent a file with nothing new in it. */
function parcelsFor(addressees: readonly Addressee[]): Parcel[] {
  const inNeed = addressees.filter((addressee) => addressee.gets.length > 0)
  const byDossiers = Map.groupBy(inNeed, (addressee) => [...addressee.dossiers].toSorted().join(' '))
  return [...byDossiers.values()].map((group) => ({ addressees: group, events: causalOrder(group.flatMap((addressee) => addressee.gets)) }))
}
