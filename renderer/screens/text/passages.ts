/** A text cut where something begins or ends on it, so that each piece can be shown for what it is: words with an origin, words with a comment. */
import { sliceContent, contentLength } from '../../../shared/text/content.ts'
import { markAll } from '../../../shared/text/compareContent.ts'
import type { BlockId, TextDocument } from '../../../shared/text/document.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import type { MarkedDocument } from '../../../shared/text/marked.ts'
import type { TextPlace } from '../../../shared/text/place.ts'

export interface CutText {
  readonly marked: MarkedDocument
  /** Where each inline begins, by `block:inline`. */
  readonly startOf: ReadonlyMap<string, number>
}

/** Places of other blocks are passed over; an empty stretch cuts nothing. */
export function cutAt(document: TextDocument, places: readonly TextPlace[]): CutText {
  const cuts = new Map<BlockId, Set<number>>()
  for (const { block, from, to } of places) cuts.set(block, new Set([...(cuts.get(block) ?? []), from, to]))
  const startOf = new Map<string, number>()
  const blocks = normalizeDocument(document).blocks.map((block, at): MarkedDocument['blocks'][number] => {
    const ends = [...(cuts.get(block.id) ?? []), contentLength(block.content)].sort((a, b) => a - b)
    const content = ends.flatMap((end, nth) => sliceContent(block.content, ends[nth - 1] ?? 0, end)).flatMap((inline) => markAll([inline], 'same'))
    let start = 0
    content.forEach((inline, nth) => {
      startOf.set(`${at}:${nth}`, start)
      start += 'footnote' in inline ? 1 : inline.text.length
    })
    const form = { kind: block.kind, level: block.level }
    return { change: 'same', move: null, idBefore: block.id, idAfter: block.id, before: form, after: form, content }
  })
  return { marked: { blocks }, startOf }
}
