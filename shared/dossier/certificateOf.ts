/** What a certificate says of one closed procedure, taken from the folded dossier and from what the certifying machine knows besides. */
import type { Delegation } from '../base/delegations.ts'
import type { CircleState } from '../circle/roster.ts'
import { markingWords } from '../marking/words.ts'
import { NOT_PROVEN, type Certificate, type CertificateResponse } from '../silence/certificateContent.ts'
import { PROFILES, breakersOf } from '../silence/profiles.ts'
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
  readonly nowUtcMs: number
}

/** Throws where the dossier does not hold the REV under the procedure: the fold lists no such procedure. */
export function certificateOf({ circle, state }: { readonly circle: CircleState; readonly state: DossierState }, silence: ClosedSilence, knows: CertifierKnows): Certificate {
  const profile = PROFILES[silence.profile]
  const { broken, words } = silence.outcome
  return {
    v: 1, circle: { id: circle.circle, name: circle.name }, dossier: dossierPart(state), procedure: silence.procedure, text: textPart(state, silence),
    profile: { id: profile.id, name: profile.name, rule: profile.rule, source: profile.source },
    forwardTo: silence.forwardTo, notice: silence.notice, opened: actOf(silence), deadline: silence.firstDeadline,
    extensions: silence.extensions.map((one) => ({ ...actOf(one), deadline: one.deadline, reason: one.reason })),
    closed: { ...actOf(silence.intakeClosed), note: silence.intakeClosed.note },
    served: knows.rows.map(({ delegation, member, served, receiptAtUtcMs }) => ({ delegation, member, served, receiptAtUtcMs })),
    responses: silence.responses.map((one) => responsePart(one, knows)),
    outcome: { broken, brokenBy: breakersOf(profile, silence.responses), words },
    certified: { by: knows.by, claimedAtUtcMs: knows.nowUtcMs }, notProven: [...NOT_PROVEN],
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
  const { breaks, kind, remark, reservation } = one.response
  return { event: one.event, ...actOf(one), admittedAtUtcMs: knows.admittedAt.get(one.event) ?? null, kind, breaks, reservation, remark, canBreak: one.canBreak, late: one.late }
}

function actOf({ author, claimedAtUtcMs, delegation, person }: Statement): Certificate['opened'] {
  return { by: { name: person, delegation, installation: author }, claimedAtUtcMs }
}
