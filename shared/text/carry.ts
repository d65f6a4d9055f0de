/**
 * Carry-forward: what a suggestion on REV k means on REV k+1. Laws: on an unchanged text it applies as it stands; where it has been taken up it is
 * overtaken; where it applies, it asks for the same words in place of the same words, and composes with what has been changed since.
 */
import type { Amendment } from './amendment.ts'
import type { Block, BlockId, TextDocument } from './document.ts'
import { pairsInPlace } from './align.ts'
import { blockKey, contentKey } from './canonical.ts'
import { baseOf, blockAt, claimsOf, type Base } from './claims.ts'
import { likeness } from './likeness.ts'
import { minimalAmendments } from './minimal.ts'
import { normalizeDocument, normalizeInlines } from './normalize.ts'
import { isCell } from './table.ts'
import { carryPassage } from './carryPassage.ts'

/** Why it can no longer stand as it is: its paragraph went; its words, kind or place were changed; other new words stand where its would go. */
export const CARRY_CONFLICTS = ['blockGone', 'wordsChanged', 'kindChanged', 'placeChanged', 'rival', 'misplaced'] as const
export type CarryConflict = (typeof CARRY_CONFLICTS)[number]

export type Carried =
  /** Positions of the new REV. */
  | { readonly status: 'applies'; readonly amendments: Amendment[] }
  /** The new REV already reads as asked. */
  | { readonly status: 'overtaken' }
  | { readonly status: 'conflicts'; readonly why: CarryConflict }

/** One amendment on its way: null has been overtaken. */
export type CarriedOne = { readonly ok: true; readonly amendment: Amendment | null } | { readonly ok: false; readonly why: CarryConflict }

/** Two REVs of one text, their blocks told by identifier. */
export interface Passage {
  readonly before: Base
  readonly after: Base
  /** Blocks that stand in the same order in both. */
  readonly inPlace: ReadonlySet<BlockId>
}

export function passageBetween(before: TextDocument, after: TextDocument): Passage {
  const [old, now] = [normalizeDocument(before), normalizeDocument(after)]
  const places = new Map(now.blocks.map((block, at) => [block.id, at]))
  const pairs = old.blocks.flatMap((block, at) => {
    const place = places.get(block.id)
    return place === undefined ? [] : [{ before: at, after: place }]
  })
  const inPlace = new Set(pairsInPlace(pairs, old.blocks).flatMap((pair) => old.blocks[pair.before]?.id ?? []))
  return { before: baseOf(old), after: baseOf(now), inPlace }
}

/** All of one suggestion's amendments, or none: a suggestion is taken up whole. */
export function carryForward(passage: Passage, amendments: readonly Amendment[]): Carried {
  if (claimsOf(passage.before, amendments, 0) === null) return { status: 'conflicts', why: 'misplaced' }
  const minimal = minimalAmendments(passage.before, amendments)
  const carried: Amendment[] = []
  for (const amendment of minimal) {
    const one = carryOne(passage, amendment)
    if (!one.ok) return { status: 'conflicts', why: one.why }
    if (one.amendment !== null) carried.push(one.amendment)
  }
  if (carried.length === 0) return { status: 'overtaken' }
  if (claimsOf(passage.after, carried, 0) === null) return { status: 'conflicts', why: 'misplaced' }
  const left = minimalAmendments(passage.after, carried)
  return left.length === 0 ? { status: 'overtaken' } : { status: 'applies', amendments: left }
}

function carryOne(passage: Passage, amendment: Amendment): CarriedOne {
  switch (amendment.op) {
    case 'insertBlock': return carryInsertion(passage, amendment)
    case 'deleteBlock': return carryDeletion(passage, amendment)
    case 'moveBlock': return carryMove(passage, amendment)
    case 'setKind': return carryKind(passage, amendment)
    case 'replace': {
      const [old, now] = [blockAt(passage.before, amendment.block), blockAt(passage.after, amendment.block)]
      return old && now ? carryPassage(old.content, now.content, amendment) : { ok: false, why: 'blockGone' }
    }
  }
}

