/**
 * From what a person typed to what a person asks: the fewest, whole-word suggestions that turn a REV into the edited text.
 * Law: applied together, in this order, they give the edited text in canonical form.
 */
import type { Amendment, Suggestion } from './amendment.ts'
import type { Block, BlockId, TextDocument } from './document.ts'
import { contentKey } from './canonical.ts'
import { sliceContent } from './content.ts'
import { diffContent } from './contentDiff.ts'
import { pairsInPlace, type Pair } from './align.ts'
import { normalizeInlines, withRows } from './normalize.ts'
import { isCell, unitsOf } from './table.ts'

/** Blocks of `edited` that survive carry their identifier in `base`; any other identifier is a new block. A row comes, goes and moves at once. */
export function suggestionsBetween(base: TextDocument, edited: TextDocument): Suggestion[] {
  const [before, after] = [withRows(base), withRows(edited)]
  const pairs = survivingPairs(before, after)
  const kept = new Set(pairs.map((pair) => pair.before))
  const deletions = kept.size === before.blocks.length ? [] : unitsOf(before).map((unit) => unit.blocks.flatMap((block, at): Amendment[] => (kept.has(unit.from + at) ? [] : [{ op: 'deleteBlock', block: block.id }])))
    .filter((amendments) => amendments.length > 0)
  const changes = pairs.flatMap((pair) => {
    const old = as(base.blocks[pair.before], before.blocks[pair.before]?.kind)
    // That the first cell of a table opens a row follows from what stands before it, and is nobody's wish.
    const follows = old?.kind === 'cell' && after.blocks[pair.after]?.kind === 'row' && !isCell(edited.blocks[pair.after - 1] ?? NO_CELL)
    const now = as(edited.blocks[pair.after], follows ? 'cell' : after.blocks[pair.after]?.kind)
    return old && now ? changesInside(old, now) : []
  })
  const lists = [...changes, ...deletions, ...arrivals(before, after, pairs)]
  return lists.map((amendments) => ({ amendments, reason: null }))
}

function survivingPairs(before: TextDocument, after: TextDocument): Pair[] {
  const places = new Map(before.blocks.map((block, at) => [block.id, at]))
  return after.blocks.flatMap((block, at) => {
    const place = places.get(block.id)
    places.delete(block.id)
    return place === undefined ? [] : [{ before: place, after: at }]
  })
}

const NO_CELL: Pick<Block, 'kind'> = { kind: 'plain' }

/** The very same block where it is of this kind already. */
function as(block: Block | undefined, kind: Block['kind'] | undefined): Block | undefined {
  return block === undefined || kind === undefined || block.kind === kind ? block : { ...block, kind }
}

/** Blocks are never changed in place: as long as both are the same objects, so is what was found between them. */
const found = new WeakMap<Block, { readonly old: Block; readonly lists: Amendment[][] }>()

function changesInside(old: Block, now: Block): Amendment[][] {
  const known = found.get(now)
  if (known?.old === old) return known.lists
  const lists = differences(old, now)
  found.set(now, { old, lists })
  return lists
}

function differences(old: Block, now: Block): Amendment[][] {
  const kind: Amendment[][] = old.kind === now.kind && old.level === now.level ? [] : [[{ op: 'setKind', block: old.id, kind: now.kind, level: now.level }]]
  const target = normalizeInlines(now.content)
  if (contentKey(normalizeInlines(old.content)) === contentKey(target)) return kind
  const diff = diffContent(old.content, target)
  const end = diff.before.at(-1)?.to ?? 0
  const endAfter = diff.after.at(-1)?.to ?? 0
  const passages = diff.hunks.map((hunk): Amendment[] => [{
    op: 'replace',
    block: old.id,
    from: diff.before[hunk.aFrom]?.from ?? end,
    to: diff.before[hunk.aTo]?.from ?? end,
    insert: normalizeInlines(sliceContent(target, diff.after[hunk.bFrom]?.from ?? endAfter, diff.after[hunk.bTo]?.from ?? endAfter)),
  }])
  return [...kind, ...passages]
}

/** New and moved blocks, told by the last block before them that has not moved. */
function arrivals(before: TextDocument, after: TextDocument, pairs: readonly Pair[]): Amendment[][] {
  if (pairs.length === after.blocks.length && pairs.every((pair, at) => at === 0 || (pairs[at - 1]?.before ?? 0) < pair.before)) return []
  const inPlace = new Set(pairsInPlace(pairs, before.blocks).map((pair) => pair.after))
  const known = new Set(pairs.map((pair) => pair.after))
  const gaps = new Map<BlockId, Amendment[][]>()
  let gap: BlockId | null = null
  for (const [at, block] of after.blocks.entries()) {
    if (inPlace.has(at)) {
      gap = block.id
      continue
    }
    const { kind, level } = block
    const arrival: Amendment = known.has(at) ? { op: 'moveBlock', block: block.id, after: gap }
      : { op: 'insertBlock', after: gap, kind, level, content: normalizeInlines(block.content) }
    const here = gaps.get(gap ?? '') ?? []
    gaps.set(gap ?? '', here)
    const last = here.at(-1)
    if (last && kind === 'cell') last.push(arrival)
    else here.push([arrival])
  }
  return [...gaps.values()].flatMap(listsOfGap)
}

/** One suggestion each, unless the same new block comes twice: apart, the two would be taken for one. */
function listsOfGap(items: readonly Amendment[][]): Amendment[][] {
  const keys = items.map((item) => JSON.stringify(item))
  return new Set(keys).size < keys.length ? [items.flat()] : [...items]
}
