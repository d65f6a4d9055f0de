/** Paragraphs of one side of a draft: without a paragraph mark the text runs on into the next paragraph, whose format it takes. */
import type { Inline, Run } from '../text/document.ts'
import type { DraftItem, DraftRow, ParagraphFormat, Piece, Side } from './draft.ts'

export interface FlowParagraph { readonly content: readonly Inline[]; readonly format: ParagraphFormat }
export interface FlowRow { readonly row: DraftRow }

export function flowOf(items: readonly DraftItem[], side: Side): (FlowParagraph | FlowRow)[] {
  const flow: (FlowParagraph | FlowRow)[] = []
  let carried: FlowParagraph | null = null
  const flush = (): void => {
    // Before a table and at the end there is no paragraph to run on into: Word keeps the mark there.
    if (carried && carried.content.length > 0) flow.push(carried)
    carried = null
  }
  for (const item of items) {
    if (item.item === 'row') {
      flush()
      if (item.presence[side]) flow.push({ row: item })
      continue
    }
    const content: readonly Inline[] = [...contentBefore(carried), ...item.pieces.flatMap((piece) => inlinesOf(piece, side))]
    carried = { content, format: item.format[side] }
    if (!item.mark[side]) continue
    flow.push(carried)
    carried = null
  }
  flush()
  return flow
}

function contentBefore(carried: FlowParagraph | null): readonly Inline[] {
  return carried ? carried.content : []
}

function inlinesOf(piece: Piece, side: Side): Inline[] {
  if (!piece.presence[side]) return []
  if ('note' in piece) return [{ footnote: noteRuns(piece.note, side) }]
  return [{ text: piece.text, marks: [...piece.marks[side]] }]
}

/** Paragraphs of a note become lines; a footnote in a footnote does not exist, a table in one becomes lines as well. */
function noteRuns(items: readonly DraftItem[], side: Side): Run[] {
  const lines = flowOf(items, side).flatMap((part) =>
    'row' in part ? part.row.cells.filter((cell) => cell.presence[side]).map((cell) => noteRuns(cell.items, side)) : [part.content.filter(isRun)])
  return withoutSeparator(lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n', marks: [] }, ...line])))
}

function isRun(inline: Inline): inline is Run {
  return 'text' in inline
}

/** Word puts one space or tab between the number of a note and its words. */
function withoutSeparator(runs: Run[]): Run[] {
  const [first, ...rest] = runs
  if (!first || !/^[ \t]/.test(first.text)) return runs
  return first.text.length === 1 ? rest : [{ text: first.text.slice(1), marks: first.marks }, ...rest]
}
