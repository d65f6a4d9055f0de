/**
 * Silence procedures from events alone. What counts is what the setter had admitted when a person of it closed the intake: that is causal,
 * so every machine comes to the same answer. A clock is only asked of the setter's own acts, by the times they claim.
 */
import type { EventId } from '../base/identifiers.ts'
import { parseCertificate } from '../silence/certificate.ts'
import { outcomeOf, type Outcome } from '../silence/outcome.ts'
import type { Deadline, Phase } from '../silence/procedure.ts'
import { PROFILES, breakersOf, canBreak } from '../silence/profiles.ts'
import { revLabel } from '../text/revision.ts'
import type { Ledger, Reading } from './ledger.ts'
import { isSetter, type Distribution } from './permissions.ts'
import { servedDelegations, type ReceiptTimes } from './served.ts'
import type { Revision, SilenceResponse, SilenceState, TextState } from './state.ts'

type Opening = Reading<'silence.opened'>
type Extension = Reading<'silence.extended'>
type Closing = Reading<'silence.intakeClosed'>
type Certification = Reading<'silence.certified'>
type Answer = Reading<'silence.responded'>
type About = Extension | Closing | Certification | Answer

/** Everything said about one procedure, in causal order. */
interface Proceedings {
  readonly opening: Opening
  readonly revision: Revision
  readonly extensions: readonly Extension[]
  readonly closings: readonly Closing[]
  readonly certifications: readonly Certification[]
  readonly answers: readonly Answer[]
}

export function foldSilences(ledger: Ledger, distribution: Distribution, texts: readonly TextState[], receiptsOf: (procedures: readonly EventId[]) => ReceiptTimes): SilenceState[] {
  const proceedings = proceedingsOf(ledger, distribution, texts)
  const receipts = receiptsOf(proceedings.map(({ opening }) => opening.event.id))
  return proceedings.map((one) => silenceOf(ledger, one, receipts))
}

function proceedingsOf(ledger: Ledger, distribution: Distribution, texts: readonly TextState[]): Proceedings[] {
  const revisions = new Map(texts.flatMap(({ text, revisions: all }) => all.map((revision) => [revision.event, { text, revision }] as const)))
  const openings = new Map<EventId, { opening: Opening; revision: Revision }>()
  for (const opening of ledger.read('silence.opened', distribution)) {
    const found = revisions.get(opening.body.revision)
    if (!isSetter(opening.entry, opening.body.profile)) ledger.setAside(opening.event, 'role')
    else if (found?.text !== opening.body.text || found.revision.textHash !== opening.body.textHash) ledger.setAside(opening.event, 'refersToNothing')
    else openings.set(opening.event.id, { opening, revision: found.revision })
  }
  const about = <T extends About>(readings: readonly T[]): ReadonlyMap<EventId, T[]> => {
    for (const { event, body } of readings) if (!openings.has(body.procedure)) ledger.setAside(event, 'refersToNothing')
    return Map.groupBy(readings, (reading) => reading.body.procedure)
  }
  const extensions = about(ledger.read('silence.extended', distribution))
  const closings = about(ledger.read('silence.intakeClosed', distribution))
  const certifications = about(ledger.read('silence.certified', distribution))
  const answers = about(ledger.read('silence.responded', distribution))
  return [...openings].map(([id, { opening, revision }]) => {
    const bySetter = <T extends About>(readings: readonly T[] = []): T[] => readings.filter((reading) => {
      const may = isSetter(reading.entry, opening.body.profile)
      if (!may) ledger.setAside(reading.event, 'role')
      return may
    })
    return {
      opening, revision, extensions: bySetter(extensions.get(id)), closings: bySetter(closings.get(id)),
      certifications: bySetter(certifications.get(id)), answers: answers.get(id) ?? [],
    }
  })
}

