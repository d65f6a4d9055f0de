/** Which events and contents go to whom: what the release gate lets through, less what each recipient is known to have. */
import type { CircleId, DossierId, EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { presentEntries, type CircleState, type RosterEntry } from '../../../shared/circle/roster.ts'
import type { Attachment } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { causalOrder } from '../../../shared/log/causal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { withoutBody } from '../../../shared/log/verify.ts'
import { releaseOfDossier, releaseOfItem, type Recipient, type Release } from '../../../shared/marking/release.ts'
import type { HeldBecause } from '../../../shared/marking/releaseRules.ts'
import { placeOf } from './attachmentContent.ts'
import type { VaultSession } from './context.ts'
import { dossierOpening } from './eventSubject.ts'
import { isWhole } from './rosterConflict.ts'
import { recipientKnowledge, type Known } from './recipientKnowledge.ts'
import { canBeHeld, dossierFacts, type DossierFacts } from './releaseFacts.ts'

export interface Choice {
  readonly circle: CircleId
  /** Empty: everybody in the roster but me. */
  readonly recipients: readonly InstallationId[]
  /** Also what a recipient is known to have. */
  readonly everything: boolean
  /** Attachments whose content turned out not to be readable. */
  readonly unreadable?: ReadonlySet<EventId>
}

/** Held back whole, or only its body while the chain goes on, or only the content of the attachment that it adds. */
export interface HeldItem {
  readonly event: VerifiedEvent
  readonly why: HeldBecause
  readonly part: 'event' | 'body' | 'content'
}

export interface Addressee {
  readonly entry: RosterEntry
  /** Dossiers that it may have. */
  readonly dossiers: ReadonlySet<DossierId>
  /** Events in them whose body it may not have, whether it lacks them or not. */
  readonly bodiesHeld: ReadonlySet<EventId>
  /** What it may have and is not known to have, or all that it may have. */
  readonly gets: readonly VerifiedEvent[]
  readonly contents: readonly Attachment[]
  /** What it lacks and may not have. */
  readonly held: readonly HeldItem[]
}

/** Recipients that may have the same things, and what goes to them in one file. */
export interface Parcel {
  readonly addressees: readonly Addressee[]
  /** Whether all its dossiers are exercises or all are real; null where nothing but the circle's own events is in it. */
  readonly exercise: boolean | null
  /** What the file may say how far one has it: dossiers of its kind that they may have. */
  readonly dossiers: readonly DossierId[]
  /** In causal order, as they travel: those that are held back without their body. */
  readonly events: readonly VerifiedEvent[]
  readonly contents: readonly Attachment[]
  /** Contents for which this file has no room. */
  readonly left: readonly Attachment[]
}

export interface Selection {
  readonly state: CircleState
  readonly addressees: readonly Addressee[]
  readonly parcels: readonly Parcel[]
}

/** What the contents of one file may come to, so that the file still fits on a stick (FAT32: 4 GiB) with everything else in it. */
const MOST_CONTENT_BYTES = 3.5 * 1024 ** 3

export function selectEvents(choice: Choice, session: VaultSession): Result<Selection, Refusal> {
  const state = session.circle(choice.circle)
  if (state === null) return err(refusal('circle-unknown'))
  const whole = isWhole(choice.circle, session)
  if (!whole.ok) return whole
  const others = presentEntries(state).filter((entry) => !session.isMe(entry.installation))
  const chosen = choice.recipients.length === 0 ? others : others.filter((entry) => choice.recipients.includes(entry.installation))
  if (chosen.length === 0) return err(refusal('no-recipients'))
  const addressees = addresseesFor(chosen, choice, state, session)
  return ok({ state, addressees, parcels: parcelsFor(addressees, session) })
}

/** The same question for everybody asked about: facts of a dossier are gathered once. */
export function addresseesFor(entries: readonly RosterEntry[], choice: Omit<Choice, 'recipients'>, state: CircleState, session: VaultSession): Addressee[] {
  const { knownTo } = recipientKnowledge(choice.circle, session)
  const facts = new Map(session.held.dossiersOf(choice.circle).map((dossier) => [dossier, dossierFacts(dossier, state, session)]))
  return entries.map((entry) => addresseeOf(entry, { ...choice, known: knownTo(entry.installation), facts }, session))
}

interface Question extends Omit<Choice, 'recipients'> {
  readonly known: Known
  readonly facts: ReadonlyMap<DossierId, DossierFacts | null>
}

/** Gathers the answer for one recipient, event by event. */
interface Answer {
  readonly bodiesHeld: Set<EventId>
  readonly gets: VerifiedEvent[]
  readonly contents: Attachment[]
  readonly held: HeldItem[]
}

function addresseeOf(entry: RosterEntry, question: Question, session: VaultSession): Addressee {
  const answer: Answer = { bodiesHeld: new Set(), gets: [], contents: [], held: [] }
  const dossiers = new Set<DossierId>()
  const lacks = (event: VerifiedEvent): boolean => question.everything || (event.header.log !== entry.installation && !question.known.events.has(event.id))
  for (const { event } of session.held.inCircle(question.circle)) if (lacks(event)) answer.gets.push(event)
  for (const [dossier, facts] of question.facts) {
    // A dossier whose opening is not here has no distribution list that one could go by: it stays.
    if (facts === null) continue
    const recipient = recipientOf(entry, facts)
    const whole = releaseOfDossier(facts.release, recipient)
    const events = session.held.inDossier(dossier).map((stored) => stored.event)
    if (!whole.goes) {
      answer.held.push(...events.filter(lacks).map((event): HeldItem => ({ event, why: whole.why, part: 'event' })))
      continue
    }
    dossiers.add(dossier)
    const gate = (event: VerifiedEvent): Release => {
      const item = facts.item(event)
      return item === null ? whole : releaseOfItem(item, facts.release, recipient, session.me.delegation)
    }
    for (const event of events) decideEvent(event, { release: gate(event), lacks: lacks(event), question }, answer)
    decideContents(dossier, { entry, question, session }, answer)
  }
  return { entry, dossiers, ...answer }
}

/** The secretariat keeps every dossier of its circle, and whoever opened one has it already. */
function recipientOf({ delegation, installation, roles, untilEpoch }: RosterEntry, { opening }: DossierFacts): Recipient {
  return { delegation, removed: untilEpoch !== null, keepsDossier: roles.includes('secretariat') || installation === opening.openedBy }
}

interface Decision {
  readonly release: Release
  readonly lacks: boolean
  readonly question: Question
}

function decideEvent(event: VerifiedEvent, { lacks, question, release }: Decision, answer: Answer): void {
  const lacksBody = lacks || (canBeHeld(event) && !question.known.hasBody(event.id))
  if (release.goes) {
    if (lacks || (lacksBody && event.signed.body !== null)) answer.gets.push(event)
    return
  }
  answer.bodiesHeld.add(event.id)
  if (lacks) answer.gets.push(withoutBody(event))
  if (lacksBody) answer.held.push({ event, why: release.why, part: 'body' })
}

interface Whose {
  readonly entry: RosterEntry
  readonly question: Question
  readonly session: VaultSession
}

/** Contents go where their event goes with its body. What its originator or the recipient has destroyed goes nowhere. */
function decideContents(dossier: DossierId, { entry, question, session }: Whose, answer: Answer): void {
  for (const attachment of session.dossier(dossier)?.state.attachments ?? []) {
    if (answer.bodiesHeld.has(attachment.event) || attachment.destroyed.some((one) => one.author === entry.installation)) continue
    if (!question.everything && question.known.hasContent(attachment.event)) continue
    const why = whyContentStays(attachment, question, session)
    if (why === null) answer.contents.push(attachment)
    else if (attachment.author !== entry.installation) holdContent(attachment, why, session, answer)
  }
}

function whyContentStays(attachment: Attachment, { unreadable }: Question, session: VaultSession): HeldBecause | null {
  if (attachment.destroyed.some((one) => one.author === attachment.author)) return 'destroyedByOriginator'
  return placeOf(session, attachment) === 'here' && unreadable?.has(attachment.event) !== true ? null : 'contentNotHere'
}

function holdContent({ event }: Attachment, why: HeldBecause, { held }: VaultSession, answer: Answer): void {
  const stored = held.get(event)
  if (stored !== null) answer.held.push({ event: stored.event, why, part: 'content' })
}

/** Nobody is sent a file with nothing new in it. One file is for those alone who may have all that is in it. */
function parcelsFor(addressees: readonly Addressee[], session: VaultSession): Parcel[] {
  const inNeed = addressees.filter((addressee) => addressee.gets.length + addressee.contents.length > 0)
  const groups = Map.groupBy(inNeed, ({ bodiesHeld, dossiers }) => [...[...dossiers].toSorted(), ...[...bodiesHeld].toSorted()].join(' '))
  return [...groups.values()].flatMap((group) => keptApart(group, session))
}

/**
 * What is an exercise never lies in one file with what is real. The circle's own events go with both, so that either may be imported first;
 * they make a file of their own only where there is no other, and whoever lacks nothing else gets them with the first.
 */
function keptApart(group: readonly Addressee[], session: VaultSession): Parcel[] {
  const lacks = new Map(group.map((addressee) => [addressee, kindsIn(addressee, session)]))
  const kinds = [false, true].filter((exercise) => group.some((addressee) => lacks.get(addressee)?.has(exercise)))
  const [first] = kinds
  if (first === undefined) return [parcelOf(group, null, session)]
  return kinds.map((exercise) => {
    const concerned = group.filter((addressee) => lacks.get(addressee)?.has(exercise) === true || (exercise === first && lacks.get(addressee)?.size === 0))
    return parcelOf(concerned, exercise, session)
  })
}

/** Of exercise dossiers (true), of real ones (false), or of neither. */
function kindsIn({ contents, gets }: Addressee, session: VaultSession): ReadonlySet<boolean> {
  const dossiers = new Set([...gets.map((event) => event.header.dossier), ...contents.map((content) => dossierOf(content, session))])
  return new Set([...dossiers].flatMap((dossier) => (dossier === null ? [] : isExercise(dossier, session))))
}

function parcelOf(addressees: readonly Addressee[], exercise: boolean | null, session: VaultSession): Parcel {
  const dossiers = [...addressees[0]?.dossiers ?? []].filter((dossier) => exercise === null || isExercise(dossier, session) === exercise)
  const goes = new Set<DossierId | null>([null, ...dossiers])
  const contents = new Map(addressees.flatMap((addressee) => addressee.contents).map((attachment) => [attachment.event, attachment]))
  return {
    addressees, exercise, dossiers, events: causalOrder(addressees.flatMap((addressee) => addressee.gets).filter((event) => goes.has(event.header.dossier))),
    ...thatFit([...contents.values()].filter((content) => goes.has(dossierOf(content, session)))),
  }
}

function dossierOf({ event }: Attachment, { held }: VaultSession): DossierId | null {
  return held.get(event)?.event.header.dossier ?? null
}

function isExercise(dossier: DossierId, { held }: VaultSession): boolean {
  return dossierOpening(held, dossier)?.exercise === true
}

function thatFit(contents: readonly Attachment[]): Pick<Parcel, 'contents' | 'left'> {
  let bytes = 0
  const fitting = contents.filter(({ sizeBytes }) => {
    const fits = bytes + sizeBytes <= MOST_CONTENT_BYTES
    if (fits) bytes += sizeBytes
    return fits
  })
  return { contents: fitting, left: contents.filter((content) => !fitting.includes(content)) }
}
