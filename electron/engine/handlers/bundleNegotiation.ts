/** What bundles would change in the negotiation itself: objections to silence first, then REVs, suggestions, and what would have no effect. */
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import type { DossierState, SilenceState } from '../../../shared/dossier/state.ts'
import type { ImportEffect } from '../../../shared/ipc/exchangeMethods.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { phaseAt } from '../../../shared/silence/phase.ts'
import { canBreak } from '../../../shared/silence/profile.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { delegationIn, entryOf } from './arrivedSource.ts'
import type { Arrival } from './bundleEffect.ts'
import type { HandlerContext, VaultSession } from './context.ts'
import { answersAmong } from './silenceUncounted.ts'

type Negotiation = Pick<ImportEffect, 'objections' | 'revisions' | 'suggestions' | 'setAside'>

export function negotiationEffect(arrival: Arrival, session: VaultSession, { hash, now }: HandlerContext): Negotiation {
  const { circle, placed } = arrival
  const fresh = new Set<EventId>([...placed.admitted, ...placed.completed].map((event) => event.id))
  const bodies = new Map(placed.completed.map((event) => [event.id, event]))
  const touched = Map.groupBy([...placed.admitted, ...placed.completed].filter((event) => event.header.dossier !== null), (event) => event.header.dossier)
  const circleEvents = [...session.held.inCircle(circle.circle).map((stored) => stored.event), ...placed.admitted.filter((event) => event.header.dossier === null)]
  const after = [...touched.keys()].flatMap((dossier) => {
    if (dossier === null) return []
    const events = eventsAfter(dossier, placed.admitted, bodies, session)
    return foldDossier(dossier, events, circle, circleEvents, hash) ?? []
  })
  const answers = after.flatMap((state) => state.silences.flatMap((silence) => answersIn(silence, state, fresh, now())))
  return {
    objections: [...answers, ...waitingAnswers(arrival, session, now())].toSorted(byUrgency),
    revisions: after.flatMap((state) => revisionsIn(state, fresh)),
    suggestions: after.flatMap((state) => suggestionsIn(state, fresh)),
    setAside: after.flatMap((state) => setAsideIn(state, arrival, fresh)),
  }
}

function eventsAfter(dossier: DossierId, admitted: readonly VerifiedEvent[], bodies: ReadonlyMap<EventId, VerifiedEvent>, { held }: VaultSession): VerifiedEvent[] {
  const here = held.inDossier(dossier).map(({ event }) => bodies.get(event.id) ?? event)
  return [...here, ...admitted.filter((event) => event.header.dossier === dossier)]
}

/** Answers to a procedure that still counts come before all else. */
function answersIn(silence: SilenceState, state: DossierState, fresh: ReadonlySet<EventId>, nowUtcMs: number): ImportEffect['objections'] {
  const phase = phaseAt(silence, nowUtcMs)
  const subject = nameOf(state, silence.revision)
  return silence.responses.filter((one) => fresh.has(one.event) && one.response.kind !== 'agreement').map((one) => ({
    delegation: one.delegation, person: one.person, kind: one.response.kind, reservation: one.response.reservation, remark: one.response.remark, subject,
    breaks: one.response.breaks && one.canBreak && !one.late, late: one.late, waits: false, running: phase === 'running' || phase === 'broken' || phase === 'expired',
    claimedAtUtcMs: one.claimedAtUtcMs,
  }))
}

/** Of those that these bundles bring: an objection that waits must be seen all the more, for no count will show it. */
function waitingAnswers({ circle, events, placed }: Arrival, session: VaultSession, nowUtcMs: number): ImportEffect['objections'] {
  const brought = new Set(events.map((event) => event.id))
  return placed.waiting.filter((event) => brought.has(event.id)).flatMap((event) => {
    const { dossier, claimedAtUtcMs, log } = event.header
    const [answer] = answersAmong([event], circle, dossier)
    if (answer === undefined || answer.response === null || answer.response.kind === 'agreement') return []
    const { delegation, member } = answer
    const state = dossier === null ? null : session.dossier(dossier)?.state ?? null
    const silence = state?.silences.find((one) => one.procedure === answer.procedure)
    const phase = silence === undefined ? 'running' : phaseAt(silence, nowUtcMs)
    const { kind, remark, reservation } = answer.response
    return [{
      delegation, person: entryOf(circle, log).name, kind, reservation, remark, subject: state === null || silence === undefined ? '' : nameOf(state, silence.revision),
      breaks: answer.response.breaks && (silence === undefined || canBreak(silence.rules, delegation, member)), late: false, waits: true,
      running: phase === 'running' || phase === 'broken' || phase === 'expired', claimedAtUtcMs,
    }]
  })
}

function byUrgency(a: ImportEffect['objections'][number], b: ImportEffect['objections'][number]): number {
  const rank = ({ breaks, running }: typeof a): number => (breaks ? 0 : 2) + (running ? 0 : 1)
  return rank(a) - rank(b)
}

function revisionsIn({ texts }: DossierState, fresh: ReadonlySet<EventId>): ImportEffect['revisions'] {
  return texts.flatMap((text) => text.revisions).filter((revision) => fresh.has(revision.event)).map((revision) => ({
    delegation: revision.delegation, subject: `${documentNumber(revision.cover, revision.rev)}, ${revision.title}`, label: revLabel(revision.rev),
  }))
}

function suggestionsIn(state: DossierState, fresh: ReadonlySet<EventId>): ImportEffect['suggestions'] {
  return state.texts.flatMap((text) => text.revisions).flatMap((revision, _, all) => {
    const arrived = Map.groupBy(revision.suggestions.filter((one) => fresh.has(one.event)), (one) => one.delegation)
    const superseded = all.some((later) => later.predecessor === revision.event && !fresh.has(later.event))
    return [...arrived].map(([delegation, list]) => ({ delegation, subject: nameOf(state, revision.event), count: list.length, superseded }))
  })
}

function nameOf({ texts }: DossierState, revision: EventId): string {
  const found = texts.flatMap((text) => text.revisions).find((one) => one.event === revision)
  return found === undefined ? '' : `${documentNumber(found.cover, found.rev)}, ${found.title}`
}

function setAsideIn({ setAside }: DossierState, { circle }: Arrival, fresh: ReadonlySet<EventId>): ImportEffect['setAside'] {
  const groups = Map.groupBy(setAside.filter((one) => fresh.has(one.event)), (one) => `${one.author} ${one.type} ${one.why}`)
  return [...groups.values()].flatMap(([first, ...rest]) => (
    first ? [{ delegation: delegationIn(circle, first.author), type: first.type, why: first.why, count: 1 + rest.length }] : []
  ))
}