function carryDeletion({ before, after }: Passage, amendment: Extract<Amendment, { op: 'deleteBlock' }>): CarriedOne {
  const [old, now] = [blockAt(before, amendment.block), blockAt(after, amendment.block)]
  if (!now) return { ok: true, amendment: null }
  return old && contentKey(old.content) === contentKey(now.content) ? { ok: true, amendment } : { ok: false, why: 'wordsChanged' }
}

function carryKind({ before, after }: Passage, amendment: Extract<Amendment, { op: 'setKind' }>): CarriedOne {
  const [old, now] = [blockAt(before, amendment.block), blockAt(after, amendment.block)]
  if (!old || !now) return { ok: false, why: 'blockGone' }
  if (now.kind === kindThere(after, amendment) && now.level === amendment.level) return { ok: true, amendment: null }
  return now.kind === old.kind && now.level === old.level ? { ok: true, amendment } : { ok: false, why: 'kindChanged' }
}

/** A cell that no cell stands before opens its row, whatever is asked. */
function kindThere({ document, places }: Base, { block, kind }: Extract<Amendment, { op: 'setKind' }>): Block['kind'] {
  const above = document.blocks[(places.get(block) ?? 0) - 1]
  return kind === 'cell' && !(above && isCell(above)) ? 'row' : kind
}

function carryMove(passage: Passage, amendment: Extract<Amendment, { op: 'moveBlock' }>): CarriedOne {
  const { after, inPlace } = passage
  if (!blockAt(after, amendment.block)) return { ok: false, why: 'blockGone' }
  const gap = gapAfter(passage, amendment.after, amendment.block)
  if (lastKnownBefore(passage, amendment.block) === gap) return { ok: true, amendment: null }
  return inPlace.has(amendment.block) ? { ok: true, amendment: { ...amendment, after: gap } } : { ok: false, why: 'placeChanged' }
}

/** From this likeness on two new paragraphs at one place want to be the same one. */
const RIVALS = 0.5

function carryInsertion(passage: Passage, amendment: Extract<Amendment, { op: 'insertBlock' }>): CarriedOne {
  const gap = gapAfter(passage, amendment.after, null)
  const content = normalizeInlines(amendment.content)
  const wanted = blockKey({ kind: amendment.kind, level: amendment.level, content })
  const arrived = newBlocksBehind(passage, gap)
  if (arrived.some((block) => blockKey(block) === wanted)) return { ok: true, amendment: null }
  if (arrived.some((block) => likeness(block.content, content) >= RIVALS)) return { ok: false, why: 'rival' }
  return { ok: true, amendment: { ...amendment, after: gap } }
}

/** A gap stays where it was: it opens behind the last block before it that is still there and has not moved. `moving` is not counted. */
function gapAfter({ before, inPlace }: Passage, after: BlockId | null, moving: BlockId | null): BlockId | null {
  for (let at = after === null ? -1 : before.places.get(after) ?? -1; at >= 0; at--) {
    const id = before.document.blocks[at]?.id
    if (id !== undefined && id !== moving && inPlace.has(id)) return id
  }
  return null
}

/** New blocks between the gap and the next block that was there before. */
function newBlocksBehind({ before, after }: Passage, gap: BlockId | null): Block[] {
  const arrived: Block[] = []
  for (let at = gap === null ? 0 : (after.places.get(gap) ?? 0) + 1; at < after.document.blocks.length; at++) {
    const block = after.document.blocks[at]
    if (!block || before.places.has(block.id)) break
    arrived.push(block)
  }
  return arrived
}

/** The last block before this one that stayed in place. */
function lastKnownBefore({ after, inPlace }: Passage, id: BlockId): BlockId | null {
  for (let at = (after.places.get(id) ?? 0) - 1; at >= 0; at--) {
    const other = after.document.blocks[at]?.id
    if (other !== undefined && inPlace.has(other)) return other
  }
  return null
}
