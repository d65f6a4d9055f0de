/**
 * Edited copies of one text, made without suggestions, brought together. Law: nothing is lost. Every change of every copy is taken up,
 * or listed with what it collides with.
 */
import { err, ok, type Result } from '../base/result.ts'
import { adoptIdentifiers } from './adopt.ts'
import type { Amendment, SuggestionId } from './amendment.ts'
import { applyChecked } from './apply.ts'
import { baseOf } from './claims.ts'
import type { TextDocument } from './document.ts'
import { bundleSuggestions, collisionsBetween, compareSuggestionIds, type Asked, type Bundle } from './group.ts'
import type { MarkedDocument } from './marked.ts'
import { normalizeDocument } from './normalize.ts'
import { previewOf } from './preview.ts'
import { suggestionsBetween } from './suggestions.ts'

/** What to do where changes collide. */
export const POLICIES = ['uncontested', 'majority', 'firstNamed'] as const
/**
 * - `uncontested`: none of them is taken up;
 * - `majority`: the one that most copies have, where no other has as many;
 * - `firstNamed`: that of the copy named first.
 */
export type Policy = (typeof POLICIES)[number]

export interface Version {
  readonly name: string
  readonly document: TextDocument
}

export interface VersionChange {
  readonly letter: string
  readonly names: readonly string[]
  readonly amendments: readonly Amendment[]
  readonly taken: boolean
  /** Letters. */
  readonly collidesWith: readonly string[]
  readonly preview: MarkedDocument
}

export interface ConsolidatedVersions {
  readonly document: TextDocument
  readonly changes: readonly VersionChange[]
}

export function consolidateVersions(before: TextDocument, versions: readonly Version[], policy: Policy): Result<ConsolidatedVersions, 'name-repeated'> {
  if (new Set(versions.map(({ name }) => name)).size < versions.length) return err('name-repeated')
  const base = baseOf(normalizeDocument(before))
  const asked = versions.flatMap(({ document, name }, at) => suggestionsBetween(base.document, adoptIdentifiers(base.document, normalizeDocument(document)))
    .map((suggestion, place): Wish => ({ id: idOf(at, place), name, suggestion })))
  const bundles = bundleSuggestions(base, asked)
  const collisions = collisionsBetween(bundles)
  const taken = takenUp(bundles, collisions, policy)
  const chosen = bundles.filter((_, at) => taken.has(at)).sort((a, b) => compareSuggestionIds(a.members[0]?.id ?? '', b.members[0]?.id ?? ''))
  return ok({
    document: applyChecked(base, 1, chosen.map((bundle) => bundle.amendments)),
    changes: bundles.map((bundle, at) => ({
      letter: bundle.letter, names: [...new Set(bundle.members.map((member) => member.name))], amendments: bundle.amendments, taken: taken.has(at),
      collidesWith: (collisions.get(at) ?? []).map((other) => bundles[other]?.letter ?? ''), preview: previewOf(base, bundle.amendments),
    })),
  })
}

interface Wish extends Asked { readonly name: string }

/** Made up, in the order in which the copies are named. */
function idOf(version: number, place: number): SuggestionId {
  return `${version.toString(16).padStart(64, '0')}:${place}`
}

/** The first in the order of the policy goes in, and whatever still stands beside all that went in before. */
function takenUp(bundles: readonly Bundle<Wish>[], collisions: ReadonlyMap<number, readonly number[]>, policy: Policy): ReadonlySet<number> {
  const places = bundles.map((_, at) => at)
  const free = places.filter((at) => !collisions.has(at))
  if (policy === 'uncontested') return new Set(free)
  const taken = new Set(free)
  for (const at of places.filter((place) => collisions.has(place)).sort((a, b) => rank(bundles[a], policy) - rank(bundles[b], policy) || a - b)) {
    const rivals = collisions.get(at) ?? []
    const asStrong = policy === 'majority' && rivals.some((other) => rank(bundles[other], policy) === rank(bundles[at], policy))
    if (!asStrong && !rivals.some((other) => taken.has(other))) taken.add(at)
  }
  return taken
}

/** Smaller goes first. */
function rank(bundle: Bundle<Wish> | undefined, policy: Policy): number {
  if (policy === 'majority') return -(new Set(bundle?.members.map(({ name }) => name)).size)
  return Math.min(...(bundle?.members.map(({ id }) => Number.parseInt(id.slice(0, 64), 16)) ?? []))
}
