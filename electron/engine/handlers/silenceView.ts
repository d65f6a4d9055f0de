/** A procedure as this machine sees it: the folded state, with its own clock and its own admission times beside it. */
import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'
import { presentEntries } from '../../../shared/circle/roster.ts'
import { receiptTimes, type ReceiptTimes } from '../../../shared/dossier/served.ts'
import type { SilenceState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { canBreak } from '../../../shared/silence/profiles.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import type { FoldedDossier, Session } from './context.ts'
import { iAmSetter, revisionUnder } from './silenceProcedure.ts'

type SilenceView = Output<'silence.show'>
type Row = SilenceView['rows'][number]

/** All procedures of one dossier: the receipts are read once for all of them. */
export function silenceViews(session: Session, folded: FoldedDossier, nowUtcMs: number): SilenceView[] {
  const receipts = receiptsFor(session, folded)
  return folded.state.silences.map((silence) => viewOf(session, folded, silence, receipts, nowUtcMs))
}

export function receiptsFor(session: Session, { circle, state }: FoldedDossier): ReceiptTimes {
  const events = session.circleEvents(circle.circle).map((stored) => stored.event)
  return receiptTimes(state.silences.map((silence) => silence.procedure), events, circle)
}

/** One row per delegation of the circle, members first, each part in protocol order. */
export function silenceRows({ circle }: FoldedDossier, silence: SilenceState, receipts: ReceiptTimes): Row[] {
  const present = presentEntries(circle)
  const members = new Set(present.filter((entry) => canBreak(entry.delegation, entry.member)).map((entry) => entry.delegation))
  const delegations = new Set([...present.map((entry) => entry.delegation), ...silence.responses.map((response) => response.delegation)])
  const byRank = (a: Delegation, b: Delegation): number => Number(members.has(b)) - Number(members.has(a)) || compareDelegations(a, b)
  return [...delegations].sort(byRank).map((delegation) => ({
    delegation, member: members.has(delegation), served: silence.servedTo.includes(delegation),
    receiptAtUtcMs: receipts.get(silence.procedure)?.get(delegation) ?? null,
    responses: silence.responses.filter((response) => response.delegation === delegation).map((response) => response.event),
  }))
}

function viewOf(session: Session, folded: FoldedDossier, silence: SilenceState, receipts: ReceiptTimes, nowUtcMs: number): SilenceView {
  const { state } = folded
  const revision = revisionUnder(folded, silence)
  const rows = silenceRows(folded, silence, receipts)
  const answers = new Set(silence.responses.map((response) => response.event))
  return {
    silence: { ...silence, phase: phaseAt(silence, nowUtcMs) }, dossier: state.dossier, dossierTitle: state.title,
    textTitle: revision.title, number: documentNumber(revision.cover, revision.rev), exercise: state.exercise, rows,
    admissions: folded.events.filter(({ event }) => answers.has(event.id)).map(({ event, admittedAtUtcMs }) => ({ event: event.id, admittedAtUtcMs })),
    iAmSetter: iAmSetter(session, folded, silence.profile),
    iAnswered: silence.responses.some((response) => response.delegation === session.me.delegation),
    missing: rows.filter((row) => row.member && !row.served && state.distribution.includes(row.delegation)).map((row) => row.delegation),
  }
}
