/** Which delegations asked for the changes of a marked version, told by place: the change lies where their suggestion laid hands on the predecessor. */
import type { Amendment } from './amendment.ts'
import type { BlockId, Inline } from './document.ts'
import { contentKey } from './canonical.ts'
import { contentText } from './content.ts'
import { contentWithout } from './accept.ts'
import { bagLikeness, bagOf } from './likeness.ts'
import type { MarkedBlock, MarkedDocument, MarkedInline } from './marked.ts'
import { normalizeInlines } from './normalize.ts'

/** What was taken up, and who asked for it. */
export interface TakenUp {
  readonly names: readonly string[]
  readonly amendments: readonly Amendment[]
}

/** The same marks, each with who asked for it; without names where nobody did, which means the issuer. */
export function attributed(marked: MarkedDocument, taken: readonly TakenUp[]): MarkedDocument {
  const wishes = new Wishes(taken)
  return { blocks: marked.blocks.map((block) => attributedBlock(block, wishes)) }
}

function attributedBlock(block: MarkedBlock, wishes: Wishes): MarkedBlock {
  const whole = wholeNames(block, wishes)
  const inside = block.change === 'same' || block.change === 'movedTo'
  const content = inside ? attributedContent(block, wishes) : block.content.map((inline) => withNames(inline, whole))
  return whole.length > 0 ? { ...block, content, by: whole } : { ...block, content }
}

function wholeNames(block: MarkedBlock, wishes: Wishes): string[] {
  const { change, before, after, idBefore } = block
  switch (change) {
    case 'inserted': return wishes.arrival(contentWithout(block.content, 'deleted'))
    case 'deleted': return wishes.onBlock('deleteBlock', idBefore ?? '')
    case 'movedFrom': case 'movedTo': return wishes.onBlock('moveBlock', idBefore ?? '')
    case 'same': return before?.kind === after?.kind && before?.level === after?.level ? [] : wishes.onBlock('setKind', idBefore ?? '')
  }
}

/** Positions are those of the predecessor: deleted words lie where they stood, inserted ones at the point where they go in. */
function attributedContent(block: MarkedBlock, wishes: Wishes): MarkedInline[] {
  const passages = wishes.passages(block.idBefore ?? '')
  let at = 0
  return block.content.map((inline) => {
    const from = at
    if (inline.change !== 'inserted') at += 'footnote' in inline ? 1 : inline.text.length
    if (inline.change === 'same') return 'footnote' in inline ? withinFootnote(inline, namesOf(passages.filter(({ amendment }) => amendment.from <= from && amendment.to > from))) : inline
    if (inline.change === 'deleted') return withNames(inline, namesOf(passages.filter(({ amendment }) => amendment.from < at && amendment.to > from)))
    return withNames(inline, namesOf(wishesFor(inline, at, passages)))
  })
}

/** Words that repeat what stands beside them may be marked further on than where they were asked for, by their own length at most. */
function wishesFor(inline: MarkedInline, at: number, passages: readonly Wish<'replace'>[]): readonly Wish<'replace'>[] {
  const words = contentText(contentWithout([inline], 'deleted'))
  const within = (reach: number): Wish<'replace'>[] => passages.filter(({ amendment }) => amendment.from <= at + reach && amendment.to >= at - reach)
  const saying = (wishes: readonly Wish<'replace'>[]): Wish<'replace'>[] => wishes.filter(({ amendment }) => contentText(amendment.insert).includes(words.trim()))
  const touching = within(0)
  if (touching.length === 0) return saying(within(words.length))
  const exact = saying(touching)
  return exact.length > 0 ? exact : touching
}

/** The reference stays, and words inside the footnote have changed. */
function withinFootnote(inline: Extract<MarkedInline, { footnote: unknown }>, names: readonly string[]): MarkedInline {
  return names.length === 0 ? inline : { ...inline, footnote: inline.footnote.map((run) => (run.change === 'same' ? run : { ...run, by: [...names] })) }
}

function withNames(inline: MarkedInline, names: readonly string[]): MarkedInline {
  if (names.length === 0) return inline
  const by = [...names]
  return 'footnote' in inline ? { ...inline, by, footnote: inline.footnote.map((run) => ({ ...run, by })) } : { ...inline, by }
}

function namesOf(wishes: readonly { readonly names: readonly string[] }[]): string[] {
  return [...new Set(wishes.flatMap(({ names }) => names))]
}

type Wish<Op extends Amendment['op']> = { readonly amendment: Extract<Amendment, { op: Op }>; readonly names: readonly string[] }

class Wishes {
  readonly #taken: readonly { readonly amendment: Amendment; readonly names: readonly string[] }[]
  readonly #passages: ReadonlyMap<BlockId, readonly Wish<'replace'>[]>

  constructor(taken: readonly TakenUp[]) {
    this.#taken = taken.flatMap(({ names, amendments }) => amendments.map((amendment) => ({ amendment, names })))
    this.#passages = Map.groupBy(this.#of('replace'), ({ amendment }) => amendment.block)
  }

  onBlock(op: 'deleteBlock' | 'moveBlock' | 'setKind', block: BlockId): string[] {
    return namesOf(this.#of(op).filter(({ amendment }) => amendment.block === block))
  }

  passages(block: BlockId): readonly Wish<'replace'>[] {
    return this.#passages.get(block) ?? []
  }

  /** The same words; else the most alike at the same place. */
  arrival(content: readonly Inline[]): string[] {
    const wishes = this.#of('insertBlock')
    const words = contentKey(normalizeInlines(content))
    const same = wishes.filter(({ amendment }) => contentKey(normalizeInlines(amendment.content)) === words)
    return namesOf(same.length > 0 ? same : wishes.filter(({ amendment }) => bagLikeness(bagOf(amendment.content), bagOf(content)) >= ALIKE))
  }

  #of<Op extends Amendment['op']>(op: Op): Wish<Op>[] {
    return this.#taken.filter((wish): wish is Wish<Op> => wish.amendment.op === op)
  }
}

const ALIKE = 0.6
