/**
 * One case from the founding of its circle to the lessons, with at least one event of every type that there was when it was frozen: kinds
 * of roster changes and of entries included. What comes later goes into another bundle; this one stays as it is.
 */
import { concat, fromHex, utf8 } from '../../shared/base/bytes.ts'
import type { CborValue } from '../../shared/base/cbor.ts'
import type { DossierId } from '../../shared/base/identifiers.ts'
import type { ParsedEvent } from '../../shared/log/event.ts'
import { encodeEventItem } from '../../shared/log/item.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import { seal, type Vector } from './bundles.ts'
import { SEALED_UTC_MS, actor, circle, dice, dossier as otherDossier, insider, reader, rosterEvents, rosterHead, secretariat } from './cast.ts'
import { continueLog, type CaseLog } from './caseLog.ts'
import { COVER, DEADLINE, LATER, LATEST, RULES, TEXT, certificateOf, documentOf } from './wholeCaseText.ts'
import { wholeCaseEntries } from './wholeCaseEntries.ts'

const LIMITE = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
const NONCE = Uint8Array.from({ length: 16 }, (_, at) => at)
const CONTENT = utf8('Traces of one loader in four ports.\n')
const from = dice(20310301)
const chair = actor('Petra Example', 'PRES', from)
const [passing, leaving, successor] = [actor('Dora Example', 'DE', from), actor('Anton Example', 'AT', from), actor('Hugo Example', 'GSC', from)]
const renewed = actor('Saskia Example', 'NL', from)
const nonceOwner = fromHex(chair.identity.installation)
const caseId = hasher(concat(utf8('chancery/dossier/v1/id\0'), fromHex(circle), nonceOwner, NONCE)) as string as DossierId

/** Who comes and stands; one that went by the first version's words. */
function gather(log: CaseLog): ParsedEvent {
  const admit = (who: typeof chair, roles: string[], member: boolean): void => void log.change(secretariat, { kind: 'admitted', card: { ...who.card }, roles, member })
  admit(chair, ['chair'], false)
  admit(passing, ['delegate'], true)
  admit(leaving, ['observer'], true)
  admit(successor, ['delegate'], false)
  log.change(secretariat, { kind: 'removed', installation: leaving.identity.installation, reason: 'Another post' })
  log.change(secretariat, { kind: 'roleChanged', installation: insider.identity.installation, roles: ['delegate', 'drafter'], member: true, accepted: null })
  log.say(chair, null, 'catalogue.issued', {
    version: 1, note: 'As discussed', measures: [{
      id: 'demarche', name: 'Démarche through delegations and embassies', description: 'Raises the matter with the authorities of a State.', source: '5797/5/16 REV 5', kinds: ['diplomatic'], effects: ['preventive'],
      horizons: ['short'], attribution: 'none', competences: ['memberStatesWithEu'], route: ['HWPCI', 'PSC', 'EEAS'], legalBasis: '', escalation: 'Low', firstTowardsTransit: true,
    }],
  })
  return log.say(chair, null, 'silence.profileAdded', RULES)
}

interface Awareness {
  readonly attached: ParsedEvent
  readonly contribution: ParsedEvent
}

function share(log: CaseLog): Awareness {
  log.say(chair, caseId, 'dossier.opened', {
    reference: 'HALCYON 31', title: 'Ferry and port systems', kind: 'singleActivity', summary: 'Ferries stood still.', marking: LIMITE, distribution: ['CZ', 'NL', 'PRES', 'GSC'], nonce: NONCE,
  })
  const attach = (name: string, bytes: Uint8Array): ParsedEvent => log.say(reader, caseId, 'attachment.added', {
    name, sizeBytes: bytes.length, hash: hasher(bytes), mediaType: 'text/plain', marking: LIMITE, limitedTo: null,
  })
  const [attached, gone] = [attach('traces.txt', CONTENT), attach('draft.txt', utf8('A draft.'))]
  log.say(reader, caseId, 'attachment.destroyed', { attachment: gone.id, reason: 'Superseded' })
  const contribution = log.say(reader, caseId, 'contribution.added', {
    title: 'First traces', kind: 'technical', source: 'National CERT', text: 'One loader.', marking: LIMITE, reliability: 'B', credibility: '2', body: 'CERT-EU', observed: '2031-02-27', reported: '2031-03-01',
    attachments: [attached.id], limitedTo: ['CZ', 'PRES'],
  })
  log.say(reader, caseId, 'release.consented', { item: contribution.id, recipients: ['NL'], reason: 'Asked for' })
  log.say(chair, caseId, 'step.marked', { step: 1, state: 'done', note: 'Shared', inputs: [contribution.id] })
  log.say(insider, caseId, 'position.taken', { subject: 'Joint response', stance: 'canAccept', remark: 'In principle' })
  return { attached, contribution }
}

