/** Verdicts in preparation, one per group of identical suggestions; kept while the vault is open. Every count is computed from them. */
import type { TextId } from '../../../shared/base/identifiers.ts'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
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
  /** Open, and cannot stand with another open or accepted group. */
  readonly colliding: number
  readonly open: number
}
export type Cell = 'accepted' | 'edited' | 'notTakenUp' | 'colliding' | 'open'

const kept = new Map<string, Verdicts>()

export function verdictsOf(text: TextId, rev: number): Verdicts {
  return kept.get(`${text}/${rev}`) ?? new Map()
}

export function keepVerdicts(text: TextId, rev: number, verdicts: Verdicts): void {
  kept.set(`${text}/${rev}`, verdicts)
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
  return verdicts.get(letter)?.verdict !== 'notTakenUp'
}

/** Letters of accepted groups that this one cannot stand with. */
export function standsAgainst(group: SuggestionGroup, verdicts: Verdicts): string[] {
  return group.collidesWith.filter((letter) => verdicts.get(letter)?.verdict === 'accepted')
}

export function tallyOf(groups: readonly SuggestionGroup[], verdicts: Verdicts, received: number): Tally {
  const counts = { accepted: 0, edited: 0, notTakenUp: 0, colliding: 0, open: 0 }
  for (const group of groups) counts[cellOf(group, verdicts)] += group.suggestions.length
  return { received, ...counts }
}

export function accountedFor(tally: Tally): number {
  return tally.accepted + tally.edited + tally.notTakenUp + tally.colliding + tally.open
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
