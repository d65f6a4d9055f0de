/**
 * What a list of amendments lays hands on in a REV, and which lists cannot stand together. Positions and places are those of the
 * immutable REV, so whether two lists agree does not depend on which comes first.
 */
import type { Amendment } from './amendment.ts'
import type { Block, BlockId, TextDocument } from './document.ts'
import { arrivalUnits, type Arrival } from './arrivals.ts'
import { contentKey } from './canonical.ts'
import { contentLength, contentText, tearsCharacter } from './content.ts'
import { bagLikeness, bagOf, type WordBag } from './likeness.ts'
import { normalizeInlines } from './normalize.ts'
import { isCell } from './table.ts'

/** A REV with its blocks by identifier. */
export interface Base {
  readonly document: TextDocument
  readonly places: ReadonlyMap<BlockId, number>
}

export function baseOf(document: TextDocument): Base {
  return { document, places: new Map(document.blocks.map((block, at) => [block.id, at])) }
}

export function blockAt(base: Base, id: BlockId): Block | undefined {
  return base.document.blocks[base.places.get(id) ?? -1]
}

export interface Claim {
  /** Which list it comes from. */
  readonly set: number
  /** `row`: cells go into the row that this block opens. */
  readonly on: 'units' | 'whole' | 'place' | 'kind' | 'gap' | 'row'
  /** Block concerned; for a gap the block before it, empty at the very beginning. */
  readonly block: BlockId
  /** Units of the block, where `on` is `units`. */
  readonly from: number
  readonly to: number
  /** Words of a new block, where `on` is `gap`. */
  readonly bag: WordBag | null
  /** Equal for two claims that ask for the very same thing. */
  readonly key: string
}

/** Null where an amendment does not fit the REV, or where two of the list contradict one another. */
export function claimsOf(base: Base, amendments: readonly Amendment[], set: number): Claim[] | null {
  if (!amendments.every((amendment) => fits(base, amendment))) return null
  const claims = [
    ...amendments.flatMap((amendment) => (amendment.op === 'insertBlock' ? [] : [claimOf(amendment, set)])),
    ...arrivalUnits(amendments).flatMap((unit) => claimsOfArrival(base, unit, set)),
  ]
  return contradicts(claims) ? null : claims
}

/** A new row is one: its cells are not compared with those of other new rows. */
function claimsOfArrival(base: Base, unit: readonly Arrival[], set: number): Claim[] {
  const after = unit[0]?.after ?? ''
  const whole = { set, from: 0, to: 0 }
  const news = unit.flatMap((arrival) => (arrival.op === 'insertBlock' ? [arrival] : []))
  const key = news.map(({ kind, level, content }) => `g${kind}:${level}:${contentKey(normalizeInlines(content))}`).join('\n')
  const gap: Claim[] = news.length === 0 ? [] : [{ ...whole, on: 'gap', block: after, bag: bagOf(news.flatMap(({ content }) => content)), key }]
  const row = news[0]?.kind === 'cell' ? rowOf(base, after) : null
  return row === null ? gap : [...gap, { ...whole, on: 'row', block: row, bag: null, key: `r${key}` }]
}

function rowOf(base: Base, id: BlockId): BlockId | null {
  for (let at = base.places.get(id) ?? -1; at >= 0; at--) {
    const block = base.document.blocks[at]
    if (!block || !isCell(block)) return null
    if (block.kind === 'row') return block.id
  }
  return null
}

function fits(base: Base, amendment: Amendment): boolean {
  if (amendment.op === 'insertBlock') return isGap(base, amendment.after)
  const block = blockAt(base, amendment.block)
  if (!block) return false
  if (amendment.op === 'moveBlock') return isGap(base, amendment.after) && amendment.after !== amendment.block
  if (amendment.op !== 'replace') return true
  const text = contentText(block.content)
  return amendment.from <= amendment.to && amendment.to <= contentLength(block.content)
    && !tearsCharacter(text, amendment.from) && !tearsCharacter(text, amendment.to)
}

function isGap(base: Base, after: BlockId | null): boolean {
  return after === null || base.places.has(after)
}

function claimOf(amendment: Exclude<Amendment, { op: 'insertBlock' }>, set: number): Claim {
  const whole = { set, from: 0, to: 0, bag: null }
  switch (amendment.op) {
    case 'replace': {
      const { block, from, to, insert } = amendment
      return { set, on: 'units', block, from, to, bag: null, key: `u${from}:${to}:${contentKey(normalizeInlines(insert))}` }
    }
    case 'deleteBlock': return { ...whole, on: 'whole', block: amendment.block, key: 'd' }
    case 'moveBlock': return { ...whole, on: 'place', block: amendment.block, key: `m${amendment.after ?? ''}` }
    case 'setKind': return { ...whole, on: 'kind', block: amendment.block, key: `k${amendment.kind}:${amendment.level}` }
  }
}

/** Inside one list the order is the author's own, so new blocks may follow one another at will; anything else may be asked once. */
function contradicts(claims: readonly Claim[]): boolean {
  const rest = claims.filter((claim) => claim.on !== 'gap' && claim.on !== 'row')
  for (const group of Map.groupBy(rest, (claim) => claim.block).values()) {
    for (const [at, a] of group.entries()) {
      if (group.slice(at + 1).some((b) => a.key === b.key || clash(a, b))) return true
    }
  }
  return false
}

/**
 * Pairs of lists, lower number first, that cannot stand together. `strangers` says that nobody has asked for both: then new blocks at one
 * place that share half their words are rivals for it. Different ones, or those of one author, follow one another.
 */
export function collidingSets(claims: readonly Claim[], strangers: (a: number, b: number) => boolean = () => false): (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>()
  for (const group of Map.groupBy(claims, (claim) => `${claim.on === 'gap' ? 'gap' : 'block'} ${claim.block}`).values()) {
    for (let at = 0; at < group.length; at++) {
      for (let other = at + 1; other < group.length; other++) {
        const a = group[at]
        const b = group[other]
        if (!a || !b || a.set === b.set || a.key === b.key || !(clash(a, b) || ((rivals(a, b) || leftBehind(a, b)) && strangers(a.set, b.set)))) continue
        const pair = a.set < b.set ? [a.set, b.set] as const : [b.set, a.set] as const
        pairs.set(pair.join(), pair)
      }
    }
  }
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

const RIVALS = 0.5

function rivals(a: Claim, b: Claim): boolean {
  return a.bag !== null && b.bag !== null && bagLikeness(a.bag, b.bag) >= RIVALS
}

/** Cells that go into a row which somebody else takes away. Whoever asks for both knows what he asks. */
function leftBehind(a: Claim, b: Claim): boolean {
  const [cells, other] = a.on === 'row' ? [a, b] : [b, a]
  return cells.on === 'row' && (other.on === 'whole' || other.on === 'place')
}

function clash(a: Claim, b: Claim): boolean {
  if (a.on === 'gap' || b.on === 'gap' || a.on === 'row' || b.on === 'row') return false
  if (a.on === 'whole' || b.on === 'whole') return true
  if (a.on !== b.on) return false
  return a.on === 'units' ? overlap(a, b) : true
}

/** Touching passages compose; insertions at the very same point do not, because nobody has said which comes first. */
function overlap(a: Claim, b: Claim): boolean {
  if (a.from === a.to && b.from === b.to) return a.from === b.from
  return a.from < b.to && b.from < a.to
}
