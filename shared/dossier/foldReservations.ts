/** The ledger of reservations on the texts of a dossier, across REVs: each from the event that entered it to the one that lifted it. */
import type { EventId } from '../base/identifiers.ts'
import { revLabel } from '../text/revision.ts'
import type { Ledger, Reading } from './ledger.ts'
import type { Distribution } from './permissions.ts'
import type { Reservation, SilenceState, TextState } from './state.ts'

type Lifting = Reading<'reservation.lifted'>
type Entered = Omit<Reservation, 'lifted' | 'goneFromRev'>

/** In causal order. One given in a silence procedure stands here as well, whatever became of the procedure. */
export function foldReservations(ledger: Ledger, distribution: Distribution, texts: readonly TextState[], silences: readonly SilenceState[]): Reservation[] {
  const entered = [...inAnswers(silences), ...onTheirOwn(ledger, distribution, texts)].sort((a, b) => ledger.causality.positionOf(a.event) - ledger.causality.positionOf(b.event))
  const liftings = soundLiftings(ledger, entered, ledger.read('reservation.lifted', distribution))
  return entered.map((one) => {
    const lifting = liftings.get(one.event)
    const later = texts.find((text) => text.text === one.text)?.revisions.filter((revision) => revision.rev > one.rev) ?? []
    const without = lifting === undefined ? undefined : later.find((revision) => ledger.causality.isBefore(lifting.event.id, revision.event))
    return { ...one, lifted: lifting ? { ...lifting.statement, remark: lifting.body.remark } : null, goneFromRev: without?.rev ?? null }
  })
}

function inAnswers(silences: readonly SilenceState[]): Entered[] {
  return silences.flatMap(({ procedure, text, revision, rev, responses }) => responses.flatMap(({ event, author, person, delegation, claimedAtUtcMs, response }) => (
    response.reservation === null ? [] : [{
      event, author, person, delegation, claimedAtUtcMs, text, revision, rev, procedure, reservation: response.reservation, place: response.place, remark: response.remark,
    }]
  )))
}

function onTheirOwn(ledger: Ledger, distribution: Distribution, texts: readonly TextState[]): Entered[] {
  const revisions = new Map(texts.flatMap(({ text, revisions: all }) => all.map((revision) => [revision.event, { text, revision }] as const)))
  return ledger.read('reservation.entered', distribution).flatMap(({ event, body, statement }) => {
    const found = revisions.get(body.revision)
    if (found?.text !== body.text) {
      ledger.setAside(event, 'refersToNothing')
      return []
    }
    const { rev, title } = found.revision
    ledger.apply({ event, statement }, `${title}, ${revLabel(rev)}`)
    return [{ ...statement, text: body.text, revision: body.revision, rev, procedure: null, reservation: body.reservation, place: body.place, remark: body.remark }]
  })
}

/** By the delegation whose reservation it is, with knowledge of it; the causally first counts. */
function soundLiftings(ledger: Ledger, entered: readonly Entered[], liftings: readonly Lifting[]): ReadonlyMap<EventId, Lifting> {
  const counted = new Map<EventId, Lifting>()
  for (const lifting of liftings) {
    const reserved = entered.find((one) => one.event === lifting.body.reservation)
    const known = reserved !== undefined && ledger.causality.isBefore(reserved.event, lifting.event.id)
    const why = !known ? 'refersToNothing' : reserved.delegation !== lifting.entry.delegation ? 'role' : counted.has(reserved.event) ? 'duplicate' : null
    if (why !== null || reserved === undefined) {
      ledger.setAside(lifting.event, why ?? 'refersToNothing')
      continue
    }
    counted.set(reserved.event, lifting)
    ledger.apply(lifting, reserved.delegation)
  }
  return counted
}
