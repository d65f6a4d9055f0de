/** The blocks that some amendments concern, marked against the REV; the rest of the text is left out. */
import type { Amendment } from './amendment.ts'
import type { Block, BlockId } from './document.ts'
import type { MarkedBlock, MarkedDocument } from './marked.ts'
import { amendedBlock, planOf, type Plan } from './apply.ts'
import { blockAt, type Base } from './claims.ts'
import { deletedBlock, insertedBlock, movedBlocks, sameBlock } from './compare.ts'
import { normalizeInlines } from './normalize.ts'

/** For amendments that fit the REV. */
export function previewOf(base: Base, amendments: readonly Amendment[]): MarkedDocument {
  const plan = planOf([amendments])
  const moves = new Map([...plan.moved].map((id, at) => [id, at + 1]))
  const concerned = new Set([...plan.deleted, ...plan.moved, ...plan.kinds.keys(), ...plan.passages.keys(), ...plan.gaps.keys()])
  const ids = [...concerned].sort((a, b) => (base.places.get(a) ?? -1) - (base.places.get(b) ?? -1))
  let fresh = 0
  const nextId = (): BlockId => `r0.${++fresh}`
  return { blocks: ids.flatMap((id) => [...ofBlock(base, plan, moves, id), ...ofGap(base, plan, moves, id, nextId)]) }
}

function ofBlock(base: Base, plan: Plan, moves: ReadonlyMap<BlockId, number>, id: BlockId): MarkedBlock[] {
  const block = blockAt(base, id)
  if (!block) return []
  if (plan.deleted.has(id)) return [deletedBlock(normal(block))]
  if (plan.moved.has(id)) return [{ ...movedBlocks(normal(block), amended(plan, block)).from, move: moves.get(id) ?? 1 }]
  return plan.kinds.has(id) || plan.passages.has(id) ? [sameBlock(normal(block), amended(plan, block))] : []
}

function ofGap(base: Base, plan: Plan, moves: ReadonlyMap<BlockId, number>, gap: BlockId, nextId: () => BlockId): MarkedBlock[] {
  return (plan.gaps.get(gap) ?? []).flatMap((arrival) => {
    if (arrival.op === 'insertBlock') return [insertedBlock(normal({ id: nextId(), kind: arrival.kind, level: arrival.level, content: arrival.content }))]
    const block = blockAt(base, arrival.block)
    return block ? [{ ...movedBlocks(normal(block), amended(plan, block)).to, move: moves.get(arrival.block) ?? 1 }] : []
  })
}

function amended(plan: Plan, block: Block): Block {
  return normal(amendedBlock(plan, block))
}

function normal(block: Block): Block {
  return { ...block, content: normalizeInlines(block.content) }
}
