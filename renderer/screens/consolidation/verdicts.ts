/** Verdicts in preparation, one per group of identical suggestions; kept in the vault until the REV is issued. Every count is computed from them. */
import type { SuggestionGroup, Writing } from '../../../shared/ipc/textMethods.ts'
import type { Amendment, Verdict } from '../../../shared/text/amendment.ts'

export interface Settled {
  readonly verdict: Verdict['verdict']
  readonly edited: readonly Amendment[] | null
  readonly reason: string
}
/** By the letter of the group. */
export type Verdicts = ReadonlyMap<string, Settled>

export interface Tally {
  readonly received: number
  readonly accepted: number
  readonly edited: number
  readonly notTakenUp: number
  readonly deferred: number
  /** Open, and cannot stand with another open or accepted group. */
  readonly colliding: number
  readonly open: number
}
export type Cell = Settled['verdict'] | 'colliding' | 'open'

/**
 * Verdicts as they were kept, by the groups of today. A letter may have moved on since: what holds a verdict is the suggestion. `joined`
 * counts suggestions that came in since with words that were already settled, and now stand under the same verdict.
 */
export function settledFrom(groups: readonly SuggestionGroup[], kept: readonly Verdict[]): { readonly verdicts: Verdicts; readonly joined: number } {
  const bySuggestion = new Map(kept.map((verdict) => [verdict.suggestion, verdict]))
  const verdicts = new Map<string, Settled>()
  let joined = 0
  for (const { letter, suggestions } of groups) {
    const known = suggestions.flatMap((suggestion) => bySuggestion.get(suggestion) ?? [])
    const [first] = known
    if (first === undefined) continue
    verdicts.set(letter, { verdict: first.verdict, edited: first.edited, reason: first.reason ?? '' })
    joined += suggestions.length - known.length
  }
  return { verdicts, joined }
}

/** The groups of today for which words were being written; null where there are none. */
export function groupsOf(groups: readonly SuggestionGroup[], writing: Writing | null): readonly SuggestionGroup[] | null {
  const named = groups.filter((group) => group.suggestions.some((suggestion) => writing?.suggestions.includes(suggestion)))
  return named.length === 0 ? null : named
}

/** What is sent: one verdict for every suggestion of every settled group. */
export function verdictList(groups: readonly SuggestionGroup[], verdicts: Verdicts): Verdict[] {
  return groups.flatMap((group) => {
    const settled = verdicts.get(group.letter)
    if (settled === undefined) return []
    const edited = settled.edited === null ? null : [...settled.edited]
    return group.suggestions.map((suggestion): Verdict => ({ suggestion, verdict: settled.verdict, edited, reason: settled.reason.trim() === '' ? null : settled.reason.trim() }))
  })
}

export function cellOf(group: SuggestionGroup, verdicts: Verdicts): Cell {
  return verdicts.get(group.letter)?.verdict ?? (group.collidesWith.some((letter) => stands(verdicts, letter)) ? 'colliding' : 'open')
}

function stands(verdicts: Verdicts, letter: string): boolean {
  const verdict = verdicts.get(letter)?.verdict
  return verdict !== 'notTakenUp' && verdict !== 'deferred'
}

/** Letters of accepted groups that this one cannot stand with. */
export function standsAgainst(group: SuggestionGroup, verdicts: Verdicts): string[] {
  return group.collidesWith.filter((letter) => verdicts.get(letter)?.verdict === 'accepted')
}

export function tallyOf(groups: readonly SuggestionGroup[], verdicts: Verdicts, received: number): Tally {
  const counts = { accepted: 0, edited: 0, notTakenUp: 0, deferred: 0, colliding: 0, open: 0 }
  for (const group of groups) counts[cellOf(group, verdicts)] += group.suggestions.length
  return { received, ...counts }
}

export function accountedFor(tally: Tally): number {
  return tally.accepted + tally.edited + tally.notTakenUp + tally.deferred + tally.colliding + tally.open
}

export function stillOpen(tally: Tally): number {
  return tally.colliding + tally.open
}

/** Groups that collide with one another, directly or through a third, in one enclosure; in reading order. */
export function enclosures(groups: readonly SuggestionGroup[]): SuggestionGroup[][] {
  const byLetter = new Map(groups.map((group) => [group.letter, group]))
  const placed = new Set<string>()
  return groups.flatMap((group) => {
    if (placed.has(group.letter)) return []
    const enclosure: SuggestionGroup[] = []
    const waiting = [group.letter]
    while (waiting.length > 0) {
      const letter = waiting.pop() ?? ''
      const next = byLetter.get(letter)
      if (next === undefined || placed.has(letter)) continue
      placed.add(letter)
      enclosure.push(next)
      waiting.push(...next.collidesWith)
    }
    return [enclosure.sort((a, b) => groups.indexOf(a) - groups.indexOf(b))]
  })
}
