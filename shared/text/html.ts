/**
 * A publication as one HTML page that needs nothing else: no script, no link to anywhere, one style sheet of its own, and a policy in its
 * head that forbids anything more. Prints on A4 with number and marking on every page.
 */
import type { Publication } from './publication.ts'
import { copyWords, coverFields, EXERCISE_WORDS, footWords, markingWords, moveWords, numberWords, placeAndDate } from './coverWords.ts'
import { blockParts, footnotesPart } from './htmlBlocks.ts'
import { escapeHtml } from './htmlEscape.ts'
import { PAGE_STYLE } from './htmlStyle.ts'
import { legendLines, type Legend } from './legend.ts'
import { placeReserved, RESERVED_HEADING, type ReservedNote } from './reserved.ts'
import { bodyOf, readingOf, type Reading } from './reading.ts'

export { escapeHtml } from './htmlEscape.ts'

/** Where head, foot and number of each sheet come from: the page's own margins, or whoever prints it. */
export type SheetLines = 'margins' | 'printer'

export function encodeHtml(publication: Publication, lines: SheetLines = 'margins'): string {
  const reserved = publication.reserved ?? []
  const placed = placeReserved(bodyOf(publication), reserved)
  const reading = readingOf(placed.document)
  const { legend } = publication.cover
  const main = `${coverPart(publication, reading)}\n<article class="${legendClasses(legend)}">\n${blockParts(reading, legend, placed.closing)}\n</article>\n${footnotesPart(reading, legend)}${reservedPart(reserved)}`
  return htmlPage({ title: `${numberWords(publication)} ${publication.title}`.trim(), publication, main, lines })
}

export interface HtmlPage {
  readonly title: string
  readonly publication: Pick<Publication, 'cover' | 'revLabel' | 'marking' | 'exercise' | 'copy'>
  /** Already HTML. */
  readonly main: string
  readonly lines: SheetLines
}

export function htmlPage({ title, publication, main, lines }: HtmlPage): string {
  const marking = [...(publication.exercise ? [EXERCISE_WORDS] : []), ...markingWords(publication.marking)].join('   ')
  const copy = copyWords(publication)
  const band = (place: 'head' | 'foot'): string => {
    const exercise = publication.exercise ? `<span class="exercise">${EXERCISE_WORDS}</span>` : ''
    const words = markingWords(publication.marking).map((word) => `<strong>${escapeHtml(word)}</strong>`).join(' ')
    return exercise || words ? `<div class="band ${place}">${exercise}${words}${exercise}${copy && place === 'head' ? `<span class="copy">${escapeHtml(copy)}</span>` : ''}</div>` : ''
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
@page { size: A4; margin: 25mm 22mm;${lines === 'margins' ? marginBoxes(marking, copy, footWords(publication)) : ''} }
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

function marginBoxes(marking: string, copy: string, foot: { left: string; right: string }): string {
  return `
  @top-center { content: ${cssString(marking)}; font: 700 10pt sans-serif; }
  @top-right { content: ${cssString(copy)}; font: 9pt sans-serif; }
  @bottom-left { content: ${cssString(foot.left)}; font: 9pt sans-serif; }
  @bottom-center { content: ${cssString(marking)}; font: 700 9pt sans-serif; }
  @bottom-right { content: ${foot.right === '' ? '' : `${cssString(`${foot.right}   `)} `}counter(page) "/" counter(pages); font: 9pt sans-serif; }`
}

function coverPart(publication: Publication, reading: Reading): string {
  const { cover } = publication
  const fields = coverFields(publication).map((field) => `<dt>${field.name}</dt><dd>${escapeHtml(field.value)}</dd>`).join('')
  const codes = cover.codes.map((code) => `<li>${escapeHtml(code)}</li>`).join('')
  const purposes = cover.purposes.map((purpose) => `<li>– ${escapeHtml(purpose)}</li>`).join('')
  const line = (name: string, words: string): string => (words === '' ? '' : `<p class="${name}" dir="auto">${escapeHtml(words)}</p>\n`)
  return `<header class="cover">
${line('institution', cover.institution)}${line('place', placeAndDate(publication))}${line('language', cover.originalLanguage === '' ? '' : `(OR. ${cover.originalLanguage})`)}${line('number', numberWords(publication))}${codes ? `<ul class="codes">${codes}</ul>\n` : ''}${line('type', cover.type)}<dl>${fields}</dl>
${purposes ? `<ul class="purposes">${purposes}</ul>\n` : ''}${cover.sentences.map((sentence) => line('sentence', sentence)).join('')}${legendPart(publication, reading)}
</header>`
}

function legendPart(publication: Publication, reading: Reading): string {
  if (publication.comparedWith === null) return ''
  const moves = reading.moves.map((move) => `<li>${escapeHtml(moveWords(move))}</li>`).join('')
  const { legend } = publication.cover
  const samples = { inserted: '<ins>abc</ins>', deleted: legend.deleted === 'brackets' ? '<del>[...]</del>' : '<del>abc</del>', moved: '<span class="moved">abc</span>' }
  const signs = legendLines(legend).map(({ sign, words }) => `<li>${samples[sign]} ${escapeHtml(words)}</li>`).join('')
  return `<div class="legend ${legendClasses(legend)}"><p>Compared with ${escapeHtml(publication.comparedWith)}:</p><ul>${signs}</ul></div>
${moves ? `<ul class="moves">${moves}</ul>` : ''}`
}

/** After the footnotes of the text, told apart by their marks: whose reservations stand on it. */
function reservedPart(reserved: readonly ReservedNote[]): string {
  const notes = reserved.map((note) => `<li dir="auto"><span class="fn">${note.mark}</span> ${escapeHtml(note.words)}</li>`)
  return notes.length === 0 ? '' : `\n<ol class="footnotes reserved" aria-label="${RESERVED_HEADING}">\n${notes.join('\n')}\n</ol>`
}

/** What the style sheet goes by. */
function legendClasses({ inserted, moved }: Legend): string {
  return `inserted-${inserted} moved-${moved}`
}

/** A CSS string that can neither end early nor close the style element. */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .:/+-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
}
