/**
 * Answers that lie on this machine and count for nothing, because what they build on has not arrived, their words were held back, or their
 * author has said two things under one number before. No fold can weigh them; a person of the setter has to know of them before the intake is
 * closed over them. What its author had no right to say is not among them.
 */
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import { causalityOf, type Causality } from '../../../shared/dossier/causality.ts'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import type { DossierState, SetAside } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Response } from '../../../shared/silence/procedure.ts'
import { delegationIn } from './arrivedSource.ts'
import type { FoldedDossier, VaultSession } from './context.ts'

const ANSWER = 'silence.responded'

type UncountedWhy = Output<'silence.show'>['uncounted'][number]['why']

export interface Uncounted {
  readonly event: EventId
  readonly delegation: Delegation
  /** Those that it answers; where its words are not here, all that it may answer. */
  readonly procedures: readonly EventId[]
  readonly response: Response | null
  readonly why: UncountedWhy
}

const WHY_ASIDE: Readonly<Partial<Record<SetAside['why'], UncountedWhy>>> = { bodyMissing: 'unread', bodyMalformed: 'unread', forked: 'forked' }

export function uncountedAnswers(session: VaultSession, { circle, events, pending, state }: FoldedDossier): Uncounted[] {
  const aside = new Map(state.setAside.map(({ event, why }) => [event, WHY_ASIDE[why]]))
  const waiting = pending === 0 ? [] : session.store.waiting.of(circle.circle)
  const lying = [...waiting.map((event) => ({ event, why: 'waits' as const })), ...events.map(({ event }) => ({ event, why: aside.get(event.id) }))]
  const mayAnswer = openBefore(state, events.map(({ event }) => event))
  return lying.flatMap(({ event, why }) => (why === undefined ? [] : answersAmong([event], circle, state.dossier).map(({ delegation, procedure, response }) => (
    { event: event.id, delegation, response, why, procedures: procedure === null ? mayAnswer(event.id) : [procedure] }))))
}

/** Procedures whose intake is open and that the author of an answer knew; of one that waits nobody can say what its author knew. */
function openBefore({ silences }: DossierState, events: readonly VerifiedEvent[]): (answer: EventId) => EventId[] {
  const open = silences.filter((one) => one.intakeClosed === null).map((one) => one.procedure)
  let causality: Causality | null = null
  return (answer) => {
    causality ??= causalityOf(events)
    const { isBefore, placeOf } = causality
    return placeOf(answer) === undefined ? open : open.filter((procedure) => isBefore(procedure, answer))
  }
}

interface Answer extends Pick<Uncounted, 'delegation' | 'event' | 'response'> {
  /** Null where its words are not here. */
  readonly procedure: EventId | null
}

/** In one dossier. */
export function answersAmong(events: readonly VerifiedEvent[], circle: CircleState, dossier: DossierId | null): Answer[] {
  return events.filter(({ header }) => header.type === ANSWER && header.dossier === dossier).map((event) => {
    const body = parseBody(event, dossierEventSchemas[ANSWER])
    return { event: event.id, delegation: delegationIn(circle, event.header.log), procedure: body.ok ? body.value.procedure : null, response: body.ok ? body.value.response : null }
  })
}

/** Those that may break silence in this procedure: agreement does not, and what cannot be read might. */
export function uncountedIn(answers: readonly Uncounted[], procedure: EventId): Uncounted[] {
  return answers.filter((one) => one.procedures.includes(procedure) && one.response?.kind !== 'agreement')
}
