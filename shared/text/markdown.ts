/**
 * A publication as Markdown. In a marked version `**x**` is added and `~~x~~` deleted, and nothing else is bold: whoever puts `x` for
 * the one and nothing for the other reads the clean text, and the other way round its predecessor. A paragraph that has moved is struck
 * where it was and bold where it is; the head says which. Law: `parseOwnMarkdown.ts` reads the same texts back.
 */
import type { Publication } from './publication.ts'
import { coverFields, EXERCISE_WORDS, markingWords, moveWords, numberWords, placeAndDate } from './coverWords.ts'
import { escapeMarkdown } from './markdownEscape.ts'
import { MarkdownWriter, type Version } from './markdownBlock.ts'
import { markedParts } from './markedTable.ts'
import type { ReservedNote } from './reserved.ts'
import { bodyOf, readingOf, type Reading } from './reading.ts'

export { escapeMarkdown } from './markdownEscape.ts'

/** First line of a file of ours. */
export function ownHead(version: Version): string {
  return `<!-- Chancery text 1: ${version} -->`
}

/** Between the cover and the text. */
export const TEXT_FOLLOWS = '---'

export function encodeMarkdown(publication: Publication): string {
  const body = bodyOf(publication)
  const reading = readingOf(body)
  const { version } = publication.body
  const writer = new MarkdownWriter(reading, version)
  const parts = markedParts(body.blocks).map((part) => writer.part(part))
  return `${[ownHead(version), ...headLines(publication, reading), ...reservedLines(publication.reserved ?? []), TEXT_FOLLOWS, ...parts, ...writer.footnotes()].join('\n\n')}\n`
}

/** Above the text, of which they are no part. */
function reservedLines(reserved: readonly ReservedNote[]): string[] {
  return reserved.map((note) => `${note.mark} ${escapeMarkdown(note.words)}`)
}

function headLines(publication: Publication, reading: Reading): string[] {
  const { cover } = publication
  const fields = coverFields(publication).map((field) => `${field.name}: ${escapeMarkdown(field.value)}`)
  const changed = publication.body.version === 'marked' && publication.comparedWith !== null
    ? [`Compared with ${escapeMarkdown(publication.comparedWith)}: additions are **bold**, deletions are ~~struck through~~.`, ...reading.moves.map(moveWords)] : []
  return [
    ...(publication.exercise ? [EXERCISE_WORDS] : []), escapeMarkdown(cover.institution), escapeMarkdown(placeAndDate(publication)), cover.originalLanguage === '' ? '' : `(OR. ${escapeMarkdown(cover.originalLanguage)})`,
    escapeMarkdown(numberWords(publication)), ...markingWords(publication.marking), cover.codes.map(escapeMarkdown).join('\n'), escapeMarkdown(cover.type), fields.join('\n'),
    cover.purposes.map((purpose) => `- ${escapeMarkdown(purpose)}`).join('\n'), ...cover.sentences.map(escapeMarkdown), ...changed,
  ].filter((line) => line !== '')
}
