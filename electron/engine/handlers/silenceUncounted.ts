/**
 * Answers that lie on this machine and count for nothing, because what they build on has not arrived or their words were held back. No fold
 * can weigh them; a person of the setter has to know of them before the intake is closed over them.
 */
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Response } from '../../../shared/silence/procedure.ts'
import { delegationIn } from './arrivedSource.ts'
import type { FoldedDossier, VaultSession } from './context.ts'

const ANSWER = 'silence.responded'

export interface Uncounted {
  readonly event: EventId
  readonly delegation: Delegation
  /** Null where its words are not here: it may answer any procedure of the dossier. */
  readonly procedure: EventId | null
  readonly response: Response | null
  readonly why: 'waits' | 'unread'
}

export function uncountedAnswers(session: VaultSession, { circle, events, pending, state }: FoldedDossier): Uncounted[] {
  const unread = new Set(state.setAside.filter((one) => one.type === ANSWER && (one.why === 'bodyMissing' || one.why === 'bodyMalformed')).map((one) => one.event))
  const waiting = pending === 0 ? [] : session.store.waiting.of(circle.circle)
  return [
    ...answersAmong(waiting, circle, state.dossier).map((one) => ({ ...one, why: 'waits' as const })),
    ...answersAmong(events.map((stored) => stored.event).filter((event) => unread.has(event.id)), circle, state.dossier).map((one) => ({ ...one, why: 'unread' as const })),
  ]
}

/** To procedures of one dossier, where it is named. */
export function answersAmong(events: readonly VerifiedEvent[], circle: CircleState, dossier: DossierId | null): Omit<Uncounted, 'why'>[] {
  return events.filter(({ header }) => header.type === ANSWER && header.dossier === dossier).map((event) => {
    const body = parseBody(event, dossierEventSchemas[ANSWER])
    return { event: event.id, delegation: delegationIn(circle, event.header.log), procedure: body.ok ? body.value.procedure : null, response: body.ok ? body.value.response : null }
  })
}

/** Those that may break silence in this procedure: agreement does not, and what cannot be read might. */
export function uncountedIn(answers: readonly Uncounted[], procedure: EventId): Uncounted[] {
  return answers.filter((one) => (one.procedure === null || one.procedure === procedure) && one.response?.kind !== 'agreement')
}
