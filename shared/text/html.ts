/**
 * A publication as one HTML page that needs nothing else: no script, no link to anywhere, one style sheet of its own, and a policy in its
 * head that forbids anything more. Prints on A4 with number and marking on every page.
 */
import type { MarkedFootnote, MarkedInline, MarkedRun } from './marked.ts'
import type { Publication } from './publication.ts'
import { coverFields, EXERCISE_WORDS, markingWords, moveWords, numberWords, placeAndDate } from './coverWords.ts'
import { PAGE_STYLE } from './htmlStyle.ts'
import { bodyOf, readingOf, stretchesOf, type Reading, type ReadingBlock } from './reading.ts'

/** Where head, foot and number of each sheet come from: the page's own margins, or whoever prints it. */
export type SheetLines = 'margins' | 'printer'

export function encodeHtml(publication: Publication, lines: SheetLines = 'margins'): string {
  const reading = readingOf(bodyOf(publication))
  const blocks = reading.blocks.map((block) => blockPart(block, reading)).join('\n')
  const main = `${coverPart(publication, reading)}\n<article>\n${blocks}\n</article>\n${footnotesPart(reading)}`
  return htmlPage({ title: `${numberWords(publication)} ${publication.title}`.trim(), publication, main, lines })
}

export interface HtmlPage {
  readonly title: string
  readonly publication: Pick<Publication, 'cover' | 'revLabel' | 'marking' | 'exercise'>
  /** Already HTML. */
  readonly main: string
  readonly lines: SheetLines
}

