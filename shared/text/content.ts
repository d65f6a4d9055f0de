/** Positions inside the content of a block: UTF-16 units of its text, a footnote reference counting as one. */
import { isFootnote, type Inline } from './document.ts'

/** Stands for a footnote reference wherever content is looked at as plain characters. */
export const FOOTNOTE_MARK = '\uFFFC'

export function inlineLength(inline: Inline): number {
  return isFootnote(inline) ? 1 : inline.text.length
}

export function contentLength(content: readonly Inline[]): number {
  return content.reduce((sum, inline) => sum + inlineLength(inline), 0)
}

/** One character per position, so that positions in the string are positions in the content. */
export function contentText(content: readonly Inline[]): string {
  return content.map((inline) => (isFootnote(inline) ? FOOTNOTE_MARK : inline.text)).join('')
}

/** The words only, footnotes left out: for lists, labels and messages. */
export function contentWords(content: readonly Inline[]): string {
  return content.map((inline) => (isFootnote(inline) ? '' : inline.text)).join('')
}

/** The part [from, to). */
export function sliceContent(content: readonly Inline[], from: number, to: number): Inline[] {
  const part: Inline[] = []
  let at = 0
  for (const inline of content) {
    const end = at + inlineLength(inline)
    if (end > from && at < to) part.push(sliceInline(inline, Math.max(from - at, 0), to - at))
    at = end
  }
  return part
}

function sliceInline(inline: Inline, from: number, to: number): Inline {
  return isFootnote(inline) ? inline : { text: inline.text.slice(from, to), marks: inline.marks }
}

/** True where a cut at this position would tear one character (a surrogate pair) in two. */
export function tearsCharacter(text: string, position: number): boolean {
  const code = text.charCodeAt(position)
  const before = text.charCodeAt(position - 1)
  return position > 0 && code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}
