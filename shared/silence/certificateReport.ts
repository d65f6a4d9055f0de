/** A certificate for people: the same content in the same order, whatever it is written as. */
import * as v from 'valibot'
import { deadlineInForce, type Certificate, type CertificateResponse } from './certificateContent.ts'
import type { ClockFinding, Place } from './procedure.ts'
import { deadlineWords, instantWords } from './timeWords.ts'

const cells = v.array(v.string())

export const reportPartSchema = v.variant('kind', [
  v.object({ kind: v.literal('facts'), heading: v.string(), facts: v.array(v.tuple([v.string(), v.string()])) }),
  v.object({ kind: v.literal('table'), heading: v.string(), columns: cells, rows: v.array(cells), empty: v.string() }),
  v.object({ kind: v.literal('list'), heading: v.string(), items: cells }),
])
export type ReportPart = v.InferOutput<typeof reportPartSchema>

export const certificateReportSchema = v.object({
  /** Head and foot of the page; empty for the unmarked. */
  markingLine: v.string(),
  title: v.string(),
  /** The outcome in the profile's exact words. */
  outcomeWords: v.string(),
  parts: v.array(reportPartSchema),
})
export type CertificateReport = v.InferOutput<typeof certificateReportSchema>

type Person = Certificate['certified']['by']

export const KIND_WORDS: Record<CertificateResponse['kind'], string> = {
  agreement: 'Agreement', objection: 'Objection', draftingComment: 'Drafting comment', requestForTime: 'Request for more time', reservation: 'Reservation',
  constructiveAbstention: 'Constructive abstention (Article 31(1) TEU), declared',
}
export const RESERVATION_WORDS = {
  scrutiny: 'scrutiny', parliamentaryScrutiny: 'parliamentary scrutiny', substantive: 'substantive', linguistic: 'linguistic',
} as const
export const CLOCK_WORDS: Record<ClockFinding, string> = {
  laterThanSuccessor: 'claims a later time than the next event of its own log', setBack: 'claims an earlier time than the event before it in its own log',
  beforeWhatItKnew: 'claims a time before the procedure was opened', aheadOfAdmission: 'claims a time after its admission',
}

export function certificateReport(certificate: Certificate): CertificateReport {
  const { dossier, text } = certificate
  const marking = dossier.exercise ? ['EXERCISE', ...dossier.marking, 'EXERCISE'] : dossier.marking
  return {
    markingLine: marking.join('  '),
    title: `Certificate of a silence procedure: ${text.number || text.title}`,
    outcomeWords: certificate.outcome.words,
    parts: [
      subject(certificate), procedure(certificate), use(certificate), extensions(certificate), suspensions(certificate), served(certificate), otherwise(certificate),
      responses(certificate), withdrawn(certificate), reservations(certificate), clocks(certificate),
      { kind: 'list', heading: 'What this certificate does not prove', items: certificate.notProven },
    ],
  }
}

function subject({ circle, dossier, text }: Certificate): ReportPart {
  return {
    kind: 'facts', heading: 'Text', facts: [
      ['Number', text.number], ['Title', text.title], ['REV', String(text.rev)], ['Hash of the text (BLAKE2b-256)', text.hash], ['Revision', text.revision], ['Text', text.id],
      ['Dossier', `${dossier.reference}: ${dossier.title}`], ['Dossier identifier', dossier.id], ['Circle', circle.name], ['Circle identifier', circle.id],
    ],
  }
}

function procedure(certificate: Certificate): ReportPart {
  const { certified, closed, forwardTo, notice, opened, outcome, profile } = certificate
  return {
    kind: 'facts', heading: 'Procedure', facts: [
      ['Outcome', outcome.words], ['Broken by', outcome.broken ? outcome.brokenBy.join(', ') : 'nobody'],
      ['Profile', profile.name], ['Rule', profile.rule], ['Source of the rule', profile.source], ['Setter', profile.setter], ['Minimum time', profile.minimumHours === null ? 'none' : `${profile.minimumHours} hours`], ['May break', profile.whoMayBreak === 'members' ? 'every member of the circle' : 'Member States that are members'],
      ['Breaks', `${profile.breakingKinds.map((kind) => KIND_WORDS[kind].toLowerCase()).join(', ')}: where its author says so`],
      ['Procedure identifier', certificate.procedure], ['Takes up the procedure', certificate.follows ?? 'none'], ['Forwarded to', forwardTo], ['Notice', notice || 'none'],
      ['Opened', act(opened)], ['Deadline, as first set', deadlineWords(certificate.deadline)], ['Deadline in force', deadlineWords(deadlineInForce(certificate))],
      ['Intake closed', act(closed)], ['Note on closing', closed.note || 'none'], ['Certified', act(certified)], ['Signed with the key of', certificate.signedWith],
    ],
  }
}

