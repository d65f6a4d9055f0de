/** A text in plain characters: one block or row of a table to a line, then the footnotes. No marks, no emphasis. */
import { isFootnote, type Block, type Inline, type TextDocument } from './document.ts'
import { normalizeDocument } from './normalize.ts'
import { numberLabels } from './numbering.ts'
import { unitsOf } from './table.ts'

export function encodePlain(document: TextDocument): string {
  const normal = normalizeDocument(document)
  const labels = numberLabels(normal)
  const notes: string[] = []
  const lineOf = ({ content }: Block): string => content.map((inline) => characters(inline, notes)).join('')
  const lines = unitsOf(normal).map(({ blocks, isRow }) => {
    const [first] = blocks
    if (isRow) return `| ${blocks.map((block) => lineOf(block).replaceAll('|', '\\|')).join(' | ')} |`
    const sign = first?.kind === 'bullet' ? '-' : labels.get(first?.id ?? '') ?? ''
    return [sign, ...(first ? [lineOf(first)] : [])].filter((part) => part !== '').join(' ')
  })
  return [...lines, ...notes.map((note, at) => `[^${at + 1}]: ${note}`)].map((line) => `${line}\n`).join('')
}

function characters(inline: Inline, notes: string[]): string {
  if (!isFootnote(inline)) return oneLine(inline.text)
  const number = notes.push(inline.footnote.map((run) => oneLine(run.text)).join(''))
  return `[^${number}]`
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\v\f\u2028\u2029]+/g, ' ')
}
