import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import { entriesOf } from '../../../shared/dossier/entries.ts'
import { overdueOf } from '../../../shared/dossier/overdue.ts'
import type { SilenceState, TextState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import type { FoldedDossier, VaultHandler, VaultSession } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { iAmSetter } from './silenceProcedure.ts'
import { uncountedAnswers, uncountedIn } from './silenceUncounted.ts'

type Desk = Output<'desk.show'>
type Item = Desk['items'][number]

/** What needs me now: procedures first, by deadline, then texts, then what has not left this machine. */
export const deskShow: VaultHandler<'desk.show'> = async (_input, session, { now }) => {
  const dossiers = session.dossiers()
  const sent = sentEvents(session)
  const items = dossiers.flatMap((folded) => [
    ...uncountedItems(folded, session),
    ...folded.state.silences.flatMap((silence) => silenceItem(folded, silence, session, now()) ?? []),
    ...folded.state.texts.flatMap((text) => textItems(folded, text, session)),
    ...overdueItems(folded, now()),
    ...unsentItem(folded, sent, session),
  ])
  return ok({ items: items.toSorted(byUrgency), counts: countsOf(dossiers) })
}

function countsOf(dossiers: readonly FoldedDossier[]): Desk['counts'] {
  const sum = (count: (folded: FoldedDossier) => number): number => dossiers.reduce((total, folded) => total + count(folded), 0)
  return { dossiers: dossiers.length, texts: sum(({ state }) => state.texts.length), silences: sum(({ state }) => state.silences.length) }
}

const URGENCY: readonly Item['kind'][] = ['answersUncounted', 'silenceRunning', 'silenceToClose', 'silenceBroken', 'silenceToCertify', 'toConsolidate', 'draftKept', 'actionOverdue', 'suggestionsAwaited', 'nothingSentYet']

function byUrgency(a: Item, b: Item): number {
  return URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || (a.deadlineUtcMs ?? 0) - (b.deadlineUtcMs ?? 0) || (a.title < b.title ? -1 : 1)
}

function itemOf({ circle, state }: FoldedDossier, kind: Item['kind'], rest: Partial<Item>): Item {
  return {
    kind, circle: circle.circle, dossier: state.dossier, text: null, rev: null, procedure: null, title: state.title, reference: state.reference,
    deadlineUtcMs: null, openedUtcMs: null, count: 0, answered: false, ...rest,
  }
}

/** For the setter, before anything else: what lies here and would be lost without a sound if the intake were closed. */
function uncountedItems(folded: FoldedDossier, session: VaultSession): Item[] {
  const mine = folded.state.silences.filter((one) => one.intakeClosed === null && one.withdrawn === null && !one.outcome.broken && iAmSetter(session, folded, one.rules))
  const answers = mine.length === 0 ? [] : uncountedAnswers(session, folded)
  return mine.flatMap((silence) => {
    const { length: count } = uncountedIn(answers, silence).filter((one) => one.mayBreak)
    return count === 0 ? [] : [itemOf(folded, 'answersUncounted', { rev: silence.rev, procedure: silence.procedure, title: revisionTitle(folded, silence), openedUtcMs: silence.claimedAtUtcMs, count })]
  })
}

/** `silenceToClose` once the deadline has passed; a broken one may be closed at once. Nothing is asked of anybody while one is suspended. */
function silenceItem(folded: FoldedDossier, silence: SilenceState, session: VaultSession, nowUtcMs: number): Item | null {
  const answered = silence.responses.some((response) => response.delegation === session.me.delegation)
  const facts = {
    text: silence.text, rev: silence.rev, procedure: silence.procedure, title: revisionTitle(folded, silence), deadlineUtcMs: silence.deadline.utcMs,
    openedUtcMs: silence.claimedAtUtcMs, count: silence.responses.length, answered,
  }
  const phase = phaseAt(silence, nowUtcMs)
  if (phase === 'running') return itemOf(folded, 'silenceRunning', facts)
  if (!iAmSetter(session, folded, silence.rules)) return null
  if (phase === 'closed') return itemOf(folded, 'silenceToCertify', facts)
  if (phase === 'broken') return itemOf(folded, 'silenceBroken', facts)
  return phase === 'expired' ? itemOf(folded, 'silenceToClose', facts) : null
}

function revisionTitle({ state }: FoldedDossier, silence: SilenceState): string {
  const revisions = state.texts.find((text) => text.text === silence.text)?.revisions ?? []
  return revisions.find((revision) => revision.event === silence.revision)?.title ?? state.title
}

/** Suggestions in preparation take the place of those awaited on the same REV. */
function textItems(folded: FoldedDossier, text: TextState, session: VaultSession): Item[] {
  const drafts = draftItems(folded, text, session)
  const item = textItem(folded, text, session)
  const underWay = item?.kind === 'suggestionsAwaited' && drafts.some((draft) => draft.rev === item.rev)
  return item === null || underWay ? drafts : [item, ...drafts]
}

/** One for each REV on which something was typed and not handed in, also where that REV has a successor by now. */
function draftItems(folded: FoldedDossier, { text, revisions }: TextState, session: VaultSession): Item[] {
  const drafts = session.store.drafts.all().filter((draft) => draft.kind === 'suggestions' && draft.dossier === folded.state.dossier && draft.text === text)
  return drafts.flatMap(({ rev, parts }) => {
    const revision = revisions.find((one) => one.rev === rev)
    return revision ? [itemOf(folded, 'draftKept', { text, rev, title: revision.title, openedUtcMs: revision.claimedAtUtcMs, count: parts })] : []
  })
}

/** Whoever issues the REVs settles what came in; everybody else is awaited until it has suggested something or silence runs on the text. */
function textItem(folded: FoldedDossier, { text, revisions }: TextState, session: VaultSession): Item | null {
  const latest = revisions.at(-1)
  if (!latest) return null
  const facts = { text, rev: latest.rev, title: latest.title, openedUtcMs: latest.claimedAtUtcMs }
  if (mayAuthorHere(session, folded, 'text.revIssued')) {
    const open = latest.suggestions.filter((received) => received.verdict === null).length
    return open === 0 ? null : itemOf(folded, 'toConsolidate', { ...facts, count: open })
  }
  const underSilence = folded.state.silences.some((silence) => silence.revision === latest.event)
  const suggested = latest.suggestions.some((received) => received.delegation === session.me.delegation)
  const awaited = !underSilence && !suggested && mayAuthorHere(session, folded, 'text.amended')
  return awaited ? itemOf(folded, 'suggestionsAwaited', facts) : null
}

/** Open actions whose day has passed, by the calendar of Brussels. */
function overdueItems(folded: FoldedDossier, nowUtcMs: number): Item[] {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(nowUtcMs)
  return entriesOf(folded.state.entries, 'action').flatMap((action) => {
    const { content, claimedAtUtcMs } = action
    const days = overdueOf(action, today)
    return days === 0 ? [] : [itemOf(folded, 'actionOverdue', { title: content.what, openedUtcMs: claimedAtUtcMs, count: days })]
  })
}

function sentEvents(session: VaultSession): ReadonlySet<EventId> {
  return new Set(session.store.bundles.all().filter((bundle) => bundle.direction === 'out').flatMap((bundle) => bundle.events))
}

function unsentItem(folded: FoldedDossier, sent: ReadonlySet<EventId>, session: VaultSession): Item[] {
  const count = mineIn(folded.state.dossier, session).filter((id) => !sent.has(id)).length
  return count === 0 ? [] : [itemOf(folded, 'nothingSentYet', { count })]
}

function mineIn(dossier: DossierId, session: VaultSession): EventId[] {
  return session.held.inDossier(dossier).filter(({ event }) => session.isMe(event.header.log)).map(({ event }) => event.id)
}
