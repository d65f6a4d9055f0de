/** Acts 6 and 8: silence procedures with a deadline in Brussels time. The first is broken, the second passes. */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { inBrussels } from '../brusselsTime.ts'
import type { Machine } from './machine.ts'
import { latestRevision, type Deliberation } from './play.ts'
import { planDraftingComment } from './requests.ts'
import { importFrom, replyToSecretariat, writeToAll } from './travel.ts'

export interface PlayedSilence {
  readonly procedure: EventId
  readonly rev: number
  readonly deadline: SilenceView['silence']['deadline']
  readonly broken: boolean
  readonly outcome: string
}

type SilenceView = Output<'silence.show'>

/** Opens a procedure on the latest REV and brings it to every delegation. */
export async function openSilence(deliberation: Deliberation, rev: number, wallTime: string): Promise<EventId> {
  const { narrator, secretariat, delegates, dossier, text } = deliberation
  const deadline = await secretariat.call('silence.readDeadline', { wallTime, zone: 'Europe/Brussels' })
  const { event } = await secretariat.call('silence.open', {
    dossier, text, rev, profile: 'working-party', wallTime, zone: 'Europe/Brussels', forwardTo: 'PSC', draft: null,
    notice: 'Delegations that do not answer by the deadline are taken to agree.',
  })
  const path = await writeToAll(deliberation)
  for (const delegate of delegates) await importFrom(deliberation, delegate, path)
  narrator.tell(`REV ${rev} is under silence until ${inBrussels(deadline.utcMs)}; every delegation has it.`)
  return event
}

/** One delegation answers with a drafting comment that breaks silence, and the suggestion that goes with it. */
export async function breakSilence(deliberation: Deliberation, procedure: EventId, rev: number): Promise<void> {
  const { narrator, delegates, dossier, text, clock, tally } = deliberation
  const breaker = delegates.at(-1)
  if (!breaker) return
  clock.pass(24 * 60)
  const suggestion = planDraftingComment((await latestRevision(breaker, deliberation)).document)
  const sent = await breaker.call('text.suggest', { dossier, text, rev, suggestions: [suggestion] })
  tally.suggestionsSent.push(...sent.suggestions)
  await breaker.call('silence.respond', {
    dossier, procedure,
    response: { kind: 'draftingComment', breaks: true, reservation: null, remark: 'We cannot join the consensus on one word; a suggestion is attached.', place: null },
  })
  narrator.tell(`${breaker.delegation} breaks silence with a drafting comment.`)
  for (const delegate of delegates) await reply(deliberation, delegate)
}

/** Nobody objects: one delegation says that it agrees, the others only send what they owe, their receipts. */
export async function keepSilence(deliberation: Deliberation, procedure: EventId): Promise<void> {
  const { narrator, delegates, dossier, clock } = deliberation
  const [first] = delegates
  clock.pass(60)
  await first?.call('silence.respond', { dossier, procedure, response: { kind: 'agreement', breaks: false, reservation: null, remark: '', place: null } })
  for (const delegate of delegates) await reply(deliberation, delegate)
  narrator.tell(`${first?.delegation} agrees expressly; nobody objects; the receipts of all ${delegates.length} delegations arrive.`)
}

async function reply(deliberation: Deliberation, delegate: Machine): Promise<void> {
  await importFrom(deliberation, deliberation.secretariat, await replyToSecretariat(deliberation, delegate))
}

/** After the deadline a person of the setter closes the intake; before, while silence is kept, the engine refuses to. */
export async function closeIntake(deliberation: Deliberation, procedure: EventId, expectBroken: boolean): Promise<PlayedSilence> {
  const { narrator, secretariat, dossier, clock, tally } = deliberation
  const note = 'Receipts of all delegations seen.'
  if (!expectBroken) {
    const early = await secretariat.refusalOf('silence.closeIntake', { dossier, procedure, note, despiteUncounted: false })
    narrator.expect(early.code === 'intake-before-deadline', 'the intake cannot be closed before the deadline while silence is kept')
    tally.refused.push({ code: early.code, stage: early.stage })
  }
  const running = await secretariat.call('silence.show', { dossier, procedure })
  narrator.expect(running.silence.outcome.provisional, 'the outcome is provisional while the intake is open')
  expectServed(deliberation, running)
  clock.moveTo(running.silence.deadline.utcMs + 30 * 60_000)
  await secretariat.call('silence.closeIntake', { dossier, procedure, note, despiteUncounted: false })
  const { silence } = await secretariat.call('silence.show', { dossier, procedure })
  narrator.expect(silence.phase === 'closed' && !silence.outcome.provisional, 'the outcome stands once the intake is closed')
  narrator.expect(silence.outcome.broken === expectBroken, `silence is ${expectBroken ? 'broken' : 'kept'}`)
  narrator.tell(`The deadline passes; ${secretariat.name} closes the intake. Outcome: ${silence.outcome.words}`)
  return { procedure, rev: silence.rev, deadline: silence.deadline, broken: silence.outcome.broken, outcome: silence.outcome.words }
}

function expectServed({ narrator, delegates }: Deliberation, view: SilenceView): void {
  const codes = delegates.map((delegate) => delegate.delegation)
  const unserved = codes.filter((code) => !view.rows.some((row) => row.delegation === code && row.served))
  narrator.expect(unserved.length === 0, `every delegation is known to have the procedure (not: ${unserved.join(', ')})`)
}
