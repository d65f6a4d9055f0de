/** A procedure as this machine sees it: the folded state, with its own clock, its own bundles and its own admission times beside it. */
import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { presentEntries } from '../../../shared/circle/roster.ts'
import { receiptTimes, type ReceiptTimes } from '../../../shared/dossier/served.ts'
import { placeLabel } from '../../../shared/dossier/reservedPassage.ts'
import type { SilenceDraft, SilenceState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { canBreak } from '../../../shared/silence/profile.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import type { FoldedDossier, Session, VaultSession } from './context.ts'
import { iAmSetter, revisionUnder } from './silenceProcedure.ts'
import { sentTimes, type SentTimes } from './silenceSent.ts'
import { uncountedAnswers, uncountedIn, type Uncounted } from './silenceUncounted.ts'

type SilenceView = Output<'silence.show'>
type Row = SilenceView['rows'][number]

/** All procedures of one dossier: receipts and bundles are read once for all of them. */
export function silenceViews(session: VaultSession, folded: FoldedDossier, nowUtcMs: number): SilenceView[] {
  const { silences } = folded.state
  if (silences.length === 0) return []
  const known = { receipts: receiptsFor(session, folded), sent: sentTimes(session, folded.circle, silences.map((one) => one.procedure)), uncounted: uncountedAnswers(session, folded) }
  return silences.map((silence) => viewOf(session, folded, silence, known, nowUtcMs))
}

export function receiptsFor(session: Session, { circle, state }: FoldedDossier): ReceiptTimes {
  const events = session.circleEvents(circle.circle).map((stored) => stored.event)
  return receiptTimes(state.silences.map((silence) => silence.procedure), events, circle)
}

export interface KnownService {
  readonly receipts: ReceiptTimes
  readonly sent: SentTimes
}

/** One row per delegation of the circle, members first, each part in protocol order. */
export function silenceRows({ circle }: FoldedDossier, silence: SilenceState, { receipts, sent }: KnownService): Row[] {
  const present = presentEntries(circle)
  const members = new Set(present.filter((entry) => canBreak(silence.rules, entry.delegation, entry.member)).map((entry) => entry.delegation))
  const delegations = new Set([...present.map((entry) => entry.delegation), ...silence.responses.map((response) => response.delegation)])
  const byRank = (a: Delegation, b: Delegation): number => Number(members.has(b)) - Number(members.has(a)) || compareDelegations(a, b)
  return [...delegations].sort(byRank).map((delegation) => {
    const otherwise = silence.servedOtherwise.filter((one) => one.delegations.includes(delegation)).map((one) => one.how)
    return {
      delegation, member: members.has(delegation), served: silence.servedTo.includes(delegation) || otherwise.length > 0, servedOtherwise: otherwise.join('; '),
      sentAtUtcMs: sent.get(silence.procedure)?.get(delegation) ?? null, receiptAtUtcMs: receipts.get(silence.procedure)?.get(delegation) ?? null,
      responses: silence.responses.filter((response) => response.delegation === delegation).map((response) => response.event),
    }
  })
}

function viewOf(session: VaultSession, folded: FoldedDossier, silence: SilenceState, known: KnownService & { readonly uncounted: readonly Uncounted[] }, nowUtcMs: number): SilenceView {
  const { state } = folded
  const revision = revisionUnder(folded, silence)
  const rows = silenceRows(folded, silence, known)
  const answers = new Set(silence.responses.map((response) => response.event))
  const lacking = rows.filter((row) => row.member && !row.served && state.distribution.includes(row.delegation))
  const text = state.texts.find((one) => one.text === silence.text)
  const latest = text?.revisions.at(-1)
  return {
    silence: { ...silence, phase: phaseAt(silence, nowUtcMs) }, dossier: state.dossier, dossierTitle: state.title, reference: state.reference,
    textTitle: revision.title, number: documentNumber(revision.cover, revision.rev), exercise: state.exercise, rows,
    admissions: folded.events.filter(({ event }) => answers.has(event.id)).map(({ event, admittedAtUtcMs }) => ({ event: event.id, admittedAtUtcMs })),
    reservations: state.reservations.filter((one) => one.text === silence.text && one.rev <= silence.rev).map((one) => ({ ...one, label: placeLabel(text?.revisions ?? [], one.rev, one.place) })),
    iAmSetter: iAmSetter(session, folded, silence.rules),
    iAnswered: silence.responses.some((response) => response.delegation === session.me.delegation),
    mine: standingOf(session, silence), clockSetBackMs: clockSetBackMs(session, folded, nowUtcMs),
    chase: lacking.map(({ delegation, sentAtUtcMs }) => ({ delegation, lacks: sentAtUtcMs === null ? 'notSent' as const : 'noReceipt' as const })),
    missing: lacking.map((row) => row.delegation),
    uncounted: silence.withdrawn === null ? uncountedIn(known.uncounted, silence) : [],
    laterRev: latest !== undefined && latest.rev > silence.rev ? latest.rev : null,
  }
}

/** Answers of this delegation that could be withdrawn. */
function standingOf(session: Session, silence: SilenceState): EventId[] {
  return silence.responses.filter((one) => one.delegation === session.me.delegation && one.withdrawn === null).map((one) => one.event)
}

/** Claimed times are the author's own: a clock that went back since is told to the person before it says more. */
function clockSetBackMs(session: Session, { events }: FoldedDossier, nowUtcMs: number): number {
  const mine = events.filter(({ event }) => session.isMe(event.header.log)).map(({ event }) => event.header.claimedAtUtcMs)
  return Math.max(0, ...mine.map((claimed) => claimed - nowUtcMs))
}

export function draftViews(session: Session, folded: FoldedDossier): Output<'silence.list'>['drafts'] {
  const { state } = folded
  const open = (draft: SilenceDraft): boolean => draft.openedAs === null && draft.withdrawn === null
  return state.silenceDrafts.filter(open).map((draft) => {
    const revision = revisionUnder(folded, draft)
    return {
      draft, dossier: state.dossier, dossierTitle: state.title, textTitle: revision.title, number: documentNumber(revision.cover, revision.rev),
      exercise: state.exercise, iAmSetter: iAmSetter(session, folded, draft.rules),
    }
  })
}
