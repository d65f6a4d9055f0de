/**
 * From REV k and all suggestions on it to REV k+1. Law: no suggestion is dropped in silence. Each has a verdict or is listed as open,
 * and accepted suggestions that cannot stand together are refused by name, never chosen between.
 */
import { err, ok, type Result } from '../base/result.ts'
import type { Amendment, SuggestionId, Verdict } from './amendment.ts'
import type { TextDocument } from './document.ts'
import { applyChecked } from './apply.ts'
import { baseOf, claimsOf, type Base } from './claims.ts'
import { bundleSuggestions, collisionsBetween, compareSuggestionIds, type Bundle, type Received } from './group.ts'
import { minimalAmendments } from './minimal.ts'

export interface Consolidated {
  readonly document: TextDocument
  /** Suggestions without a verdict. */
  readonly open: SuggestionId[]
}

export type ConsolidationFault =
  | { readonly code: 'suggestion-unknown' | 'amendment-misplaced' | 'verdict-repeated'; readonly suggestion: SuggestionId }
  /** Letters as in the list of groups. */
  | { readonly code: 'suggestions-collide'; readonly letters: readonly [string, string]; readonly suggestions: readonly [SuggestionId, SuggestionId] }

/** `rev` is the number of the REV that is being made. */
export function consolidate(
  document: TextDocument, received: readonly Received[], verdicts: readonly Verdict[], rev: number,
): Result<Consolidated, ConsolidationFault> {
  const base = baseOf(document)
  const verdictOf = new Map(verdicts.map((verdict) => [verdict.suggestion, verdict]))
  const misfit = unknownOrRepeated(received, verdicts)
  if (misfit) return err(misfit)
  const chosen = takenUp(base, bundleSuggestions(base, received), verdictOf)
  const misplaced = chosen.find((bundle) => bundle.claims === null)
  if (misplaced) return err({ code: 'amendment-misplaced', suggestion: misplaced.members[0]?.id ?? '' })
  const collision = firstCollision(chosen)
  if (collision) return err(collision)
  const inOrder = [...chosen].sort((a, b) => compareSuggestionIds(a.members[0]?.id ?? '', b.members[0]?.id ?? ''))
  const next = applyChecked(base, rev, inOrder.map((bundle) => bundle.amendments))
  return ok({ document: next, open: received.filter((one) => !verdictOf.has(one.id)).map((one) => one.id) })
}

function unknownOrRepeated(received: readonly Received[], verdicts: readonly Verdict[]): ConsolidationFault | null {
  const known = new Set(received.map((one) => one.id))
  const seen = new Set<SuggestionId>()
  for (const { suggestion } of verdicts) {
    if (!known.has(suggestion)) return { code: 'suggestion-unknown', suggestion }
    if (seen.has(suggestion)) return { code: 'verdict-repeated', suggestion }
    seen.add(suggestion)
  }
  return null
}

/** What goes in: each accepted effect once, each edited wording once. */
function takenUp(base: Base, bundles: readonly Bundle[], verdictOf: ReadonlyMap<SuggestionId, Verdict>): Bundle[] {
  const accepted = bundles.filter((bundle) => bundle.members.some((member) => verdictOf.get(member.id)?.verdict === 'accepted'))
  const edited = bundles.flatMap((bundle) => bundle.members.flatMap((member) => {
    const verdict = verdictOf.get(member.id)
    return verdict?.verdict === 'edited' ? [{ member, letter: bundle.letter, amendments: verdict.edited ?? [] }] : []
  }))
  const wordings = [...Map.groupBy(edited, (one) => JSON.stringify(one.amendments)).values()].flatMap((alike) => {
    const first = alike[0]
    return first ? [wordingOf(base, first, alike.map((one) => one.member))] : []
  })
  return [...accepted, ...wordings].map((bundle, at) => ({ ...bundle, claims: bundle.claims?.map((claim) => ({ ...claim, set: at })) ?? null }))
}

function wordingOf(base: Base, first: { letter: string; amendments: readonly Amendment[] }, members: readonly Received[]): Bundle {
  const fits = first.amendments.length > 0 && claimsOf(base, first.amendments, 0) !== null
  const amendments = fits ? minimalAmendments(base, first.amendments) : first.amendments
  const sorted = [...members].sort((a, b) => compareSuggestionIds(a.id, b.id))
  return { letter: first.letter, members: sorted, amendments, claims: fits ? claimsOf(base, amendments, 0) : null }
}

function firstCollision(chosen: readonly Bundle[]): ConsolidationFault | null {
  for (const [at, others] of collisionsBetween(chosen)) {
    const a = chosen[at]
    const b = chosen[others[0] ?? -1]
    if (!a || !b) continue
    return { code: 'suggestions-collide', letters: [a.letter, b.letter], suggestions: [a.members[0]?.id ?? '', b.members[0]?.id ?? ''] }
  }
  return null
}
