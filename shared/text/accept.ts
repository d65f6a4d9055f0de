/** The two texts that a marked version holds. */
import type { Block, Inline, Run, TextDocument } from './document.ts'
import type { Change, MarkedBlock, MarkedDocument, MarkedInline, MarkedRun } from './marked.ts'
import { normalizeInlines } from './normalize.ts'

/** The text as it stands. */
export function acceptAll(marked: MarkedDocument): TextDocument {
  return { blocks: marked.blocks.flatMap((block) => blockOf(block.change === 'movedFrom' ? null : block.after, block.idAfter, block, 'deleted')) }
}

/** Its predecessor. */
export function rejectAll(marked: MarkedDocument): TextDocument {
  return { blocks: marked.blocks.flatMap((block) => blockOf(block.change === 'movedTo' ? null : block.before, block.idBefore, block, 'inserted')) }
}

function blockOf(shape: MarkedBlock['after'], id: string | null, block: MarkedBlock, dropped: Change): Block[] {
  if (shape === null || id === null) return []
  return [{ id, kind: shape.kind, level: shape.level, content: contentWithout(block.content, dropped) }]
}

/** Content with the changes of one kind left out, in canonical form. */
export function contentWithout(content: readonly MarkedInline[], dropped: Change): Inline[] {
  const kept = content.filter((inline) => inline.change !== dropped)
  return normalizeInlines(kept.map((inline) => ('footnote' in inline ? { footnote: runsWithout(inline.footnote, dropped) } : plainRun(inline))))
}

function runsWithout(runs: readonly MarkedRun[], dropped: Change): Run[] {
  return runs.filter((run) => run.change !== dropped).map(plainRun)
}

function plainRun(run: MarkedRun): Run {
  return { text: run.text, marks: run.marks }
}
