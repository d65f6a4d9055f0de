/** All suggestions on one REV, as the secretariat reads them: identical ones together, in reading order, collisions named. */
import { compareDelegations, type Delegation } from '../base/delegations.ts'
import type { Amendment, Suggestion, SuggestionId } from './amendment.ts'
import type { TextDocument } from './document.ts'
import type { MarkedDocument } from './marked.ts'
import { baseOf, claimsOf, collidingSets, type Base, type Claim } from './claims.ts'
import { effectKey, minimalAmendments } from './minimal.ts'
import { letters } from './numbering.ts'
import { previewOf } from './preview.ts'

/** What is asked, under the name by which it is told apart. */
export interface Asked {
  readonly id: SuggestionId
  readonly suggestion: Suggestion
}

/** A suggestion as it arrived: `dossier/state.ts` has more about it. */
export interface Received extends Asked {
  readonly delegation: Delegation
}

export interface Group {
  /** A, B, ..., Z, AA, ... in reading order. */
  letter: string
  suggestions: SuggestionId[]
  delegations: Delegation[]
  amendments: Amendment[]
  reasons: { delegation: Delegation; reason: string }[]
  /** Block where the group is shown; null at the very beginning, or where the suggestion does not fit the REV. */
  block: string | null
  collidesWith: string[]
  preview: MarkedDocument
}

export function groupSuggestions(document: TextDocument, received: readonly Received[]): Group[] {
  const base = baseOf(document)
  const bundles = bundleSuggestions(base, received)
  const collisions = collisionsBetween(bundles)
  return bundles.map((bundle, at) => ({
    letter: bundle.letter,
    suggestions: bundle.members.map((member) => member.id),
    delegations: [...new Set(bundle.members.map((member) => member.delegation))].sort(compareDelegations),
    amendments: [...bundle.amendments],
    reasons: reasonsOf(bundle.members),
    block: placeOf(bundle.amendments[0])?.block ?? null,
    collidesWith: (collisions.get(at) ?? []).map((other) => bundles[other]?.letter ?? ''),
    preview: bundle.claims === null ? { blocks: [] } : previewOf(base, bundle.amendments),
  }))
}

/** Suggestions with one and the same effect. */
export interface Bundle<One extends Asked = Received> {
  readonly letter: string
  /** In the order of their identifiers. */
  readonly members: readonly One[]
  readonly amendments: readonly Amendment[]
  /** Null where the amendments do not fit the REV: such a suggestion is listed, and cannot be taken up. */
  readonly claims: readonly Claim[] | null
}

/** In reading order. The result depends on the set of suggestions, not on the order of arrival. */
export function bundleSuggestions<One extends Asked>(base: Base, received: readonly One[]): Bundle<One>[] {
  const judged = [...received].sort((a, b) => compareSuggestionIds(a.id, b.id)).map((member) => judge(base, member))
  const bundles = [...Map.groupBy(judged, (one) => one.key).values()].map((alike) => {
    const plainest = alike.reduce((best, one) => (JSON.stringify(one.amendments) < JSON.stringify(best.amendments) ? one : best))
    return { members: alike.map((one) => one.member), amendments: plainest.amendments, fits: plainest.fits }
  })
  const sorted = bundles.map((bundle) => ({ bundle, at: readingPlace(base, bundle.amendments[0]) })).sort((a, b) =>
    a.at.block - b.at.block || a.at.unit - b.at.unit || compareSuggestionIds(firstId(a.bundle.members), firstId(b.bundle.members)))
  return sorted.map(({ bundle: { members, amendments, fits } }, at) =>
    ({ letter: letters(at + 1).toUpperCase(), members, amendments, claims: fits ? claimsOf(base, amendments, at) : null }))
}

interface Judged<One extends Asked> {
  readonly member: One
  readonly amendments: readonly Amendment[]
  readonly fits: boolean
  readonly key: string
}

/** A suggestion that changes nothing keeps the words in which it came. */
function judge<One extends Asked>(base: Base, member: One): Judged<One> {
  const raw = member.suggestion.amendments
  if (claimsOf(base, raw, 0) === null) return { member, amendments: raw, fits: false, key: `misplaced ${JSON.stringify(raw)}` }
  const minimal = minimalAmendments(base, raw)
  return { member, amendments: minimal.length > 0 ? minimal : raw, fits: true, key: effectKey(base, minimal) }
}

/** For each bundle, by place, the places of those that cannot stand beside it. */
export function collisionsBetween(bundles: readonly Bundle<Asked>[]): Map<number, number[]> {
  const authors = bundles.map((bundle) => new Set(bundle.members.map((member) => eventOf(member.id))))
  const strangers = (a: number, b: number): boolean => ![...(authors[a] ?? [])].some((event) => authors[b]?.has(event))
  const collisions = new Map<number, number[]>()
  for (const [a, b] of collidingSets(bundles.flatMap((bundle) => bundle.claims ?? []), strangers)) {
    collisions.set(a, [...(collisions.get(a) ?? []), b])
    collisions.set(b, [...(collisions.get(b) ?? []), a])
  }
  for (const others of collisions.values()) others.sort((a, b) => a - b)
  return collisions
}

/** By event, then by place in the amendment set: the author's own order is kept. */
export function compareSuggestionIds(a: SuggestionId, b: SuggestionId): number {
  const [eventA, eventB] = [eventOf(a), eventOf(b)]
  return eventA === eventB ? Number(a.slice(65)) - Number(b.slice(65)) : eventA < eventB ? -1 : 1
}

function eventOf(id: SuggestionId): string {
  return id.slice(0, 64)
}

function firstId(members: readonly Asked[]): SuggestionId {
  return members[0]?.id ?? ''
}

/** Where an amendment is shown: in its block, or after the block behind which something new stands. */
function placeOf(amendment: Amendment | undefined): { block: string | null; unit: number } | null {
  if (!amendment) return null
  if (amendment.op === 'insertBlock') return { block: amendment.after, unit: Number.POSITIVE_INFINITY }
  return { block: amendment.block, unit: amendment.op === 'replace' ? amendment.from : -1 }
}

function readingPlace(base: Base, amendment: Amendment | undefined): { block: number; unit: number } {
  const place = placeOf(amendment)
  const block = place?.block === null ? -1 : (base.places.get(place?.block ?? '') ?? base.document.blocks.length)
  return { block, unit: Math.min(place?.unit ?? 0, Number.MAX_SAFE_INTEGER) }
}

function reasonsOf(members: readonly Received[]): { delegation: Delegation; reason: string }[] {
  const given = members.flatMap(({ delegation, suggestion }) => (suggestion.reason ? [{ delegation, reason: suggestion.reason }] : []))
  return given.sort((a, b) => compareDelegations(a.delegation, b.delegation))
}
