/** Every mark of a marked version by its place, found without the product's own list. */
import type { MarkedDocument } from '../../../shared/text/marked.ts'

export interface Mark {
  readonly block: number
  /** Place in the content. */
  readonly inline: number
  readonly kind: 'whole' | 'moved' | 'words'
}

export function marksOf({ blocks }: MarkedDocument): Mark[] {
  return blocks.flatMap((block, at): Mark[] => {
    if (block.change === 'movedFrom') return []
    if (block.change === 'inserted' || block.change === 'deleted') return block.content.map((_, inline) => ({ block: at, inline, kind: 'whole' as const }))
    const words = block.content.flatMap((inline, place): Mark[] => {
      const changed = inline.change !== 'same' || ('footnote' in inline && inline.footnote.some((run) => run.change !== 'same'))
      return changed ? [{ block: at, inline: place, kind: 'words' }] : []
    })
    return block.change === 'movedTo' ? [{ block: at, inline: 0, kind: 'moved' }, ...words] : words
  })
}
