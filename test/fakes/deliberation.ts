/** A short deliberation for tests: a dossier, a text, suggestions, a silence procedure. Each step can be told apart and left out. */
import type { CborValue } from '../../shared/base/cbor.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { TextId } from '../../shared/base/identifiers.ts'
import type { Response } from '../../shared/silence/procedure.ts'
import { coverWith, type Cover } from '../../shared/text/cover.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { dossierEventSchemas } from '../../shared/dossier/events.ts'
import { parseBody } from '../../shared/log/body.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import { NONCE, type Part, type Said, type Stage, type TestPerson } from './events.ts'

export const TEXT = 'ee'.repeat(32) as TextId
export const DEADLINE = { wallTime: '2031-06-12T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 5, 12, 15) }
export const AFTER_DEADLINE_UTC_MS = DEADLINE.utcMs + 3_600_000

export const PARTS: readonly Part[] = [
  { delegation: 'PRES', roles: ['chair'], member: false },
  { delegation: 'CZ', roles: ['delegate'], member: true },
  { delegation: 'DE', roles: ['delegate'], member: true },
  { delegation: 'NL', roles: ['delegate', 'drafter'], member: true },
  { delegation: 'COM', roles: ['delegate'], member: false },
  { delegation: 'EEAS', roles: ['observer'], member: false },
]
const LISTED: readonly Delegation[] = ['CZ', 'DE', 'NL', 'COM', 'EEAS', 'PRES']

export const COVER: Cover = coverWith({ number: '9114/31', place: 'Brussels', date: '2 June 2031', codes: ['CYBER 12'], type: 'NOTE', from: 'Presidency', to: 'Delegations', subject: 'Ports' })
const UNMARKED = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] } as const

export function documentOf(...paragraphs: readonly string[]): TextDocument {
  return { blocks: paragraphs.map((text, at) => ({ id: String(at + 1), kind: 'numbered', level: 1, content: [{ text, marks: [] }] })) }
}

export function openDossier(stage: Stage, author: TestPerson, said?: Said, changes: { readonly [key: string]: CborValue } = {}): VerifiedEvent {
  const body = { reference: 'HALCYON 31', title: 'Ferry and port systems', kind: 'exercise', summary: '', marking: UNMARKED, distribution: LISTED, nonce: NONCE, ...changes }
  return stage.say(author, 'dossier.opened', body, { dossier: stage.dossierOf(author), ...said })
}

export function issueRev(stage: Stage, author: TestPerson, rev: number, predecessor: VerifiedEvent | null, said?: Said, verdicts: CborValue = [], changes: { readonly [key: string]: CborValue } = {}): VerifiedEvent {
  const document = documentOf('The Council notes the intrusions.', `It takes note of version ${rev}.`)
  return stage.say(author, 'text.revIssued', {
    text: TEXT, rev, title: 'Draft Council conclusions', cover: COVER, document, textHash: hasher(canonicalText(document)),
    basis: predecessor && { predecessor: predecessor.id, verdicts }, ...changes,
  }, said)
}

export function suggest(stage: Stage, author: TestPerson, against: VerifiedEvent, words: string, said?: Said): VerifiedEvent {
  const insert = [{ text: words, marks: [] }]
  return stage.say(author, 'text.amended', {
    text: TEXT, against: against.id, suggestions: [{ amendments: [{ op: 'replace', block: '1', from: 12, to: 17, insert }], reason: null }],
  }, said)
}

export function comment(stage: Stage, author: TestPerson, against: VerifiedEvent, thread: VerifiedEvent | null, said?: Said): VerifiedEvent {
  const place = thread === null ? { block: '1', from: 0, to: 4 } : null
  return stage.say(author, 'text.commented', { text: TEXT, against: against.id, thread: thread?.id ?? null, place, act: thread === null ? 'said' : 'resolved', words: 'Which ones?' }, said)
}

export function openSilence(stage: Stage, author: TestPerson, revision: VerifiedEvent, said?: Said, changes: { readonly [key: string]: CborValue } = {}): VerifiedEvent {
  const issued = parseBody(revision, dossierEventSchemas['text.revIssued'])
  const textHash = issued.ok ? issued.value.textHash : ''
  const body = { text: TEXT, revision: revision.id, textHash, profile: 'working-party', deadline: DEADLINE, forwardTo: 'PSC', notice: '', ...changes }
  return stage.say(author, 'silence.opened', body, said)
}

export const OBJECTION: Response = { kind: 'objection', breaks: true, reservation: null, remark: 'Paragraph 2 goes too far.', place: null }
export const AGREEMENT: Response = { kind: 'agreement', breaks: false, reservation: null, remark: '', place: null }

export function respond(stage: Stage, author: TestPerson, procedure: VerifiedEvent, response: Response, said?: Said): VerifiedEvent {
  return stage.say(author, 'silence.responded', { procedure: procedure.id, response }, said)
}

export function closeIntake(stage: Stage, author: TestPerson, procedure: VerifiedEvent, said?: Said): VerifiedEvent {
  return stage.say(author, 'silence.intakeClosed', { procedure: procedure.id, note: 'EEAS answered by telephone' }, { claimedAtUtcMs: AFTER_DEADLINE_UTC_MS, ...said })
}
