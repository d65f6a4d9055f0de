/**
 * A publication as a Word file. A marked version carries real tracked changes: Accept All gives the text, Reject All its predecessor.
 * The law that `parse.ts` reads both back in canonical form is tested in test/laws/docxRoundTrip.test.ts.
 */
import type { MarkedDocument } from '../text/marked.ts'
import type { Publication } from '../text/publication.ts'
import { placeReserved, type ReservedPlaces } from '../text/reserved.ts'
import type { KindAndLevel } from './blockStyle.ts'
import { encodeBlocks, withoutChanges } from './encodeBlocks.ts'
import { commentsPart, remarksOf } from './encodeComments.ts'
import { encodeVisibleBlocks } from './encodeVisible.ts'
import { legendLines } from '../text/legend.ts'
import { coverParagraph, encodeCover } from './encodeCover.ts'
import { encodeFooter, encodeHeader, PORTRAIT, sectionProperties } from './encodeFurniture.ts'
import { encodeNumbering } from './encodeNumbering.ts'
import { encodePackage } from './encodePackage.ts'
import { plainRun, type Remarks, type Writing } from './encodeRuns.ts'
import { coverStyleId, encodeStyles } from './encodeStyles.ts'
import { element, property, wordPart } from './encodeXml.ts'
import { AUTHOR, wholeSeconds, type Stamp } from './stamp.ts'

export type { Stamp } from './stamp.ts'

/** `visible`: marked by formatting, as the legend of the cover says, instead of tracked changes. */
export type MarksAs = 'tracked' | 'visible'

export function encodeDocx(publication: Publication, stamp: Stamp, marks: MarksAs = 'tracked'): Uint8Array {
  const { body } = publication
  const visible = marks === 'visible' && body.version === 'marked'
  const notes = publication.reserved ?? []
  const placed = placeReserved(body.version === 'clean' ? withoutChanges(body.document) : body.document, notes)
  const { document } = placed
  const { writing, footnotes } = startWriting(stamp, publication.cover.from || AUTHOR, visible ? typedMarks(placed) : remarksOf(placed, notes))
  const blocks = visible ? encodeVisibleBlocks(document, publication.cover.legend, writing) : encodeBlocks(document, writing)
  const words = wordPart('document', element('w:body', {},
    encodeCover(publication, legendOf(publication, marks)), endOfCover(), titleAbove(publication, document), blocks,
    // A last paragraph of our own: the mark of the very last paragraph of a file can neither come nor go.
    coverParagraph('End', '________________'), ...reservedParagraphs(publication), sectionProperties(PORTRAIT)))
  return encodePackage({
    title: publication.title,
    document: words,
    styles: encodeStyles(placesIn(document)),
    numbering: encodeNumbering(),
    footnotes: footnotesPart(footnotes),
    comments: visible ? null : commentsPart(placed, notes, stamp),
    header: encodeHeader(publication),
    footer: encodeFooter(publication, PORTRAIT),
  }, stamp)
}

/** What nobody asked for is the issuer's own: whoever the cover says it comes from. */
function startWriting(stamp: Stamp, issuer: string, remarks: Remarks): { writing: Writing; footnotes: string[] } {
  const footnotes: string[] = []
  const date = wholeSeconds(stamp)
  let changes = 0
  const writing: Writing = {
    change: (by = []) => ({ 'w:id': ++changes, 'w:author': by.length > 0 ? by.join(', ') : issuer, 'w:date': date }),
    footnote: (runs) => footnotes.push(runs),
    remarks,
  }
  return { writing, footnotes }
}

/** Nothing can be accepted or rejected there: the marks are typed behind their passages. */
function typedMarks({ closing }: ReservedPlaces): Remarks {
  return { before: () => '', behind: (piece) => (closing.get(piece) ?? []).map(({ mark }) => plainRun(mark, ['superscript'])).join(plainRun(', ', ['superscript'])) }
}

function placesIn(document: MarkedDocument): KindAndLevel[] {
  return document.blocks.flatMap(({ before, after }) => [before, after].filter((place) => place !== null))
}

function legendOf({ body, comparedWith, cover }: Publication, marks: MarksAs): string[] {
  if (body.version === 'clean') return []
  const predecessor = comparedWith ?? 'its predecessor'
  if (marks === 'visible') return [`Marked version, compared with ${predecessor}.`, ...legendLines(cover.legend).map(({ words }) => words)]
  return [
    `Marked version, compared with ${predecessor}.`,
    'Changes are recorded as tracked changes: insertions, deletions, moved paragraphs, footnotes, and changes of numbering or format. '
      + `Accepting all of them gives the clean version; rejecting all of them gives ${predecessor}.`,
  ]
}

/** Below the end of the text, in paragraphs of our own: whoever accepts or rejects every change still reads the words alone above. */
function reservedParagraphs({ reserved }: Publication): string[] {
  return (reserved ?? []).map((note) => coverParagraph('Legend', `${note.mark} ${note.words}`))
}

function endOfCover(): string {
  return element('w:p', {}, element('w:pPr', {}, property('pStyle', coverStyleId('Gap')), sectionProperties(PORTRAIT)))
}

/** A text without a title of its own is headed by the title of the publication, which is no part of the text. */
function titleAbove({ title }: Publication, { blocks }: MarkedDocument): string {
  const hasTitle = blocks.some(({ before, after }) => before?.kind === 'title' || after?.kind === 'title')
  return hasTitle || title === '' ? '' : coverParagraph('Title', title)
}

/** Notes -1 and 0 draw the line above the footnotes; the text's own begin at 1. */
export function footnotesPart(footnotes: readonly string[]): string {
  const lines = [['separator', -1], ['continuationSeparator', 0]] as const
  return wordPart('footnotes',
    ...lines.map(([type, id]) => element('w:footnote', { 'w:type': type, 'w:id': id }, element('w:p', {}, element('w:r', {}, `<w:${type}/>`)))),
    ...footnotes.map((runs, index) => element('w:footnote', { 'w:id': index + 1 }, footnoteParagraph(runs))))
}

function footnoteParagraph(runs: string): string {
  const number = element('w:r', {}, element('w:rPr', {}, property('rStyle', 'FootnoteReference')), '<w:footnoteRef/>')
  return element('w:p', {}, element('w:pPr', {}, property('pStyle', 'FootnoteText')), number, element('w:r', {}, '<w:tab/>'), runs)
}
