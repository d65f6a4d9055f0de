/**
 * The state of a dossier: a pure function of its verified events, the roster and the events of the circle, of which the receipts count. Same set, same state, whatever the order
 * of arrival; no clock. Where two events contradict one another the causally first counts, then the lowest identifier, and the other is
 * set aside with the reason. To add a type of event: its schema in events.ts and bodies.ts, its rule in
 * permissions.ts, its part of the fold here, its usual step in toolbox/steps.ts.
 */
import type { DossierId } from '../base/identifiers.ts'
import type { Hasher } from '../base/ports.ts'
import type { CircleState } from '../circle/roster.ts'
import type { VerifiedEvent } from '../log/event.ts'
import { highestOf } from '../marking/highestOf.ts'
import { foldAttachments } from './foldAttachments.ts'
import { foldReservations } from './foldReservations.ts'
import { foldContributions, foldPositions } from './foldContributions.ts'
import { foldConsents } from './foldConsents.ts'
import { foldEntries } from './foldEntries.ts'
import { foldSilences } from './foldSilence.ts'
import { foldSteps } from './foldSteps.ts'
import { foldTexts } from './foldTexts.ts'
import { dossierIdOf } from './identity.ts'
import { createLedger, type Ledger, type Reading } from './ledger.ts'
import type { Distribution } from './permissions.ts'
import { profilesOf } from './profilesOf.ts'
import { receiptTimes } from './served.ts'
import type { DossierState } from './state.ts'

/** Events of other dossiers are passed over; of `circleEvents` the receipts and the kinds of silence procedure are read. Null while the event that opens the dossier is not here. */
export function foldDossier(
  dossier: DossierId, events: readonly VerifiedEvent[], circle: CircleState, circleEvents: readonly VerifiedEvent[], hash: Hasher,
): DossierState | null {
  const own = events.filter(({ header }) => header.dossier === dossier && header.circle === circle.circle)
  const ledger = createLedger(own, circle)
  const opening = openingOf(ledger, dossier, hash)
  if (opening === null) return null
  const { body, event, statement } = opening
  const distribution: Distribution = { opener: event.header.log, delegations: body.distribution }
  const steps = foldSteps(ledger, distribution)
  const contributions = foldContributions(ledger, distribution)
  const positions = foldPositions(ledger, distribution)
  const attachments = foldAttachments(ledger, distribution)
  const entries = foldEntries(ledger, distribution)
  const consents = foldConsents(ledger, distribution)
  const texts = foldTexts(ledger, distribution)
  const { silences, drafts } = foldSilences({ ledger, distribution, texts, profiles: profilesOf(circleEvents, circle) }, (procedures) => receiptTimes(procedures, circleEvents, circle))
  const reservations = foldReservations(ledger, distribution, texts, silences)
  return {
    dossier, circle: circle.circle, opened: statement, reference: body.reference, title: body.title, kind: body.kind,
    exercise: body.kind === 'exercise', summary: body.summary,
    marking: highestOf([body.marking, ...[...contributions, ...attachments, ...entries].flatMap((one) => one.marking ?? [])]), distribution: body.distribution,
    steps, contributions, positions, attachments, entries, consents, texts, silences, silenceDrafts: drafts, reservations, ...ledger.close(),
  }
}

/** Only the opening from which the identifier was made counts; its opener alone could sign a second one. */
function openingOf(ledger: Ledger, dossier: DossierId, hash: Hasher): Reading<'dossier.opened'> | null {
  const [own, foreign] = partition(ledger.read('dossier.opened', null), ({ event: { header }, body }) => (
    dossierIdOf({ circle: header.circle, log: header.log, nonce: body.nonce }, hash) === dossier
  ))
  for (const one of foreign) ledger.setAside(one.event, 'notItsOpener')
  const [first, ...rivals] = own
  if (first === undefined) return null
  ledger.apply(first, first.body.title)
  for (const rival of rivals) ledger.setAside(rival.event, 'duplicate')
  return first
}

function partition<T>(list: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [list.filter(belongs), list.filter((item) => !belongs(item))]
}
