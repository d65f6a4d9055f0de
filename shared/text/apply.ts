/**
 * Amendments put into a REV. Every position and place is that of the REV itself: a gap stays where it was, even if the block before it
 * moves or goes. Therefore lists that do not collide give one result, whatever their order; only what is new at one and the same place
 * stands in the order in which the lists are given. The same request in two lists counts once.
 */
import { err, ok, type Result } from '../base/result.ts'
import type { Amendment } from './amendment.ts'
import type { Block, BlockId, Inline, TextDocument } from './document.ts'
import { arrivalUnits, type Arrival } from './arrivals.ts'
import { baseOf, claimsOf, collidingSets, type Base, type Claim } from './claims.ts'
import { blockKey } from './canonical.ts'
import { contentLength, sliceContent } from './content.ts'
import { normalizeDocument, normalizeInlines } from './normalize.ts'

/** `set` and `sets` are places in the list of amendment lists that was given. */
export type ApplyFault =
  | { readonly code: 'amendment-misplaced'; readonly set: number }
  | { readonly code: 'suggestions-collide'; readonly sets: readonly [number, number] }

/** New blocks are named `r{rev}.{n}`, n counting from 1 in reading order. */
export function applyAmendments(document: TextDocument, rev: number, sets: readonly (readonly Amendment[])[]): Result<TextDocument, ApplyFault> {
  const base = baseOf(document)
  const claims: Claim[] = []
  for (const [set, amendments] of sets.entries()) {
    const found = claimsOf(base, amendments, set)
    if (!found) return err({ code: 'amendment-misplaced', set })
    claims.push(...found)
  }
  const collision = collidingSets(claims)[0]
  return collision ? err({ code: 'suggestions-collide', sets: collision }) : ok(applyChecked(base, rev, sets))
}

/** For lists whose claims have been checked. */
export function applyChecked(base: Base, rev: number, sets: readonly (readonly Amendment[])[]): TextDocument {
  const plan = planOf(sets)
  const blocks: Block[] = [...arrivals(plan, base, '')]
  for (const block of base.document.blocks) {
    if (!plan.deleted.has(block.id) && !plan.moved.has(block.id)) blocks.push(amendedBlock(plan, block))
    blocks.push(...arrivals(plan, base, block.id))
  }
  return normalizeDocument({ blocks: named(blocks, rev, base) })
}

/** What becomes of a REV, sorted by place. */
export interface Plan {
  readonly deleted: ReadonlySet<BlockId>
  readonly moved: ReadonlySet<BlockId>
  readonly kinds: ReadonlyMap<BlockId, Pick<Block, 'kind' | 'level'>>
  readonly passages: ReadonlyMap<BlockId, readonly Passage[]>
  /** What arrives in the gap after a block; the very beginning is named by the empty word. */
  readonly gaps: ReadonlyMap<BlockId, readonly Arrival[]>
}
type Passage = Extract<Amendment, { op: 'replace' }>

export function planOf(sets: readonly (readonly Amendment[])[]): Plan {
  const all = sets.flat()
  const of = <Op extends Amendment['op']>(op: Op) => all.filter((amendment): amendment is Extract<Amendment, { op: Op }> => amendment.op === op)
  return {
    deleted: new Set(of('deleteBlock').map((amendment) => amendment.block)),
    moved: new Set(of('moveBlock').map((amendment) => amendment.block)),
    kinds: new Map(of('setKind').map(({ block, kind, level }) => [block, { kind, level }])),
    passages: Map.groupBy(of('replace'), (amendment) => amendment.block),
    gaps: Map.groupBy(arrivalsOnce(sets), (amendment) => amendment.after ?? ''),
  }
}

/** A list may bring the same new block twice; two lists that each bring it once mean one. */
function arrivalsOnce(sets: readonly (readonly Amendment[])[]): Arrival[] {
  const brought = new Map<string, number>()
  return sets.flatMap((amendments) => {
    const here = new Map<string, number>()
    return arrivalUnits(amendments).filter((unit) => {
      const key = unit.map(arrivalKey).join('\n')
      const count = (here.get(key) ?? 0) + 1
      here.set(key, count)
      if (count <= (brought.get(key) ?? 0)) return false
      brought.set(key, count)
      return true
    }).flat()
  })
}

function arrivalKey(arrival: Arrival): string {
  if (arrival.op === 'moveBlock') return `m${arrival.block}`
  return `i${arrival.after ?? ''} ${blockKey({ kind: arrival.kind, level: arrival.level, content: normalizeInlines(arrival.content) })}`
}

/** New blocks have no name yet. */
function arrivals(plan: Plan, base: Base, gap: BlockId): Block[] {
  return (plan.gaps.get(gap) ?? []).flatMap((arrival) => {
    if (arrival.op === 'insertBlock') return [{ id: '', kind: arrival.kind, level: arrival.level, content: arrival.content }]
    const block = base.document.blocks[base.places.get(arrival.block) ?? -1]
    return block ? [amendedBlock(plan, block)] : []
  })
}

export function amendedBlock(plan: Plan, block: Block): Block {
  return { ...block, ...plan.kinds.get(block.id), content: amendedContent(block.content, plan.passages.get(block.id) ?? []) }
}

function amendedContent(content: readonly Inline[], passages: readonly Passage[]): Inline[] {
  const result: Inline[] = []
  let at = 0
  for (const passage of [...passages].sort((a, b) => a.from - b.from || a.to - b.to)) {
    // The same passage asked for by two lists: the first has been put in.
    if (passage.from < at || repeats(passages, passage)) continue
    result.push(...sliceContent(content, at, passage.from), ...passage.insert)
    at = passage.to
  }
  return [...result, ...sliceContent(content, at, contentLength(content))]
}

/** An insertion does not move the reading point, so its repetition is told by its place in the list. */
function repeats(passages: readonly Passage[], passage: Passage): boolean {
  return passage.from === passage.to && passages.find((other) => other.from === passage.from && other.to === passage.to) !== passage
}

function named(blocks: readonly Block[], rev: number, base: Base): Block[] {
  let next = 1
  return blocks.map((block) => {
    if (block.id !== '') return block
    while (base.places.has(`r${rev}.${next}`)) next++
    return { ...block, id: `r${rev}.${next++}` }
  })
}
