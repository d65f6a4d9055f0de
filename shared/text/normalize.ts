/**
 * The one way to write a text down: neighbouring runs with the same marks are one run, marks stand in the order of RUN_MARKS,
 * characters are in NFC (Unicode Standard Annex 15) and no run is empty. The first cell of a table opens a row. Blocks keep their
 * identifiers and their order.
 */
import { isFootnote, LIMITS, RUN_MARKS, type BlockKind, type Inline, type Run, type TextDocument } from './document.ts'
import { FOOTNOTE_MARK, tearsCharacter } from './content.ts'
import { isCell } from './table.ts'

export function normalizeDocument(document: TextDocument): TextDocument {
  return { blocks: withRows(document).blocks.map((block) => ({ id: block.id, kind: block.kind, level: block.level, content: normalizeInlines(block.content) })) }
}

/** The first cell of every table opens a row; positions inside blocks are untouched. */
export function withRows(document: TextDocument): TextDocument {
  if (!document.blocks.some((block) => block.kind === 'cell')) return document
  return { blocks: document.blocks.map((block, at) => ({ ...block, kind: kindAt(document, at, block.kind) })) }
}

function kindAt({ blocks }: TextDocument, at: number, kind: BlockKind): BlockKind {
  const above = blocks[at - 1]
  return kind === 'cell' && !(above && isCell(above)) ? 'row' : kind
}

export function normalizeInlines(content: readonly Inline[]): Inline[] {
  const normal: Inline[] = []
  let runs: Run[] = []
  for (const inline of content) {
    if (!isFootnote(inline)) {
      runs.push(inline)
      continue
    }
    normal.push(...normalizeRuns(runs), { footnote: normalizeRuns(inline.footnote) })
    runs = []
  }
  return [...normal, ...normalizeRuns(runs)]
}

/** Merged first and composed afterwards: a letter and its accent may stand in two runs. */
export function normalizeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const text = run.text.toWellFormed().replaceAll(FOOTNOTE_MARK, '')
    const marks = RUN_MARKS.filter((mark) => run.marks.includes(mark))
    const last = merged.at(-1)
    if (last && sameMarks(last, { text, marks })) merged[merged.length - 1] = { text: last.text + text, marks }
    else if (text !== '') merged.push({ text, marks })
  }
  return merged.flatMap((run) => withinLimit({ text: run.text.normalize('NFC'), marks: run.marks }))
}

export function sameMarks(a: Run, b: Run): boolean {
  return a.marks.length === b.marks.length && a.marks.every((mark, at) => mark === b.marks[at])
}

/** A run longer than the schema allows is cut at the limit, always at the same places. */
function withinLimit(run: Run): Run[] {
  const parts: Run[] = []
  let rest = run.text
  while (rest.length > LIMITS.charactersPerRun) {
    const cut = tearsCharacter(rest, LIMITS.charactersPerRun) ? LIMITS.charactersPerRun - 1 : LIMITS.charactersPerRun
    parts.push({ text: rest.slice(0, cut), marks: run.marks })
    rest = rest.slice(cut)
  }
  return [...parts, { text: rest, marks: run.marks }]
}
