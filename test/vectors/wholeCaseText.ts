/** The texts of the whole case and the certificate on one of them, byte by byte as their formats have it and not by the code that writes them today. */
import { concat, utf8 } from '../../shared/base/bytes.ts'
import { encodeCbor, type CborValue } from '../../shared/base/cbor.ts'
import type { ParsedEvent } from '../../shared/log/event.ts'
import { hasher, signerOf } from '../../electron/engine/keys/index.ts'
import { circle, type Actor } from './cast.ts'

export const TEXT = 'ee'.repeat(32)
export const COVER = {
  number: '9114/31', place: 'Brussels', date: '2 March 2031', codes: ['CYBER 12'], type: 'NOTE', from: 'Presidency', to: 'Delegations', subject: 'Ports', institution: 'Council of the European Union',
  originalLanguage: 'en', previousDocument: '9001/31', purposes: ['approval'], sentences: ['Delegations will find in annex draft conclusions.'], initials: 'AE', department: 'RELEX',
  legend: { inserted: 'boldUnderline', deleted: 'strikethrough', moved: 'doubleUnderline' },
}
export const DEADLINE = { wallTime: '2031-03-12T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 2, 12, 16) }
export const LATER = { wallTime: '2031-03-13T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 2, 13, 16) }
export const LATEST = { wallTime: '2031-03-14T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 2, 14, 16) }
export const RULES = {
  name: 'Port authorities', setter: 'the chair', setterRoles: ['chair', 'secretariat'], useAgreed: 'Proposed at a meeting', minimumHours: 24, whoMayBreak: 'memberStates',
  breakingKinds: ['objection', 'draftingComment', 'requestForTime', 'reservation'], rule: 'One objection breaks it.', unbrokenWords: 'agreed, to be forwarded to {forwardTo}',
  brokenWords: 'not agreed: silence was broken by {delegations}', adopts: false, after: ['forwarded', 'noted'], source: 'The circle, at its first meeting', grade: 'circle',
}

const run = (text: string, ...marks: string[]): { text: string; marks: string[] } => ({ text, marks })

/** Every kind of block but the cells of a table, and a footnote. */
export function documentOf(numbered: string): { readonly document: CborValue; readonly textHash: string } {
  const note = { footnote: [run('OJ L 129 I, 17.5.2019, p. 13.')] }
  const blocks = [
    ['title', 1, [run('Draft Council conclusions')]], ['formula', 1, [run('The Council adopted the following conclusions:', 'italic')]], ['heading', 1, [run('Ports')]],
    ['recital', 1, [run('Whereas ports matter')]], ['numbered', 1, [run(numbered), note]], ['continuation', 1, [run('It takes note.')]], ['bullet', 1, [run('of the ferries', 'bold')]],
    ['plain', 1, [run('Annexed.')]], ['row', 1, [run('Port')]], ['cell', 1, [run('Days')]],
  ] as const
  const canonical = blocks.map(([kind, level, content]) => [kind, level, content.map((one) => ('footnote' in one ? [one.footnote.map(runValue)] : runValue(one)))])
  return {
    document: { blocks: blocks.map(([kind, level, content], at) => ({ id: String(at + 1), kind, level, content: [...content] })) },
    textHash: hasher(encodeCbor(canonical)),
  }
}

function runValue({ text, marks }: { readonly text: string; readonly marks: readonly string[] }): CborValue {
  return [text, [...marks]]
}

interface Course {
  readonly dossier: string
  readonly profile: ParsedEvent
  readonly revision: ParsedEvent
  readonly textHash: string
  readonly chair: Actor
  readonly member: Actor
  readonly opened: ParsedEvent
  readonly used: ParsedEvent
  readonly served: ParsedEvent
  readonly answered: ParsedEvent
  readonly withdrawn: ParsedEvent
  readonly agreed: ParsedEvent
  readonly extended: ParsedEvent
  readonly suspended: ParsedEvent
  readonly resumed: ParsedEvent
  readonly closed: ParsedEvent
}

/** Version 2, signed by the chair. */
export function certificateOf(course: Course): Uint8Array {
  const { answered, agreed, chair, closed, extended, member, opened, profile, resumed, revision, served, suspended, used, withdrawn } = course
  const person = (actor: Actor, name: string, delegation: string): CborValue => ({ name, delegation, installation: actor.identity.installation })
  const byChair = person(chair, 'Petra Example', 'PRES')
  const byMember = person(member, 'Karel Example', 'CZ')
  const act = (by: CborValue, { header }: ParsedEvent): { [key: string]: CborValue } => ({ by, claimedAtUtcMs: header.claimedAtUtcMs })
  const answer = { admittedAtUtcMs: null, reservation: null, place: null, canBreak: true, late: false, clock: [] }
  const content = encodeCbor({
    v: 2, circle: { id: circle, name: 'Example Working Party' }, dossier: { id: course.dossier, reference: 'HALCYON 31', title: 'Ferry and port systems', exercise: false, marking: ['LIMITE', 'TLP:AMBER'] },
    procedure: opened.id, text: { id: TEXT, revision: revision.id, rev: 1, number: '9114/1/31 REV 1', title: 'Draft Council conclusions', hash: course.textHash },
    profile: { id: profile.id, ...RULES }, follows: null, use: [{ ...act(byMember, used), agrees: true, where: 'HWPCI, 2 March', remark: '', asSetter: false }],
    forwardTo: 'PSC', notice: 'Silence is agreement', opened: act(byChair, opened), deadline: DEADLINE, extensions: [{ ...act(byChair, extended), deadline: LATER, reason: 'A holiday' }],
    suspensions: [{ ...act(byChair, suspended), reason: 'A wrong annex', resumed: { ...act(byChair, resumed), deadline: LATEST, reason: 'The annex is right' } }],
    servedOtherwise: [{ ...act(byChair, served), delegations: ['CZ', 'NL'], how: 'By hand' }], closed: { ...act(byChair, closed), note: 'All were reached', clock: [] },
    served: [{ delegation: 'CZ', member: true, served: true, receiptAtUtcMs: null }, { delegation: 'NL', member: true, served: true, receiptAtUtcMs: null }],
    responses: [
      { ...answer, ...act(byMember, answered), event: answered.id, kind: 'objection', breaks: true, remark: 'Paragraph 1 goes too far.', withdrawn: { ...act(byMember, withdrawn), remark: 'On instruction' } },
      { ...answer, ...act(byMember, agreed), event: agreed.id, kind: 'agreement', breaks: false, remark: '', withdrawn: null },
    ],
    reservations: [], outcome: { broken: false, brokenBy: [], words: 'agreed, to be forwarded to PSC' },
    signedWith: chair.identity.installation, certified: { by: byChair, claimedAtUtcMs: closed.header.claimedAtUtcMs + 60_000 }, notProven: ['That clocks were right.'],
  })
  const magic = concat(utf8('chcert'), Uint8Array.of(0, 1))
  return concat(magic, signerOf(chair.identity)('chancery/certificate/v1/sig\0', concat(magic, content)), content)
}
