/**
 * Silence procedures from events alone. What counts is what the setter had admitted when a person of it closed the intake: that is causal,
 * so every machine comes to the same answer. What the setter does with a procedure: silenceLife.ts.
 */
import type { EventId } from '../base/identifiers.ts'
import { parseCertificate } from '../silence/certificate.ts'
import { NO_OUTCOME, outcomeOf, type Outcome } from '../silence/outcome.ts'
import type { Phase } from '../silence/procedure.ts'
import { breakersOf, canBreak } from '../silence/profile.ts'
import { revLabel } from '../text/revision.ts'
import { clockFinder, type FindClocks } from './clockFindings.ts'
import type { Ledger, Reading } from './ledger.ts'
import { isSetter } from './permissions.ts'
import { servedDelegations, type ReceiptTimes } from './served.ts'
import { lifeOf, type Life } from './silenceLife.ts'
import { proceedingsOf, type AnswerWithdrawal, type PreparedProceedings, type Proceedings, type SilenceSource } from './silenceProceedings.ts'
import type { SilenceDraft, SilenceResponse, SilenceState } from './state.ts'

type Certification = Reading<'silence.certified'>
type Forwarding = Reading<'silence.forwarded'>
type Use = Reading<'silence.useStated'>

export function foldSilences(source: SilenceSource, receiptsOf: (procedures: readonly EventId[]) => ReceiptTimes): { silences: SilenceState[]; drafts: SilenceDraft[] } {
  const { ledger } = source
  const { procedures, drafts } = proceedingsOf(source)
  const receipts = receiptsOf(procedures.map(({ opening }) => opening.event.id))
  const clocks = clockFinder(ledger.causality)
  const silences = procedures.map((one) => silenceOf(ledger, one, receipts, clocks))
  const followers = new Map(silences.flatMap((one) => (one.follows === null ? [] : [[one.follows, one.procedure] as const])))
  return {
    silences: silences.map((one) => ({ ...one, followedBy: followers.get(one.procedure) ?? null })),
    drafts: drafts.map((one) => draftOf(ledger, one)),
  }
}

function draftOf(ledger: Ledger, { draft, revision, profile, use, withdrawn, openedAs }: PreparedProceedings): SilenceDraft {
  const { text, textHash, deadline, forwardTo, notice, follows } = draft.body
  const subject = `${revision.title}, ${revLabel(revision.rev)}`
  for (const reading of [draft, withdrawn, ...(openedAs === null ? use : [])]) if (reading !== null) ledger.apply(reading, subject)
  return {
    ...draft.statement, text, revision: revision.event, rev: revision.rev, textHash, profile: draft.body.profile, rules: rulesOf(profile), deadline, forwardTo, notice, follows,
    use: useOf(use, profile), withdrawn: withdrawn && { ...withdrawn.statement, reason: withdrawn.body.reason }, openedAs,
  }
}

function rulesOf(profile: Proceedings['profile']): SilenceState['rules'] {
  const { id: _, ...rules } = profile
  return rules
}

function useOf(use: readonly Use[], profile: Proceedings['profile']): SilenceState['use'] {
  return use.map(({ statement, body, entry }) => ({ ...statement, agrees: body.agrees, where: body.where, remark: body.remark, asSetter: isSetter(entry, profile) }))
}

function silenceOf(ledger: Ledger, proceedings: Proceedings, receipts: ReceiptTimes, clocks: FindClocks): SilenceState {
  const { opening, revision, profile } = proceedings
  const { body, event, statement } = opening
  const life = lifeOf(ledger, opening, proceedings.acts, (at) => brokenAt(ledger, proceedings, at))
  const { responses, withdrawals } = responsesOf(ledger, proceedings, life, clocks)
  const outcome = life.withdrawal ? NO_OUTCOME : outcomeOf(profile, body.forwardTo, breakersOf(profile, responses.map((one) => ({ ...one, withdrawn: one.withdrawn !== null }))), life.closing !== null)
  const certified = certificationOf(ledger, proceedings, life, outcome)
  const forwarded = forwardingsOf(ledger, proceedings, life, outcome)
  const subject = `${revision.title}, ${revLabel(revision.rev)}`
  const said = [opening, ...life.acts.map((act) => act.said), ...proceedings.answers, ...withdrawals, ...proceedings.served, ...proceedings.use, ...forwarded, certified]
  for (const reading of said) if (reading !== null) ledger.apply(reading, subject)
  return {
    ...statement, procedure: event.id, text: body.text, revision: revision.event, rev: revision.rev, textHash: body.textHash, profile: body.profile, rules: rulesOf(profile),
    draft: body.draft, follows: body.follows, followedBy: null, deadline: life.deadline, firstDeadline: body.deadline, ...lifeStatements(ledger, life),
    forwardTo: body.forwardTo, notice: body.notice, use: useOf(proceedings.use, profile), responses,
    servedTo: servedDelegations(ledger, event.id, receipts),
    servedOtherwise: proceedings.served.map((one) => ({ ...one.statement, delegations: one.body.delegations, how: one.body.how })),
    phase: phaseOf(outcome, life, certified),
    intakeClosed: life.closing && { ...life.closing.statement, note: life.closing.body.note, clock: clocks(life.closing.event, event) },
    withdrawn: life.withdrawal && { ...life.withdrawal.statement, reason: life.withdrawal.body.reason },
    outcome, certified: certified && certified.statement,
    forwarded: forwarded.map((one) => ({ ...one.statement, step: one.body.step, body: one.body.body, note: one.body.note })),
  }
}

