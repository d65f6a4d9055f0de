/** A plain-text or Markdown source, cut into paragraphs with what stood in front of them. */

export interface SourceParagraph {
  readonly opens: 'heading' | 'numbered' | 'bullet' | 'definition' | 'none'
  /** `##`, `3`, `a`, `-`, the name of a footnote. */
  readonly marker: string
  /** White space before the marker, in characters. */
  readonly indent: number
  /** Lines joined by one space, marker left out. */
  readonly text: string
  /** As they stand in the file. */
  readonly lines: readonly string[]
}

const OPENINGS: readonly (readonly [SourceParagraph['opens'], RegExp])[] = [
  ['heading', /^\s*(#{1,6})\s+(?=\S)/],
  ['definition', /^\s*\[\^([^\]\s]{1,40})\]:\s*/],
  ['definition', /^\s*([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s+(?=\S)/],
  ['numbered', /^\s*(?:- )?(\d{1,3})[.)]\s+(?=\S)/],
  ['numbered', /^\s*\(([a-z]{1,5})\)\s+(?=\S)/],
  ['bullet', /^\s*([-*+•–])\s+(?=\S)/],
]

export function sourceParagraphs(source: string): SourceParagraph[] {
  const paragraphs: SourceParagraph[] = []
  let lines: string[] = []
  const close = (): void => {
    if (lines.length > 0) paragraphs.push(paragraphOf(lines))
    lines = []
  }
  const all = source.replace(/^\uFEFF/, '').split(/\r\n?|\n|\u2028|\u2029/)
  const lineByLine = !hasBlankLine(all)
  for (const line of all) {
    if (line.trim() === '') close()
    else {
      if (lines.length > 0 && (lineByLine || opensParagraph(line, lines))) close()
      lines.push(line)
    }
  }
  close()
  return paragraphs
}

/** A file without any blank line has its paragraphs line by line, as `plain.ts` writes them. */
function hasBlankLine(lines: readonly string[]): boolean {
  const blank = lines.findIndex((line, at) => at > 0 && line.trim() === '')
  return blank >= 0 && lines.slice(blank).some((line) => line.trim() !== '')
}

/** A number at the start of a line inside running words is only a number: it opens a paragraph after a blank line or in a list. */
function opensParagraph(line: string, above: readonly string[]): boolean {
  const opening = openingOf(line)
  if (opening.opens === 'none') return isHeading(above)
  return opening.opens !== 'numbered' || openingOf(above[0] ?? '').opens !== 'none'
}

function isHeading(lines: readonly string[]): boolean {
  return openingOf(lines[0] ?? '').opens === 'heading'
}

function openingOf(line: string): { opens: SourceParagraph['opens']; marker: string; length: number } {
  for (const [opens, pattern] of OPENINGS) {
    const match = pattern.exec(line)
    if (match) return { opens, marker: match[1] ?? '', length: match[0].length }
  }
  return { opens: 'none', marker: '', length: 0 }
}

function paragraphOf(lines: readonly string[]): SourceParagraph {
  const first = lines[0] ?? ''
  const { opens, marker, length } = openingOf(first)
  const indent = first.length - first.trimStart().length
  const text = [first.slice(length), ...lines.slice(1)].map((line) => line.trim()).join(' ').trim()
  return { opens, marker, indent, text, lines }
}
