/** Side by side, long stretches that nobody changed are folded; a paragraph on either side of a change stays, to read it by. */
import type { MarkedBlock } from '../../../shared/text/marked.ts'

export type Row = { readonly row: 'block'; readonly at: number } | { readonly row: 'fold'; readonly from: number; readonly to: number }

/** Paragraphs that stay beside a change. */
const BESIDE = 1
/** Fewer would save no room. */
const LEAST_FOLDED = 3

/** `opened` holds the first blocks of stretches that one wants to see; what `stays` names is never folded. The last block of a fold is `to` - 1. */
export function rowsOf(blocks: readonly MarkedBlock[], opened: ReadonlySet<number>, stays: (block: MarkedBlock) => boolean): Row[] {
  const rows: Row[] = []
  for (let at = 0; at < blocks.length;) {
    const end = endOfStretch(blocks, at, stays)
    const from = at === 0 ? at : at + BESIDE
    const to = end === blocks.length ? end : end - BESIDE
    const folds = to - from >= LEAST_FOLDED && !opened.has(from)
    for (let block = at; block < Math.max(end, at + 1); block++) {
      if (folds && block === from) rows.push({ row: 'fold', from, to })
      if (!folds || block < from || block >= to) rows.push({ row: 'block', at: block })
    }
    at = Math.max(end, at + 1)
  }
  return rows
}

function endOfStretch(blocks: readonly MarkedBlock[], from: number, stays: (block: MarkedBlock) => boolean): number {
  let end = from
  for (let block = blocks[end]; block !== undefined && isUnchanged(block) && !stays(block); block = blocks[end]) end++
  return end
}

function isUnchanged({ change, before, after, content }: MarkedBlock): boolean {
  return change === 'same' && before?.kind === after?.kind && before?.level === after?.level
    && content.every((inline) => inline.change === 'same' && (!('footnote' in inline) || inline.footnote.every((run) => run.change === 'same')))
}