interface Negotiated {
  readonly revision: ParsedEvent
  readonly textHash: string
}

function negotiate(log: CaseLog): Negotiated {
  const issue = (rev: number, words: string, basis: CborValue): Negotiated => {
    const { document, textHash } = documentOf(words)
    return { textHash, revision: log.say(chair, caseId, 'text.revIssued', { text: TEXT, rev, title: 'Draft Council conclusions', cover: COVER, document, textHash, basis }) }
  }
  const first = issue(0, 'The Council notes the intrusions.', null)
  const against = first.revision.id
  const said = log.say(reader, caseId, 'text.commented', { text: TEXT, against, thread: null, place: { block: '5', from: 0, to: 11 }, act: 'said', words: 'Which ones?' })
  log.say(chair, caseId, 'text.commented', { text: TEXT, against, thread: said.id, place: null, act: 'resolved', words: 'All of them.' })
  const amended = log.say(insider, caseId, 'text.amended', {
    text: TEXT, against, suggestions: [
      { amendments: [{ op: 'replace', block: '5', from: 12, to: 17, insert: [{ text: 'condemns', marks: [] }] }], reason: 'Stronger' },
      { amendments: [{ op: 'insertBlock', after: '7', kind: 'bullet', level: 1, content: [{ text: 'of the ports', marks: [] }] }], reason: null },
      { amendments: [{ op: 'deleteBlock', block: '3' }, { op: 'moveBlock', block: '8', after: null }, { op: 'setKind', block: '6', kind: 'bullet', level: 2 }], reason: null },
    ],
  })
  log.say(chair, caseId, 'text.amended', { text: TEXT, against, onBehalfOf: 'CZ', suggestions: [{ amendments: [{ op: 'deleteBlock', block: '4' }], reason: 'Came in a Word file' }] })
  const verdict = (at: number, what: string, edited: CborValue = null): CborValue => ({ suggestion: `${amended.id}:${at}`, verdict: what, edited, reason: null })
  return issue(1, 'The Council deplores the intrusions.', {
    predecessor: against, verdicts: [
      verdict(0, 'edited', [{ op: 'replace', block: '5', from: 12, to: 17, insert: [{ text: 'deplores', marks: [] }] }]), verdict(1, 'deferred'), verdict(2, 'notTakenUp'),
    ],
  })
}

function keepSilence(log: CaseLog, { revision, textHash }: Negotiated, profile: ParsedEvent): void {
  const say = (author: typeof chair, type: string, body: CborValue): ParsedEvent => log.say(author, caseId, type, body)
  const terms = { text: TEXT, revision: revision.id, textHash, profile: profile.id, deadline: DEADLINE, forwardTo: 'PSC', notice: 'Silence is agreement', follows: null }
  const dropped = say(chair, 'silence.drafted', terms)
  say(chair, 'silence.withdrawn', { procedure: dropped.id, reason: 'Too early' })
  const draft = say(chair, 'silence.drafted', terms)
  const used = say(reader, 'silence.useStated', { procedure: draft.id, agrees: true, where: 'HWPCI, 2 March', remark: '' })
  const opened = say(chair, 'silence.opened', { ...terms, draft: draft.id })
  const procedure = opened.id
  const served = say(chair, 'silence.served', { procedure, delegations: ['CZ', 'NL'], how: 'By hand' })
  const place = { block: '5', from: 0, to: 11, quote: 'The Council' }
  const answer = (response: CborValue): ParsedEvent => say(reader, 'silence.responded', { procedure, response })
  const answered = answer({ kind: 'objection', breaks: true, reservation: null, remark: 'Paragraph 1 goes too far.', place: null })
  const withdrawn = say(reader, 'silence.answerWithdrawn', { procedure, answer: answered.id, remark: 'On instruction' })
  const agreed = answer({ kind: 'agreement', breaks: false, reservation: null, remark: '', place: null })
  const extended = say(chair, 'silence.extended', { procedure, deadline: LATER, reason: 'A holiday' })
  const suspended = say(chair, 'silence.suspended', { procedure, reason: 'A wrong annex' })
  const resumed = say(chair, 'silence.resumed', { procedure, deadline: LATEST, reason: 'The annex is right' })
  const reserved = say(reader, 'reservation.entered', { text: TEXT, revision: revision.id, reservation: 'parliamentaryScrutiny', place, remark: 'Until parliament has sat' })
  say(reader, 'reservation.lifted', { reservation: reserved.id, remark: 'It has' })
  log.waitUntil(LATEST.utcMs)
  const closed = say(chair, 'silence.intakeClosed', { procedure, note: 'All were reached' })
  const course = { dossier: caseId, profile, revision, textHash, chair, member: reader, opened, used, served, answered, withdrawn, agreed, extended, suspended, resumed, closed }
  say(chair, 'silence.certified', { procedure, certificate: certificateOf(course) })
  say(chair, 'silence.forwarded', { procedure, step: 'forwarded', body: 'PSC', note: 'As agreed' })
}

