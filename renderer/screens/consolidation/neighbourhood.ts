/** The few paragraphs that some suggestions concern, cut out of the whole text to be edited, and put back. */
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import type { Amendment } from '../../../shared/text/amendment.ts'
import type { Block, TextDocument } from '../../../shared/text/document.ts'

export interface Neighbourhood {
  readonly before: TextDocument
  readonly after: TextDocument
  /** First and last of the blocks of `before`, by place in the whole text. */
  readonly first: number
  readonly last: number
}

/** From the first to the last block concerned, in both texts; a move takes everything between its ends. */
export function neighbourhood(base: TextDocument, changed: TextDocument, groups: readonly SuggestionGroup[]): Neighbourhood {
  const places = groups.flatMap((group) => group.amendments.flatMap((amendment) => placesOf(base, amendment)))
  const first = Math.max(0, Math.min(...places, base.blocks.length - 1))
  const last = Math.max(first, Math.max(...places, 0))
  const head = base.blocks.slice(0, first).map((block) => block.id)
  const tail = base.blocks.slice(last + 1).map((block) => block.id)
  const outside = new Set([...head, ...tail])
  return { before: { blocks: base.blocks.slice(first, last + 1) }, after: { blocks: changed.blocks.filter((block) => !outside.has(block.id)) }, first, last }
}

function placesOf(base: TextDocument, amendment: Amendment): number[] {
  const find = (id: string | null) => (id === null ? 0 : base.blocks.findIndex((block) => block.id === id))
  if (amendment.op === 'insertBlock') return [find(amendment.after)]
  return amendment.op === 'moveBlock' ? [find(amendment.block), find(amendment.after)] : [find(amendment.block)]
}

export function putBack(base: TextDocument, part: Neighbourhood, edited: TextDocument): TextDocument {
  const outside = (block: Block) => !edited.blocks.some((one) => one.id === block.id)
  return { blocks: [...base.blocks.slice(0, part.first).filter(outside), ...edited.blocks, ...base.blocks.slice(part.last + 1).filter(outside)] }
}