function extensions(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Extensions', columns: ['Extended', 'New deadline', 'Reason'], empty: 'None.',
    rows: certificate.extensions.map((one) => [act(one), deadlineWords(one.deadline), one.reason]),
  }
}

function use(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'On the use of the procedure (not on the text)', columns: ['Said', 'Use of the procedure', 'Where', 'Remark'], empty: 'Nothing was recorded.',
    rows: certificate.use.map((one) => [act(one), `${one.agrees ? 'agreed' : 'not agreed'}${one.asSetter ? ', as recorded by the setter' : ''}`, one.where, one.remark]),
  }
}

function suspensions(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Suspensions', columns: ['Suspended', 'Reason', 'Resumed', 'New deadline', 'Reason'], empty: 'None.',
    rows: certificate.suspensions.map(({ resumed, ...one }) => [act(one), one.reason, resumed ? act(resumed) : 'no', resumed ? deadlineWords(resumed.deadline) : '', resumed?.reason ?? '']),
  }
}

function otherwise(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Served otherwise, as the setter recorded it', columns: ['Recorded', 'Delegations', 'How'], empty: 'Nobody.',
    rows: certificate.servedOtherwise.map((one) => [act(one), one.delegations.join(', '), one.how]),
  }
}

function withdrawn(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Answers withdrawn', columns: ['Withdrawn', 'Answer', 'Remark'], empty: 'None.',
    rows: certificate.responses.flatMap((one) => (one.withdrawn === null ? [] : [[act(one.withdrawn), `${answer(one)} of ${one.by.delegation}, ${one.event}`, one.withdrawn.remark]])),
  }
}

function clocks(certificate: Certificate): ReportPart {
  const said = certificate.responses.flatMap((one) => one.clock.map((finding) => `The answer of ${one.by.delegation} of ${instantWords(one.claimedAtUtcMs)} ${CLOCK_WORDS[finding]}.`))
  const closing = certificate.closed.clock.map((finding) => `The closing of the intake ${CLOCK_WORDS[finding]}.`)
  return { kind: 'list', heading: 'Contradictions between clocks', items: said.length + closing.length === 0 ? ['None was found among the events at hand.'] : [...said, ...closing] }
}

function served(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Served', columns: ['Delegation', 'Member', 'Known to have been served', 'Receipt (claimed time)'], empty: 'Nobody.',
    rows: certificate.served.map((row) => [
      row.delegation, row.member ? 'yes' : 'no', row.served ? 'yes' : 'not known', row.receiptAtUtcMs === null ? 'none' : instantWords(row.receiptAtUtcMs),
    ]),
  }
}

function responses(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Answers', columns: ['Delegation', 'Person', 'Answer', 'Breaks, by its own word', 'On', 'Effect', 'Claimed time', 'Admitted', 'Remark', 'Event', 'Installation'], empty: 'None.',
    rows: certificate.responses.map((one) => [
      one.by.delegation, one.by.name, answer(one), one.breaks ? 'yes' : 'no', placeWords(one.place), effect(one), instantWords(one.claimedAtUtcMs),
      one.admittedAtUtcMs === null ? 'not here' : instantWords(one.admittedAtUtcMs), one.remark, one.event, one.by.installation,
    ]),
  }
}

function reservations(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Reservations on the text', columns: ['Delegation', 'Reservation', 'On', 'Entered', 'Remark', 'Lifted'], empty: 'None.',
    rows: certificate.reservations.map((one) => [
      one.by.delegation, RESERVATION_WORDS[one.reservation], `REV ${one.rev}, ${placeWords(one.place)}`, act(one), one.remark, one.lifted === null ? 'no' : act(one.lifted),
    ]),
  }
}

/** A passage by its words: paragraph numbers may differ from one REV to the next. */
function placeWords(place: Place | null): string {
  return place === null ? 'the whole text' : place.quote === '' ? `block ${place.block}` : `“${place.quote}”`
}

function answer(one: CertificateResponse): string {
  return one.reservation === null ? KIND_WORDS[one.kind] : `${KIND_WORDS[one.kind]} (${RESERVATION_WORDS[one.reservation]})`
}

function effect(one: CertificateResponse): string {
  if (one.late) return 'late, without effect'
  if (one.withdrawn !== null) return 'withdrawn, without effect'
  if (!one.breaks) return 'does not break'
  return one.canBreak ? 'breaks silence' : 'recorded; not a member, does not break'
}

function act({ by, claimedAtUtcMs }: Certificate['opened']): string {
  return `${instantWords(claimedAtUtcMs)} (claimed), by ${person(by)}, installation ${by.installation}`
}

function person(by: Person): string {
  return `${by.name} (${by.delegation})`
}