function enter(log: CaseLog, { contribution }: Awareness, { revision, textHash }: Negotiated): void {
  const said = new Map<string, string>()
  const entry = (kind: string): string => said.get(kind) ?? ''
  const add = (content: { readonly [key: string]: CborValue }): ParsedEvent => log.say(reader, caseId, 'entry.added', { content, marking: null })
  for (const write of wholeCaseEntries) {
    const content = write({ dossier: otherDossier, contribution: contribution.id, text: TEXT, revision: revision.id, textHash, entry })
    said.set(String(content['kind']), add(content).id)
  }
  const lesson = { kind: 'lesson', text: 'Share much earlier.', forNote: null, forDossier: null }
  log.say(reader, caseId, 'entry.revised', { entry: entry('lesson'), content: lesson, marking: LIMITE, reason: 'Said more clearly' })
  log.say(reader, caseId, 'entry.withdrawn', { entry: add(lesson).id, reason: 'Said twice' })
  log.say(reader, caseId, 'position.taken', { subject: 'A quiet word', stance: 'support', remark: '', option: entry('option'), compromise: 'After the holidays' })
}

/** Suspended and back, gone, under new keys, and the secretariat in other hands. */
function changeHands(log: CaseLog): void {
  const gsc = secretariat.identity.installation
  const { installation } = passing.identity
  log.say(passing, null, 'receipt.given', { bundle: 'ab'.repeat(32), sender: gsc, counter: 1, admittedAtUtcMs: SEALED_UTC_MS, admitted: rosterEvents.map(({ id }) => id) })
  const accepted = [log.end(installation, null)]
  log.change(secretariat, { kind: 'suspended', installation, reason: 'A lost laptop', accepted })
  log.change(secretariat, { kind: 'reinstated', installation })
  log.change(secretariat, { kind: 'removed', installation, reason: 'Another post', accepted })
  log.say(insider, null, 'keys.offered', { card: { ...renewed.card } })
  log.change(secretariat, { kind: 'rotated', installation: insider.identity.installation, card: { ...renewed.card }, accepted: null })
  log.change(secretariat, { kind: 'handedOver', installation: successor.identity.installation, roles: ['delegate'], accepted: [log.end(gsc, null)] })
}

function tell(): { readonly log: CaseLog; readonly attached: ParsedEvent } {
  const log = continueLog(rosterEvents, rosterHead, Date.UTC(2031, 2, 1, 8))
  const profile = gather(log)
  const awareness = share(log)
  const negotiated = negotiate(log)
  keepSilence(log, negotiated, profile)
  enter(log, awareness, negotiated)
  changeHands(log)
  return { log, attached: awareness.attached }
}

export function frontierOf({ events }: CaseLog): CborValue[] {
  const key = ({ header: { dossier, log } }: ParsedEvent): string => `${dossier ?? ''} ${log}`
  const last = [...new Map(events.map((event) => [key(event), event])).values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  return last.map(({ id, header: { dossier, log, seq } }) => ({ dossier, log, seq, event: id }))
}

export const wholeCase: Vector = {
  name: 'good-every-type', expect: null,
  make: () => {
    const { log, attached } = tell()
    const events = log.events.map((event) => encodeEventItem(event.signed))
    const items: readonly CborValue[] = [
      ...events.map((item) => ({ type: 'event', size: item.length, hash: hasher(item) })), { type: 'attachment', event: attached.id, size: CONTENT.length, hash: hasher(CONTENT) },
    ]
    const manifest = { format: 3, roster: { ...log.head }, frontier: frontierOf(log), marking: LIMITE, items, withoutBody: [], withoutContent: [], sealedAtUtcMs: Date.UTC(2031, 3, 1) }
    return seal(44, { items: [...events, CONTENT], manifest })
  },
}
