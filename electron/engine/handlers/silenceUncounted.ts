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
import type { DossierState, SetAside, SilenceState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Response } from '../../../shared/silence/procedure.ts'
import { canBreak } from '../../../shared/silence/profile.ts'
import { entryOf } from './arrivedSource.ts'
import type { FoldedDossier, VaultSession } from './context.ts'

const ANSWER = 'silence.responded'

type UncountedWhy = Output<'silence.show'>['uncounted'][number]['why']

export interface Uncounted {
  readonly event: EventId
  readonly delegation: Delegation
  /** Whether the roster calls its author a member. */
  readonly member: boolean
  /** Those that it answers; where its words are not here, all that it may answer. */
  readonly procedures: readonly EventId[]
  readonly response: Response | null
  readonly why: UncountedWhy
}

const WHY_ASIDE: Readonly<Partial<Record<SetAside['why'], UncountedWhy>>> = { bodyMissing: 'unread', bodyMalformed: 'unread', forked: 'forked' }

export function uncountedAnswers(session: VaultSession, { circle, events, pending, state }: FoldedDossier): Uncounted[] {
  const aside = state.setAside.flatMap(({ event, type, why }) => {
    const found = type === ANSWER ? session.held.get(event)?.event : undefined
    const reason = WHY_ASIDE[why]
    return found === undefined || reason === undefined ? [] : [{ event: found, why: reason }]
  })
  const waiting = pending === 0 ? [] : session.store.waiting.of(circle.circle).map((event) => ({ event, why: 'waits' as const }))
  const mayAnswer = openBefore(state, events)
  return [...waiting, ...aside].flatMap(({ event, why }) => answersAmong([event], circle, state.dossier).map(({ procedure, ...answer }) => (
    { ...answer, why, procedures: procedure === null ? mayAnswer(event.id) : [procedure] })))
}

/** Procedures whose intake is open and that the author of an answer knew; of one that waits nobody can say what its author knew. */
function openBefore({ silences }: DossierState, events: FoldedDossier['events']): (answer: EventId) => EventId[] {
  const open = silences.filter((one) => one.intakeClosed === null).map((one) => one.procedure)
  let causality: Causality | null = null
  return (answer) => {
    causality ??= causalityOf(events.map(({ event }) => event))
    const { isBefore, placeOf } = causality
    return placeOf(answer) === undefined ? open : open.filter((procedure) => isBefore(procedure, answer))
  }
}

interface Answer extends Pick<Uncounted, 'delegation' | 'event' | 'member' | 'response'> {
  /** Null where its words are not here. */
  readonly procedure: EventId | null
}

/** In one dossier. */
export function answersAmong(events: readonly VerifiedEvent[], circle: CircleState, dossier: DossierId | null): Answer[] {
  return events.filter(({ header }) => header.type === ANSWER && header.dossier === dossier).map((event) => {
    const body = parseBody(event, dossierEventSchemas[ANSWER])
    const { delegation, member } = entryOf(circle, event.header.log)
    return { event: event.id, delegation, member, procedure: body.ok ? body.value.procedure : null, response: body.ok ? body.value.response : null }
  })
}

/** Other than agreement, to this procedure; `mayBreak` where its author can break silence in it: then the intake is not closed over it unknowingly. */
export function uncountedIn(answers: readonly Uncounted[], { procedure, rules }: SilenceState): Output<'silence.show'>['uncounted'] {
  return answers.filter((one) => one.procedures.includes(procedure) && one.response?.kind !== 'agreement')
    .map(({ delegation, event, member, response, why }) => ({ delegation, event, response, why, mayBreak: canBreak(rules, delegation, member) }))
}
