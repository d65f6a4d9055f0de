/**
 * What the setter does with a running procedure: extend, suspend, resume, withdraw, close. Each act is judged by what its author knew, so
 * every machine judges alike; a clock is only asked of the setter's own acts, by the times they claim. Closing and withdrawing end
 * everything that their author did not have: what crosses with them comes too late.
 */
import type { EventId } from '../base/identifiers.ts'
import type { Deadline } from '../silence/procedure.ts'
import type { Ledger, Reading } from './ledger.ts'
import type { SetAside } from './state.ts'

type Opening = Reading<'silence.opened'>
export type Extension = Reading<'silence.extended'>
export type Suspension = Reading<'silence.suspended'>
export type Resumption = Reading<'silence.resumed'>
export type Withdrawal = Reading<'silence.withdrawn'>
export type Closing = Reading<'silence.intakeClosed'>

export type Act =
  | { readonly kind: 'extended'; readonly said: Extension }
  | { readonly kind: 'suspended'; readonly said: Suspension }
  | { readonly kind: 'resumed'; readonly said: Resumption }
  | { readonly kind: 'withdrawn'; readonly said: Withdrawal }
  | { readonly kind: 'closed'; readonly said: Closing }

/** The acts that count, and what follows from them. */
export interface Life {
  readonly acts: readonly Act[]
  /** The latest that was set. */
  readonly deadline: Deadline
  readonly suspended: boolean
  readonly withdrawal: Withdrawal | null
  readonly closing: Closing | null
}

interface Standing {
  readonly deadline: Deadline
  readonly suspended: boolean
  readonly ended: boolean
}

/** `acts` in causal order; `brokenAt` says whether, by what an event's author knew, silence was broken. */
export function lifeOf(ledger: Ledger, opening: Opening, acts: readonly Act[], brokenAt: (event: EventId) => boolean): Life {
  const isBefore = (a: Act, b: Act): boolean => ledger.causality.isBefore(a.said.event.id, b.said.event.id)
  const accepted: Act[] = []
  for (const act of acts) {
    const standing = standingAfter(opening, accepted.filter((one) => isBefore(one, act)), isBefore)
    const why = endsIt(act) && accepted.some(endsIt) ? 'duplicate' : faultOf(act, standing, brokenAt)
    if (why === null) accepted.push(act)
    else ledger.setAside(act.said.event, why)
  }
  const end = accepted.find(endsIt)
  const counted = end === undefined ? accepted : accepted.filter((one) => one === end || isBefore(one, end))
  for (const late of accepted.filter((one) => !counted.includes(one))) ledger.setAside(late.said.event, 'tooLate')
  const { deadline, suspended } = standingAfter(opening, counted, isBefore)
  return {
    acts: counted, deadline, suspended,
    withdrawal: end?.kind === 'withdrawn' ? end.said : null, closing: end?.kind === 'closed' ? end.said : null,
  }
}

function endsIt(act: Act): boolean {
  return act.kind === 'closed' || act.kind === 'withdrawn'
}

function standingAfter(opening: Opening, acts: readonly Act[], isBefore: (a: Act, b: Act) => boolean): Standing {
  const set = acts.flatMap((act) => (act.kind === 'extended' || act.kind === 'resumed' ? [act.said.body.deadline] : []))
  const resumptions = acts.filter((act) => act.kind === 'resumed')
  return {
    deadline: set.reduce((last, one) => (one.utcMs > last.utcMs ? one : last), opening.body.deadline),
    suspended: acts.some((act) => act.kind === 'suspended' && !resumptions.some((resumption) => isBefore(act, resumption))),
    ended: acts.some(endsIt),
  }
}

/** Only before expiry, by the clock of whoever acts; a broken procedure may be closed or withdrawn at once. */
function faultOf({ kind, said }: Act, { deadline, ended, suspended }: Standing, brokenAt: (event: EventId) => boolean): SetAside['why'] | null {
  const expired = said.statement.claimedAtUtcMs >= deadline.utcMs
  if (ended) return 'tooLate'
  switch (kind) {
    case 'extended': return suspended ? 'suspended' : expired ? 'tooLate' : said.body.deadline.utcMs <= deadline.utcMs ? 'tooEarly' : null
    case 'suspended': return suspended ? 'duplicate' : expired ? 'tooLate' : null
    case 'resumed': return !suspended ? 'refersToNothing' : said.body.deadline.utcMs < deadline.utcMs || said.body.deadline.utcMs <= said.statement.claimedAtUtcMs ? 'tooEarly' : null
    case 'withdrawn': return expired && !suspended && !brokenAt(said.event.id) ? 'tooLate' : null
    case 'closed': return suspended ? 'suspended' : !expired && !brokenAt(said.event.id) ? 'tooEarly' : null
  }
}
