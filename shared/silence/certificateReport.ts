/** A certificate for people: the same content in the same order, whatever it is written as. */
import { deadlineInForce, type Certificate, type CertificateResponse } from './certificateContent.ts'
import { PROFILES } from './profiles.ts'
import { deadlineWords, instantWords } from './timeWords.ts'

export type ReportPart =
  | { readonly kind: 'facts'; readonly heading: string; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'table'; readonly heading: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly empty: string }
  | { readonly kind: 'list'; readonly heading: string; readonly items: readonly string[] }

export interface CertificateReport {
  /** Head and foot of the page; empty for the unmarked. */
  readonly markingLine: string
  readonly title: string
  /** The outcome in the profile's exact words. */
  readonly outcomeWords: string
  readonly parts: readonly ReportPart[]
}

type Person = Certificate['certified']['by']

const KIND_WORDS: Record<CertificateResponse['kind'], string> = {
  agreement: 'Agreement', objection: 'Objection', draftingComment: 'Drafting comment', requestForTime: 'Request for more time', reservation: 'Reservation',
}
const RESERVATION_WORDS = {
  scrutiny: 'scrutiny', parliamentaryScrutiny: 'parliamentary scrutiny', substantive: 'substantive', linguistic: 'linguistic',
} as const

export function certificateReport(certificate: Certificate): CertificateReport {
  const { dossier, text } = certificate
  const marking = dossier.exercise ? ['EXERCISE', ...dossier.marking, 'EXERCISE'] : dossier.marking
  return {
    markingLine: marking.join('  '),
    title: `Certificate of a silence procedure: ${text.number || text.title}`,
    outcomeWords: certificate.outcome.words,
    parts: [subject(certificate), procedure(certificate), extensions(certificate), served(certificate), responses(certificate), reservations(certificate),
      { kind: 'list', heading: 'What this certificate does not prove', items: certificate.notProven }],
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
      ['Profile', profile.name], ['Rule', profile.rule], ['Source of the rule', profile.source], ['Setter', PROFILES[profile.id].setter],
      ['Procedure identifier', certificate.procedure], ['Forwarded to', forwardTo], ['Notice', notice || 'none'],
      ['Opened', act(opened)], ['Deadline, as first set', deadlineWords(certificate.deadline)], ['Deadline in force', deadlineWords(deadlineInForce(certificate))],
      ['Intake closed', act(closed)], ['Note on closing', closed.note || 'none'], ['Certified', act(certified)], ['Signed with the key of', certified.by.installation],
    ],
  }
}

function extensions(certificate: Certificate): ReportPart {
  return {
    kind: 'table', heading: 'Extensions', columns: ['Extended', 'New deadline', 'Reason'], empty: 'None.',
    rows: certificate.extensions.map((one) => [act(one), deadlineWords(one.deadline), one.reason]),
  }
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
    kind: 'table', heading: 'Answers', columns: ['Delegation', 'Person', 'Answer', 'Breaks, by its own word', 'Effect', 'Claimed time', 'Admitted', 'Remark', 'Event', 'Installation'], empty: 'None.',
    rows: certificate.responses.map((one) => [
      one.by.delegation, one.by.name, answer(one), one.breaks ? 'yes' : 'no', effect(one), instantWords(one.claimedAtUtcMs),
      one.admittedAtUtcMs === null ? 'not here' : instantWords(one.admittedAtUtcMs), one.remark, one.event, one.by.installation,
    ]),
  }
}

function reservations(certificate: Certificate): ReportPart {
  const reserved = certificate.responses.filter((one) => one.reservation !== null)
  return {
    kind: 'table', heading: 'Reservations', columns: ['Delegation', 'Reservation', 'Remark'], empty: 'None.',
    rows: reserved.map((one) => [one.by.delegation, one.reservation === null ? '' : RESERVATION_WORDS[one.reservation], one.remark]),
  }
}

function answer(one: CertificateResponse): string {
  return one.reservation === null ? KIND_WORDS[one.kind] : `${KIND_WORDS[one.kind]} (${RESERVATION_WORDS[one.reservation]})`
}

function effect(one: CertificateResponse): string {
  if (one.late) return 'late, without effect'
  if (!one.breaks || one.kind === 'agreement') return 'does not break'
  return one.canBreak ? 'breaks silence' : 'recorded; not a member, does not break'
}

function act({ by, claimedAtUtcMs }: Certificate['opened']): string {
  return `${instantWords(claimedAtUtcMs)} (claimed), by ${person(by)}, installation ${by.installation}`
}

function person(by: Person): string {
  return `${by.name} (${by.delegation})`
}
