import { ok } from '../../../shared/base/result.ts'
import type { ReceivedSuggestion, Revision } from '../../../shared/dossier/state.ts'
import type { CarriedSuggestion } from '../../../shared/ipc/negotiationMethods.ts'
import { isTakenUp, type Amendment } from '../../../shared/text/amendment.ts'
import { carryForward, passageBetween, type CarryConflict } from '../../../shared/text/carry.ts'
import { baseOf, claimsOf, type Base } from '../../../shared/text/claims.ts'
import { effectKey, minimalAmendments } from '../../../shared/text/minimal.ts'
import { previewOf } from '../../../shared/text/preview.ts'
import type { Handler } from './context.ts'
import { findText } from './textFind.ts'

export const textCarry: Handler<'text.carry'> = async (input, session) => {
  const found = findText(session, input)
  if (!found.ok) return found
  const { text, latest } = found.value
  const mine = (one: ReceivedSuggestion): boolean => one.delegation === session.me.delegation
  return ok({ rev: latest.rev, carried: carriedTo(text.revisions, mine) })
}

/** Where one wish of an earlier REV has got to. */
interface Underway {
  readonly origin: ReceivedSuggestion
  readonly from: Revision
  /** As they stand on the REV that has been reached, or stood on the last on which they could. */
  readonly amendments: readonly Amendment[]
  readonly on: Base
  readonly state: { readonly status: 'applies' } | { readonly status: 'overtaken' } | { readonly status: 'conflicts'; readonly why: CarryConflict }
}

/** From REV to REV: what was asked again is the new wish, and the old one is not offered beside it. */
function carriedTo(revisions: readonly Revision[], mine: (one: ReceivedSuggestion) => boolean): CarriedSuggestion[] {
  let underway: Underway[] = []
  for (const [at, revision] of revisions.entries()) {
    const base = baseOf(revision.document)
    const made = revision.suggestions.filter(mine)
    const askedNow = new Set(made.map((one) => keyOn(base, one.suggestion.amendments)))
    underway = underway.filter((one) => one.state.status !== 'applies' || !askedNow.has(keyOn(base, one.amendments)))
    const next = revisions[at + 1]
    if (next === undefined) break
    underway = [...underway, ...made.filter(notTakenUp).map((origin) => start(origin, revision, base))].map(onwards(revision, next))
  }
  return underway.map(viewOf)
}

function notTakenUp({ verdict }: ReceivedSuggestion): boolean {
  return !isTakenUp(verdict)
}

function start(origin: ReceivedSuggestion, from: Revision, on: Base): Underway {
  return { origin, from, amendments: origin.suggestion.amendments, on, state: { status: 'applies' } }
}

function onwards(before: Revision, after: Revision): (one: Underway) => Underway {
  const passage = passageBetween(before.document, after.document)
  return (one) => {
    if (one.state.status !== 'applies') return one
    const carried = carryForward(passage, one.amendments)
    return carried.status === 'applies' ? { ...one, amendments: carried.amendments, on: passage.after } : { ...one, state: carried }
  }
}

function keyOn(base: Base, amendments: readonly Amendment[]): string {
  return claimsOf(base, amendments, 0) === null ? '' : effectKey(base, minimalAmendments(base, amendments))
}

function viewOf({ origin, from, amendments, on, state }: Underway): CarriedSuggestion {
  const fits = claimsOf(on, amendments, 0) !== null
  return {
    suggestion: origin.id, rev: from.rev, verdict: origin.verdict?.verdict ?? null, answer: origin.verdict?.reason ?? null, reason: origin.suggestion.reason,
    status: state.status, why: state.status === 'conflicts' ? state.why : null, amendments: [...amendments],
    preview: fits ? previewOf(on, amendments) : { blocks: [] },
  }
}
