/** From two texts to the marked version that shows every change between them. */
import type { Block, TextDocument } from './document.ts'
import type { MarkedBlock, MarkedDocument } from './marked.ts'
import { alignBlocks, pairsInPlace, type CompareOptions, type Pair } from './align.ts'
import { compareContent, markAll } from './compareContent.ts'
import { normalizeDocument } from './normalize.ts'

export type { CompareOptions } from './align.ts'

/** Exact in both directions, whatever the two texts are; how well it reads depends on what they have in common. */
export function compareDocuments(before: TextDocument, after: TextDocument, options: CompareOptions = { identifiers: 'stable' }): MarkedDocument {
  const old = normalizeDocument(before)
  const now = normalizeDocument(after)
  const pairs = alignBlocks(old, now, options)
  return { blocks: new Weaver(old.blocks, now.blocks, pairs, pairsInPlace(pairs, old.blocks, options.moved)).weave() }
}

/** Lays both texts into one sequence: what stays is the warp; what went stands before what came, and rows of tables stay unbroken. */
class Weaver {
  readonly #old: readonly Block[]
  readonly #now: readonly Block[]
  readonly #afterOf: ReadonlyMap<number, number>
  readonly #beforeOf: ReadonlyMap<number, number>
  readonly #inPlace: readonly Pair[]
  readonly #moves = new Map<number, number>()
  readonly #woven: MarkedBlock[] = []

  constructor(old: readonly Block[], now: readonly Block[], pairs: readonly Pair[], inPlace: readonly Pair[]) {
    this.#old = old
    this.#now = now
    this.#afterOf = new Map(pairs.map((pair) => [pair.before, pair.after]))
    this.#beforeOf = new Map(pairs.map((pair) => [pair.after, pair.before]))
    this.#inPlace = inPlace
  }

  weave(): MarkedBlock[] {
    let before = 0
    let after = 0
    for (const fixed of [...this.#inPlace, { before: this.#old.length, after: this.#now.length }]) {
      // First what goes on in the open row, then whole rows and paragraphs, last what opens the row of the block that stays.
      const [left, arrived] = [partsOf(this.#old, before, fixed.before), partsOf(this.#now, after, fixed.after)]
      for (const part of [0, 1, 2] as const) {
        left[part].forEach((at) => this.#leave(at))
        arrived[part].forEach((at) => this.#arrive(at))
      }
      this.#stay(fixed)
      before = fixed.before + 1
      after = fixed.after + 1
    }
    return this.#woven
  }

  #leave(before: number): void {
    const block = this.#old[before]
    if (!block) return
    const after = this.#afterOf.get(before)
    const counterpart = after === undefined ? undefined : this.#now[after]
    this.#woven.push(counterpart
      ? { change: 'movedFrom', move: this.#moveOf(before), ...both(block, counterpart), content: markAll(block.content, 'deleted') }
      : deletedBlock(block))
  }

  #arrive(after: number): void {
    const block = this.#now[after]
    if (!block) return
    const before = this.#beforeOf.get(after)
    const origin = before === undefined ? undefined : this.#old[before]
    this.#woven.push(origin && before !== undefined
      ? { change: 'movedTo', move: this.#moveOf(before), ...both(origin, block), content: compareContent(origin.content, block.content) }
      : insertedBlock(block))
  }

  #stay(pair: Pair): void {
    const block = this.#old[pair.before]
    const counterpart = this.#now[pair.after]
    if (block && counterpart) this.#woven.push(sameBlock(block, counterpart))
  }

  #moveOf(before: number): number {
    const known = this.#moves.get(before)
    if (known !== undefined) return known
    this.#moves.set(before, this.#moves.size + 1)
    return this.#moves.size
  }
}

/** Places [from, to): those that belong to the row before, those between, those that belong to the row of the block at `to`. */
function partsOf(blocks: readonly Block[], from: number, to: number): readonly [number[], number[], number[]] {
  let head = from
  while (head < to && blocks[head]?.kind === 'cell') head++
  let tail = to
  if (blocks[to]?.kind === 'cell') while (tail > head && blocks[--tail]?.kind === 'cell');
  const places = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, at) => start + at)
  return [places(from, head), places(head, tail), places(tail, to)]
}

export function sameBlock(before: Block, after: Block): MarkedBlock {
  return { change: 'same', move: null, ...both(before, after), content: compareContent(before.content, after.content) }
}

export function insertedBlock(block: Block): MarkedBlock {
  return { change: 'inserted', move: null, idBefore: null, idAfter: block.id, before: null, after: shapeOf(block), content: markAll(block.content, 'inserted') }
}

export function deletedBlock(block: Block): MarkedBlock {
  return { change: 'deleted', move: null, idBefore: block.id, idAfter: null, before: shapeOf(block), after: null, content: markAll(block.content, 'deleted') }
}

/** A move alone: where the block was, and where it is now. */
export function movedBlocks(before: Block, after: Block): { from: MarkedBlock; to: MarkedBlock } {
  return {
    from: { change: 'movedFrom', move: 1, ...both(before, after), content: markAll(before.content, 'deleted') },
    to: { change: 'movedTo', move: 1, ...both(before, after), content: compareContent(before.content, after.content) },
  }
}

function both(before: Block, after: Block): Pick<MarkedBlock, 'idBefore' | 'idAfter' | 'before' | 'after'> {
  return { idBefore: before.id, idAfter: after.id, before: shapeOf(before), after: shapeOf(after) }
}

function shapeOf(block: Block): { kind: Block['kind']; level: number } {
  return { kind: block.kind, level: block.level }
}