function silenceOf(ledger: Ledger, proceedings: Proceedings, receipts: ReceiptTimes): SilenceState {
  const { opening, revision } = proceedings
  const { body, event, statement } = opening
  const timely = timelyExtensions(ledger, opening, proceedings.extensions)
  const closing = closingOf(ledger, opening, timely, proceedings.closings)
  const extensions = knownAtClosing(ledger, timely, closing)
  const responses = responsesOf(ledger, proceedings.answers, closing)
  const breakers = breakersOf(PROFILES[body.profile], responses)
  const outcome = outcomeOf(PROFILES[body.profile], body.forwardTo, breakers, closing !== null)
  const certified = certificationOf(ledger, proceedings.certifications, closing, { opening, outcome })
  const subject = `${revision.title}, ${revLabel(revision.rev)}`
  for (const reading of [opening, ...extensions, closing, certified, ...proceedings.answers]) if (reading !== null) ledger.apply(reading, subject)
  return {
    ...statement, procedure: event.id, text: body.text, revision: revision.event, rev: revision.rev, textHash: body.textHash, profile: body.profile,
    deadline: latest(opening, extensions), firstDeadline: body.deadline,
    extensions: extensions.map((one) => ({ ...one.statement, deadline: one.body.deadline, reason: one.body.reason })),
    forwardTo: body.forwardTo, notice: body.notice, responses, servedTo: servedDelegations(ledger, event.id, receipts),
    phase: phaseOf(outcome, closing, certified), intakeClosed: closing && { ...closing.statement, note: closing.body.note },
    outcome, certified: certified && certified.statement,
  }
}

/** Set before the deadline that was in force for their author ended, by the author's own clock, and really later than it. */
function timelyExtensions(ledger: Ledger, opening: Opening, extensions: readonly Extension[]): Extension[] {
  const timely: Extension[] = []
  for (const extension of extensions) {
    const inForce = latest(opening, timely.filter((one) => ledger.causality.isBefore(one.event.id, extension.event.id)))
    if (extension.statement.claimedAtUtcMs >= inForce.utcMs) ledger.setAside(extension.event, 'tooLate')
    else if (extension.body.deadline.utcMs <= inForce.utcMs) ledger.setAside(extension.event, 'tooEarly')
    else timely.push(extension)
  }
  return timely
}

/** The causally first closing after the deadline that its author knew. */
function closingOf(ledger: Ledger, opening: Opening, extensions: readonly Extension[], closings: readonly Closing[]): Closing | null {
  let counted: Closing | null = null
  for (const closing of closings) {
    const inForce = latest(opening, extensions.filter((one) => ledger.causality.isBefore(one.event.id, closing.event.id)))
    if (closing.statement.claimedAtUtcMs < inForce.utcMs) ledger.setAside(closing.event, 'tooEarly')
    else if (counted !== null) ledger.setAside(closing.event, 'duplicate')
    else counted = closing
  }
  return counted
}

/** Closing ends everything that the closer did not have: an extension that crosses with it comes too late, as an answer would. */
function knownAtClosing(ledger: Ledger, extensions: readonly Extension[], closing: Closing | null): Extension[] {
  return extensions.filter((extension) => {
    const known = closing === null || ledger.causality.isBefore(extension.event.id, closing.event.id)
    if (!known) ledger.setAside(extension.event, 'tooLate')
    return known
  })
}

function latest(opening: Opening, extensions: readonly Extension[]): Deadline {
  return extensions.map((one) => one.body.deadline).reduce((last, one) => (one.utcMs > last.utcMs ? one : last), opening.body.deadline)
}

function responsesOf(ledger: Ledger, answers: readonly Answer[], closing: Closing | null): SilenceResponse[] {
  return answers.map(({ event, body, entry, statement }) => ({
    ...statement, response: body.response, canBreak: canBreak(entry.delegation, entry.member),
    late: closing !== null && !ledger.causality.isBefore(event.id, closing.event.id),
  }))
}

/** The causally first certificate that was made with knowledge of the closing and says what the events say. */
function certificationOf(ledger: Ledger, certifications: readonly Certification[], closing: Closing | null, about: { opening: Opening; outcome: Outcome }): Certification | null {
  let counted: Certification | null = null
  for (const certification of certifications) {
    if (closing === null || !ledger.causality.isBefore(closing.event.id, certification.event.id)) ledger.setAside(certification.event, 'tooEarly')
    else if (!saysTheSame(certification, about)) ledger.setAside(certification.event, 'bodyMalformed')
    else if (counted !== null) ledger.setAside(certification.event, 'duplicate')
    else counted = certification
  }
  return counted
}

function saysTheSame({ body, entry }: Certification, { opening, outcome }: { opening: Opening; outcome: Outcome }): boolean {
  const read = parseCertificate(body.certificate)
  if (!read.ok) return false
  const { certified, procedure, text, outcome: stated } = read.value
  return procedure === opening.event.id && text.hash === opening.body.textHash && text.revision === opening.body.revision
    && certified.by.installation === entry.fingerprint && stated.broken === outcome.broken && stated.words === outcome.words
}

function phaseOf(outcome: Outcome, closing: Closing | null, certified: Certification | null): Phase {
  if (certified !== null) return 'certified'
  if (closing !== null) return 'closed'
  return outcome.broken ? 'broken' : 'running'
}
