/** What a certificate says of one closed procedure, taken from the folded dossier and from what the certifying machine knows besides. */
import type { Delegation } from '../base/delegations.ts'
import type { CircleState } from '../circle/roster.ts'
import { markingWords } from '../marking/words.ts'
import { NOT_PROVEN, type Certificate, type CertificateResponse } from '../silence/certificateContent.ts'
import type { ClockFinding } from '../silence/procedure.ts'
import { breakersOf } from '../silence/profile.ts'
import { documentNumber } from '../text/revision.ts'
import type { DossierState, SilenceResponse, SilenceState, Statement } from './state.ts'

export type ClosedSilence = SilenceState & { readonly intakeClosed: NonNullable<SilenceState['intakeClosed']> }

/** Known only to the machine that certifies. */
export interface CertifierKnows {
  /** One row per delegation of the circle. */
  readonly rows: readonly { readonly delegation: Delegation; readonly member: boolean; readonly served: boolean; readonly receiptAtUtcMs: number | null }[]
  /** When this machine admitted each event, by its clock. */
  readonly admittedAt: ReadonlyMap<string, number>
  readonly by: Certificate['certified']['by']
  /** Fingerprint of the card with whose key it signs. */
  readonly signedWith: Certificate['signedWith']
  readonly nowUtcMs: number
}

/** Throws where the dossier does not hold the REV under the procedure: the fold lists no such procedure. */
export function certificateOf({ circle, state }: { readonly circle: CircleState; readonly state: DossierState }, silence: ClosedSilence, knows: CertifierKnows): Certificate {
  const { outcome: { broken, words }, rules } = silence
  return {
    v: 2, circle: { id: circle.circle, name: circle.name }, dossier: dossierPart(state), procedure: silence.procedure, text: textPart(state, silence),
    profile: { id: silence.profile, ...rules }, follows: silence.follows,
    use: silence.use.map((one) => ({ ...actOf(one), agrees: one.agrees, where: one.where, remark: one.remark, asSetter: one.asSetter })),
    forwardTo: silence.forwardTo, notice: silence.notice, opened: actOf(silence), deadline: silence.firstDeadline,
    extensions: silence.extensions.map((one) => ({ ...actOf(one), deadline: one.deadline, reason: one.reason })),
    suspensions: silence.suspensions.map(({ resumed, ...one }) => ({
      ...actOf(one), reason: one.reason, resumed: resumed && { ...actOf(resumed), deadline: resumed.deadline, reason: resumed.reason },
    })),
    servedOtherwise: silence.servedOtherwise.map((one) => ({ ...actOf(one), delegations: one.delegations, how: one.how })),
    closed: { ...actOf(silence.intakeClosed), note: silence.intakeClosed.note, clock: silence.intakeClosed.clock },
    served: knows.rows.map(({ delegation, member, served, receiptAtUtcMs }) => ({ delegation, member, served, receiptAtUtcMs })),
    responses: silence.responses.map((one) => responsePart(one, knows)),
    reservations: reservationsPart(state, silence),
    outcome: { broken, brokenBy: breakersOf(rules, silence.responses.map((one) => ({ ...one, withdrawn: one.withdrawn !== null }))), words },
    signedWith: knows.signedWith, certified: { by: knows.by, claimedAtUtcMs: knows.nowUtcMs }, notProven: [...NOT_PROVEN],
  }
}

function dossierPart({ dossier, exercise, marking, reference, title }: DossierState): Certificate['dossier'] {
  return { id: dossier, reference, title, exercise, marking: markingWords(marking) }
}

function textPart(state: DossierState, { revision, text, textHash }: SilenceState): Certificate['text'] {
  const found = state.texts.find((one) => one.text === text)?.revisions.find((one) => one.event === revision)
  if (!found) throw new Error('a procedure without its revision')
  return { id: text, revision, rev: found.rev, number: documentNumber(found.cover, found.rev), title: found.title, hash: textHash }
}

function responsePart(one: SilenceResponse, knows: CertifierKnows): CertificateResponse {
  const { canBreak, event, late, response: { breaks, kind, place, remark, reservation }, withdrawn } = one
  const admittedAtUtcMs = knows.admittedAt.get(event) ?? null
  const ahead: ClockFinding[] = admittedAtUtcMs !== null && one.claimedAtUtcMs > admittedAtUtcMs ? ['aheadOfAdmission'] : []
  return {
    event, ...actOf(one), admittedAtUtcMs, kind, breaks, reservation, remark, place, canBreak, late,
    withdrawn: withdrawn && { ...actOf(withdrawn), remark: withdrawn.remark }, clock: [...one.clock, ...ahead],
  }
}

/** All on this text up to the REV under the procedure. */
function reservationsPart({ reservations }: DossierState, { rev, text }: SilenceState): Certificate['reservations'] {
  return reservations.filter((one) => one.text === text && one.rev <= rev).map((one) => ({
    ...actOf(one), reservation: one.reservation, rev: one.rev, place: one.place, remark: one.remark, lifted: one.lifted && actOf(one.lifted),
  }))
}

function actOf({ author, claimedAtUtcMs, delegation, person }: Statement): Certificate['opened'] {
  return { by: { name: person, delegation, installation: author }, claimedAtUtcMs }
}
