/** The disposition table as a Word file: every suggestion, by whom, what it asked for, what became of it, and why. */
import type { DispositionHead, DispositionRow } from '../text/disposition.ts'
import type { RunMark } from '../text/document.ts'
import type { MarkedDocument, MarkedInline, MarkedRun } from '../text/marked.ts'
import { coverParagraph, fullNumber, row, tableProperties } from './encodeCover.ts'
import { encodeFooter, encodeHeader, LANDSCAPE, sectionProperties } from './encodeFurniture.ts'
import { encodeNumbering } from './encodeNumbering.ts'
import { encodePackage } from './encodePackage.ts'
import { charactersMarkup, marksMarkup } from './encodeRuns.ts'
import { coverStyleId, encodeStyles } from './encodeStyles.ts'
import { element, property, wordPart } from './encodeXml.ts'
import { footnotesPart } from './encode.ts'
import type { Stamp } from './stamp.ts'

const VERDICTS: Readonly<Record<DispositionRow['verdict'], string>> = {
  accepted: 'Accepted', edited: 'Accepted in other words', notTakenUp: 'Not taken up', deferred: 'Deferred', open: 'Open',
}
const COLUMNS = ['Group', 'Delegation', 'Place', 'Change asked for', 'Disposition', 'Reason'] as const
/** Twentieths of a point, together the width between the margins of a landscape page. */
const WIDTHS = [850, 1350, 1900, 5470, 2300, 2700] as const

export function encodeDispositionDocx(rows: readonly DispositionRow[], head: DispositionHead, stamp: Stamp): Uint8Array {
  const number = fullNumber(head.cover, head.revLabel)
  const title = `Disposition of suggestions: ${head.title}`
  const document = wordPart('document', element('w:body', {},
    coverParagraph('Title', title),
    coverParagraph('Legend', `Suggestions on ${head.comparedWith} and what became of each in ${number}. `
      + 'Words to be added are bold and underlined, words to be deleted are struck through.'),
    element('w:tbl', {}, tableProperties('grid', WIDTHS),
      row(COLUMNS.map((name) => coverParagraph('Head', name)), WIDTHS, true), ...rows.map(rowMarkup)),
    coverParagraph('Gap', ''), sectionProperties(LANDSCAPE)))
  return encodePackage({
    title, document, styles: encodeStyles([]), numbering: encodeNumbering(), comments: null,
    footnotes: footnotesPart([]),
    header: encodeHeader(head), footer: encodeFooter(head, LANDSCAPE),
  }, stamp)
}

function rowMarkup(entry: DispositionRow): string {
  const cell = (text: string): string => coverParagraph('Cell', text)
  const verdict = cell(VERDICTS[entry.verdict]) + (entry.edited === '' ? '' : cell(entry.edited))
  return row([cell(entry.letter), cell(entry.delegation), cell(entry.place), changeMarkup(entry), verdict, cell(entry.reason)], WIDTHS)
}

/** The paragraphs concerned with visible marks: a table of decisions has nothing left to accept or reject. */
function changeMarkup({ change, words }: DispositionRow): string {
  if (change.blocks.length === 0) return coverParagraph('Cell', words)
  return change.blocks.map((block) => element('w:p', {}, element('w:pPr', {}, property('pStyle', coverStyleId('Cell'))),
    ...block.content.map((inline) => visibleInline(inline, block.change)))).join('')
}

type BlockChange = MarkedDocument['blocks'][number]['change']

function visibleInline(inline: MarkedInline, block: BlockChange): string {
  if (!('footnote' in inline)) return visibleRun(inline, changeShown(block, inline.change))
  const words = inline.footnote.map((run) => visibleRun(run, changeShown(block, inline.change === 'same' ? run.change : inline.change))).join('')
  return visibleRun({ text: ' [footnote: ', marks: [], change: 'same' }, 'same') + words + visibleRun({ text: ']', marks: [], change: 'same' }, 'same')
}

function changeShown(block: BlockChange, change: MarkedRun['change']): MarkedRun['change'] {
  if (change !== 'same' || block === 'same') return change
  return block === 'inserted' || block === 'movedTo' ? 'inserted' : 'deleted'
}

function visibleRun(run: MarkedRun, change: MarkedRun['change']): string {
  const added: readonly RunMark[] = change === 'inserted' ? ['bold', 'underline'] : []
  const marks = marksMarkup([...run.marks, ...added])
  // `w:strike` stands between italic and underline in the schema; marks of deleted words are dropped, the strike says enough.
  const properties = change === 'deleted' ? '<w:strike/>' : marks
  return element('w:r', {}, properties === '' ? '' : element('w:rPr', {}, properties), ...charactersMarkup(run.text, 'w:t'))
}
