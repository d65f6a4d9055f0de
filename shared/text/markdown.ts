/**
 * A publication as Markdown. In a marked version `**x**` is added and `~~x~~` deleted, and nothing else is bold: whoever puts `x` for
 * the one and nothing for the other reads the clean text, and the other way round its predecessor. A paragraph that has moved is struck
 * where it was and bold where it is; the head says which.
 */
import type { MarkedFootnote, MarkedInline, MarkedRun } from './marked.ts'
import type { Publication } from './publication.ts'
import { coverFields, EXERCISE_WORDS, markingWords, moveWords, numberWords, placeAndDate } from './coverWords.ts'
import { bodyOf, readingOf, stretchesOf, type Reading, type ReadingBlock } from './reading.ts'

export function encodeMarkdown(publication: Publication): string {
  const reading = readingOf(bodyOf(publication))
  const version = publication.body.version
  return [...headLines(publication, reading), '---', ...bodyLines(reading, version)].join('\n\n') + '\n'
}

function headLines(publication: Publication, reading: Reading): string[] {
  const { cover } = publication
  const fields = coverFields(publication).map((field) => `${field.name}: ${escapeMarkdown(field.value)}`)
  const changed = publication.body.version === 'marked' && publication.comparedWith !== null
    ? [`Compared with ${publication.comparedWith}: additions are **bold**, deletions are ~~struck through~~.`, ...reading.moves.map(moveWords)] : []
  return [
    ...(publication.exercise ? [EXERCISE_WORDS] : []), escapeMarkdown(placeAndDate(publication)), escapeMarkdown(numberWords(publication)),
    ...markingWords(publication.marking), cover.codes.map(escapeMarkdown).join('\n'), escapeMarkdown(cover.type), fields.join('\n'), ...changed,
  ].filter((line) => line !== '')
}

type Version = 'clean' | 'marked'

/** The text itself, one paragraph each, footnotes after it. */
function bodyLines(reading: Reading, version: Version): string[] {
  const notes = [...reading.footnotes].map(([footnote, name]) => definitionLine(footnote, name, version))
  return [...reading.blocks.map((block) => blockLine(block, reading, version)), ...notes].filter((line) => line !== '')
}

function blockLine(entry: ReadingBlock, reading: Reading, version: Version): string {
  const { block } = entry
  const [before, after] = [prefixOf(block.before, entry.labelBefore), prefixOf(block.after, entry.labelAfter)]
  const words = (content: readonly MarkedInline[]): string => guarded(content.map((inline) => inlineWords(inline, reading)).join(''))
  switch (block.change) {
    case 'inserted': return `${after.indent}${added(joined(after.sign, words(block.content)))}`
    // Bold as a whole: its own edits are not told apart here.
    case 'movedTo': return `${after.indent}${added(joined(after.sign, words(block.content.filter((inline) => inline.change !== 'deleted'))))}`
    case 'deleted': return `${before.indent}${deleted(joined(before.sign, words(block.content)))}`
    case 'movedFrom': return `${before.indent}${deleted(joined(before.sign, words(block.content)))}`
    case 'same': {
      const sign = before.sign === after.sign ? after.sign : deleted(before.sign) + added(after.sign)
      return `${after.indent}${joined(sign, guarded(contentWords(block.content, reading, version)))}`
    }
  }
}

function prefixOf(shape: ReadingBlock['block']['after'], label: string): { sign: string; indent: string } {
  if (shape === null) return { sign: '', indent: '' }
  switch (shape.kind) {
    case 'title': return { sign: '#', indent: '' }
    case 'heading': return { sign: '#'.repeat(Math.min(shape.level + 1, 6)), indent: '' }
    case 'numbered': return { sign: label, indent: '' }
    case 'bullet': return { sign: '-', indent: '  '.repeat(shape.level - 1) }
    case 'continuation': return { sign: '', indent: shape.level > 1 ? '   ' : '' }
    default: return { sign: '', indent: '' }
  }
}

function joined(sign: string, words: string): string {
  return sign === '' ? words : `${sign} ${words}`
}

function added(words: string): string {
  return words === '' ? '' : `**${words}**`
}

function deleted(words: string): string {
  return words === '' ? '' : `~~${words}~~`
}

function contentWords(content: readonly MarkedInline[], reading: Reading, version: Version): string {
  if (version === 'clean') return content.map((inline) => formatted(inline, reading)).join('')
  return stretchesOf(content).map(({ change, pieces }) => {
    const words = pieces.map((piece) => inlineWords(piece, reading)).join('')
    return change === 'inserted' ? added(words) : change === 'deleted' ? deleted(words) : words
  }).join('')
}

function inlineWords(inline: MarkedInline, reading: Reading): string {
  return 'footnote' in inline ? reference(inline, reading) : escapeMarkdown(inline.text)
}

function reference(footnote: MarkedFootnote, reading: Reading): string {
  return `[^${reading.footnotes.get(footnote) ?? ''}]`
}

function formatted(inline: MarkedInline, reading: Reading): string {
  return 'footnote' in inline ? reference(inline, reading) : formattedRun(inline)
}

/** White space stays outside the signs, where Markdown wants it. */
function formattedRun(run: MarkedRun): string {
  const [, head = '', core = '', tail = ''] = /^(\s*)([^]*?)(\s*)$/.exec(run.text) ?? []
  if (core === '') return escapeMarkdown(run.text)
  let words = escapeMarkdown(core)
  if (run.marks.includes('superscript')) words = `<sup>${words}</sup>`
  if (run.marks.includes('underline')) words = `<u>${words}</u>`
  if (run.marks.includes('italic')) words = `_${words}_`
  if (run.marks.includes('bold')) words = `**${words}**`
  return head + words + tail
}

function definitionLine(footnote: MarkedFootnote, name: string, version: Version): string {
  const runs = footnote.footnote
  if (version === 'clean') return `[^${name}]: ${runs.map(formattedRun).join('')}`
  const plain = (): string => runs.map((run) => escapeMarkdown(run.text)).join('')
  if (footnote.change === 'deleted') return deleted(`[^${name}]: ${plain()}`)
  if (footnote.change === 'inserted') return added(`[^${name}]: ${plain()}`)
  const words = stretchesOf(runs).map(({ change, pieces }) => {
    const text = pieces.map((run) => escapeMarkdown(run.text)).join('')
    return change === 'inserted' ? added(text) : change === 'deleted' ? deleted(text) : text
  })
  return `[^${name}]: ${words.join('')}`
}

/** Signs that Markdown would read as marks. Line breaks inside a paragraph become spaces. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_`[\]<~]/g, '\\$&').replace(/[\r\n\u2028\u2029]+/g, ' ')
}

/** Words that begin like a list or a heading are told apart from one. */
function guarded(words: string): string {
  return words.replace(/^(\d{1,3})([.)]\s)/, '$1\\$2').replace(/^([#+-]|\((?=[a-z]{1,5}\)\s))/, '\\$1')
}