export function htmlPage({ title, publication, main, lines }: HtmlPage): string {
  const marking = [...(publication.exercise ? [EXERCISE_WORDS] : []), ...markingWords(publication.marking)].join('   ')
  const band = (place: 'head' | 'foot'): string => {
    const exercise = publication.exercise ? `<span class="exercise">${EXERCISE_WORDS}</span>` : ''
    const words = markingWords(publication.marking).map((word) => `<strong>${escapeHtml(word)}</strong>`).join(' ')
    return exercise || words ? `<div class="band ${place}">${exercise}${words}${exercise}</div>` : ''
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
@page { size: A4; margin: 25mm 22mm;${lines === 'margins' ? marginBoxes(marking, numberWords(publication)) : ''} }
${PAGE_STYLE}
</style>
</head>
<body>
${band('head')}
<main>
${main}
</main>
${band('foot')}
</body>
</html>
`
}

function marginBoxes(marking: string, number: string): string {
  return `
  @top-center { content: ${cssString(marking)}; font: 700 10pt sans-serif; }
  @bottom-left { content: ${cssString(number)}; font: 9pt sans-serif; }
  @bottom-center { content: ${cssString(marking)}; font: 700 9pt sans-serif; }
  @bottom-right { content: counter(page) "/" counter(pages); font: 9pt sans-serif; }`
}

function coverPart(publication: Publication, reading: Reading): string {
  const { cover } = publication
  const fields = coverFields(publication).map((field) => `<dt>${field.name}</dt><dd>${escapeHtml(field.value)}</dd>`).join('')
  const codes = cover.codes.map((code) => `<li>${escapeHtml(code)}</li>`).join('')
  return `<header class="cover">
<p class="place">${escapeHtml(placeAndDate(publication))}</p>
<p class="number">${escapeHtml(numberWords(publication))}</p>
${codes ? `<ul class="codes">${codes}</ul>` : ''}
<p class="type">${escapeHtml(cover.type)}</p>
<dl>${fields}</dl>
${legendPart(publication, reading)}
</header>`
}

function legendPart(publication: Publication, reading: Reading): string {
  if (publication.comparedWith === null) return ''
  const moves = reading.moves.map((move) => `<li>${escapeHtml(moveWords(move))}</li>`).join('')
  const signs = '<ins>inserted</ins>, <del>deleted</del>, <span class="movedTo">paragraph moved here</span>'
  return `<p class="legend">Compared with ${escapeHtml(publication.comparedWith)}: ${signs}.</p>
${moves ? `<ul class="moves">${moves}</ul>` : ''}`
}

const TAGS = { title: 'h1', heading: 'h2', formula: 'p', numbered: 'p', continuation: 'p', bullet: 'p', recital: 'p', plain: 'p', row: 'p', cell: 'p' } as const

function blockPart(entry: ReadingBlock, reading: Reading): string {
  const { block } = entry
  const shape = block.after ?? block.before
  if (!shape) return ''
  const tag = TAGS[shape.kind]
  if (block.change === 'movedFrom') return `<p class="movedFrom">${escapeHtml(moveNote(entry, reading))}</p>`
  const words = wholeMark(block.change, contentPart(block.content, reading, block.change === 'same' || block.change === 'movedTo'))
  const note = block.change === 'movedTo' ? `<span class="note">${escapeHtml(moveNote(entry, reading))}</span> ` : ''
  return `<${tag} class="${shape.kind} level${shape.level} ${block.change}">${numberPart(entry)}${note}${words}</${tag}>`
}

/** The paragraph stands in full where it is now, with its edits; where it was a line says where it went. */
function moveNote({ block }: ReadingBlock, reading: Reading): string {
  const move = reading.moves.find((one) => one.move === block.move)
  if (block.change === 'movedTo') return `Moved here from ${move?.from ?? ''}.`
  return `Former ${move?.from ?? ''} has moved to ${move?.to ?? ''}.`
}

function wholeMark(change: ReadingBlock['block']['change'], words: string): string {
  if (change === 'inserted') return `<ins>${words}</ins>`
  return change === 'deleted' ? `<del>${words}</del>` : words
}

function numberPart({ block, labelBefore, labelAfter }: ReadingBlock): string {
  const before = block.before?.kind === 'bullet' ? '–' : labelBefore
  const after = block.after?.kind === 'bullet' ? '–' : labelAfter
  if (before === '' && after === '') return ''
  const gone = before === '' || block.change === 'movedTo' ? '' : `<del>${before}</del>`
  const come = after === '' ? '' : `<ins>${after}</ins>`
  return `<span class="n">${block.change === 'same' && before === after ? after : gone + come}</span>`
}

function contentPart(content: readonly MarkedInline[], reading: Reading, showChanges: boolean): string {
  return stretchesOf(content).map(({ change, pieces }) => {
    const words = pieces.map((piece) => ('footnote' in piece ? `<sup class="fn">${reading.footnotes.get(piece) ?? ''}</sup>` : runPart(piece))).join('')
    return showChanges && change === 'inserted' ? `<ins>${words}</ins>` : showChanges && change === 'deleted' ? `<del>${words}</del>` : words
  }).join('')
}

function runPart(run: MarkedRun): string {
  let words = escapeHtml(run.text)
  if (run.marks.includes('superscript')) words = `<sup>${words}</sup>`
  if (run.marks.includes('underline')) words = `<u>${words}</u>`
  if (run.marks.includes('italic')) words = `<em>${words}</em>`
  if (run.marks.includes('bold')) words = `<strong>${words}</strong>`
  return words
}

function footnotesPart(reading: Reading): string {
  const notes = [...reading.footnotes].map(([footnote, name]) => `<li><span class="fn">${name}</span> ${footnotePart(footnote, reading)}</li>`)
  return notes.length === 0 ? '' : `<ol class="footnotes">\n${notes.join('\n')}\n</ol>`
}

function footnotePart(footnote: MarkedFootnote, reading: Reading): string {
  const words = contentPart(footnote.footnote, reading, footnote.change === 'same')
  return footnote.change === 'same' ? words : footnote.change === 'inserted' ? `<ins>${words}</ins>` : `<del>${words}</del>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

/** A CSS string that can neither end early nor close the style element. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .:/+-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
}