function lifeStatements(ledger: Ledger, { acts }: Life): Pick<SilenceState, 'extensions' | 'suspensions'> {
  const resumptions = acts.flatMap((act) => (act.kind === 'resumed' ? [act.said] : []))
  const ending = (suspension: EventId) => resumptions.find((one) => ledger.causality.isBefore(suspension, one.event.id))
  return {
    extensions: acts.flatMap((act) => (act.kind === 'extended' ? [{ ...act.said.statement, deadline: act.said.body.deadline, reason: act.said.body.reason }] : [])),
    suspensions: acts.flatMap((act) => {
      if (act.kind !== 'suspended') return []
      const end = ending(act.said.event.id)
      return [{ ...act.said.statement, reason: act.said.body.reason, resumed: end ? { ...end.statement, deadline: end.body.deadline, reason: end.body.reason } : null }]
    }),
  }
}

/** Whether silence was broken by what the author of an event knew: answers and withdrawals that it did not have make no difference. */
function brokenAt(ledger: Ledger, { answers, profile, withdrawals }: Proceedings, at: EventId): boolean {
  const knew = ({ event }: Pick<Reading<'silence.responded'>, 'event'>): boolean => ledger.causality.isBefore(event.id, at)
  const back = new Set(ownWithdrawals(ledger, answers, withdrawals).filter(knew).map((one) => one.body.answer))
  return breakersOf(profile, answers.filter(knew).map(({ event, body, entry }) => ({
    delegation: entry.delegation, response: body.response, canBreak: canBreak(profile, entry.delegation, entry.member), late: false, withdrawn: back.has(event.id),
  }))).length > 0
}

/** Of an answer in this procedure that its author knew, by a person of the delegation that gave it. */
function ownWithdrawals(ledger: Ledger, answers: Proceedings['answers'], withdrawals: readonly AnswerWithdrawal[]): AnswerWithdrawal[] {
  return withdrawals.filter((one) => faultOfWithdrawal(ledger, answers, one) === null)
}

function faultOfWithdrawal(ledger: Ledger, answers: Proceedings['answers'], one: AnswerWithdrawal): 'refersToNothing' | 'role' | null {
  const answer = answers.find(({ event }) => event.id === one.body.answer)
  if (answer === undefined || !ledger.causality.isBefore(answer.event.id, one.event.id)) return 'refersToNothing'
  return answer.entry.delegation === one.entry.delegation ? null : 'role'
}

/** An end of the procedure ends everything that its author did not have. */
function responsesOf(ledger: Ledger, proceedings: Proceedings, life: Life, clocks: FindClocks): { responses: SilenceResponse[]; withdrawals: AnswerWithdrawal[] } {
  const { answers, opening, profile } = proceedings
  const end = life.closing ?? life.withdrawal
  const isLate = (id: EventId): boolean => end !== null && !ledger.causality.isBefore(id, end.event.id)
  const counted = new Map<EventId, AnswerWithdrawal>()
  for (const one of proceedings.withdrawals) {
    const why = faultOfWithdrawal(ledger, answers, one) ?? (isLate(one.event.id) ? 'tooLate' : counted.has(one.body.answer) ? 'duplicate' : null)
    if (why === null) counted.set(one.body.answer, one)
    else ledger.setAside(one.event, why)
  }
  const responses = answers.map(({ event, body, entry, statement }) => {
    const back = counted.get(event.id)
    return {
      ...statement, response: body.response, canBreak: canBreak(profile, entry.delegation, entry.member), late: isLate(event.id),
      withdrawn: back ? { ...back.statement, remark: back.body.remark } : null, clock: clocks(event, opening.event),
    }
  })
  return { responses, withdrawals: [...counted.values()] }
}

/** The causally first certificate that was made with knowledge of the closing and says what the events say. */
function certificationOf(ledger: Ledger, { certifications, opening }: Proceedings, { closing }: Life, outcome: Outcome): Certification | null {
  let counted: Certification | null = null
  for (const certification of certifications) {
    if (closing === null || !ledger.causality.isBefore(closing.event.id, certification.event.id)) ledger.setAside(certification.event, 'tooEarly')
    else if (!saysTheSame(certification, opening, outcome)) ledger.setAside(certification.event, 'bodyMalformed')
    else if (counted !== null) ledger.setAside(certification.event, 'duplicate')
    else counted = certification
  }
  return counted
}

function saysTheSame({ body, entry, statement }: Certification, opening: Proceedings['opening'], outcome: Outcome): boolean {
  const read = parseCertificate(body.certificate)
  if (!read.ok) return false
  const { certified, procedure, signedWith, text, outcome: stated } = read.value
  // The first version named the card itself where this one names the installation, whose keys may have been rotated since.
  const signer = signedWith === entry.fingerprint && [statement.author, entry.fingerprint].includes(certified.by.installation)
  return signer && procedure === opening.event.id && text.hash === opening.body.textHash && text.revision === opening.body.revision
    && stated.broken === outcome.broken && stated.words === outcome.words
}

/** After an unbroken outcome that their author knew, and only steps that the profile provides. */
function forwardingsOf(ledger: Ledger, { forwarded, profile }: Proceedings, { closing }: Life, outcome: Outcome): Forwarding[] {
  return forwarded.filter((one) => {
    const after = closing !== null && ledger.causality.isBefore(closing.event.id, one.event.id)
    const why = !after ? 'tooEarly' : outcome.broken || !profile.after.includes(one.body.step) ? 'profile' : null
    if (why !== null) ledger.setAside(one.event, why)
    return why === null
  })
}

function phaseOf(outcome: Outcome, { closing, suspended, withdrawal }: Life, certified: Certification | null): Phase {
  if (certified !== null) return 'certified'
  if (closing !== null) return 'closed'
  if (withdrawal !== null) return 'withdrawn'
  if (outcome.broken) return 'broken'
  return suspended ? 'suspended' : 'running'
}
