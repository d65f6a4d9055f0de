/** The inside of a Markdown paragraph: **bold**, _italic_, <u>underline</u>, <sup>superscript</sup>, [^1] and ¹ for footnotes, \ before a sign. */
import type { Inline, Run, RunMark } from './document.ts'

/** Gives the footnote of a reference, or null where none is defined. */
export type FootnoteLookup = (name: string) => Run[] | null

const PIECES = /\\[!-/:-@[-`{-~]|\*\*|[*_]|<\/?(?:u|sup)>|\[\^[^\]\s]{1,40}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu

export function parseInlineMarkdown(source: string, footnoteOf: FootnoteLookup): Inline[] {
  const reader = new InlineReader(source, footnoteOf)
  let at = 0
  for (const match of source.matchAll(PIECES)) {
    reader.text(source.slice(at, match.index))
    reader.piece(match[0], match.index)
    at = match.index + match[0].length
  }
  reader.text(source.slice(at))
  return reader.content
}

/** Only footnotes are read; every other sign is itself. */
export function parseInlinePlain(source: string, footnoteOf: FootnoteLookup): Inline[] {
  const content: Inline[] = []
  for (const part of source.split(/(\[\^[^\]\s]{1,40}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/u)) {
    const footnote = isReference(part) ? footnoteOf(referenceName(part)) : null
    if (footnote) content.push({ footnote })
    else if (part !== '') content.push({ text: part, marks: [] })
  }
  return content
}

function isReference(part: string): boolean {
  return /^(?:\[\^|[⁰¹²³⁴⁵⁶⁷⁸⁹])/u.test(part)
}

function referenceName(part: string): string {
  return part.startsWith('[^') ? part.slice(2, -1) : part
}

class InlineReader {
  readonly content: Inline[] = []
  readonly #source: string
  readonly #footnoteOf: FootnoteLookup
  readonly #open = new Set<RunMark>()
  readonly #lastPlace = new Map<string, number>()
  /** Which sign opened the italics: `*` does not close `_`. */
  #italicSign = ''

  constructor(source: string, footnoteOf: FootnoteLookup) {
    this.#source = source
    this.#footnoteOf = footnoteOf
  }

  text(words: string): void {
    if (words !== '') this.content.push({ text: words, marks: [...this.#open] })
  }

  piece(sign: string, at: number): void {
    if (sign.startsWith('\\')) this.text(sign.slice(1))
    else if (sign === '**') this.#bold(at)
    else if (sign === '*' || sign === '_') this.#italic(sign, at)
    else if (sign.startsWith('<')) this.#tag(sign, at)
    else this.#reference(sign)
  }

  #bold(at: number): void {
    if (this.#open.delete('bold')) return
    if (!this.#closes('**', at)) this.text('**')
    else this.#open.add('bold')
  }

  #italic(sign: string, at: number): void {
    const before = this.#source[at - 1] ?? ' '
    const after = this.#source[at + 1] ?? ' '
    const inWord = /[\p{L}\p{N}]/u
    if (this.#italicSign === sign && /\S/.test(before) && (sign === '*' || !inWord.test(after))) {
      this.#open.delete('italic')
      this.#italicSign = ''
    } else if (this.#italicSign === '' && /\S/.test(after) && !inWord.test(before) && this.#closes(sign, at)) {
      this.#open.add('italic')
      this.#italicSign = sign
    } else this.text(sign)
  }

  #tag(sign: string, at: number): void {
    const mark: RunMark = sign.includes('sup') ? 'superscript' : 'underline'
    if (sign.startsWith('</')) {
      if (!this.#open.delete(mark)) this.text(sign)
    } else if (!this.#closes(`</${sign.slice(1)}`, at)) this.text(sign)
    else this.#open.add(mark)
  }

  /** True where the sign comes once more; looked up once for each sign, since a hostile file may open it at every word. */
  #closes(sign: string, at: number): boolean {
    const last = this.#lastPlace.get(sign) ?? this.#source.lastIndexOf(sign)
    this.#lastPlace.set(sign, last)
    return last > at
  }

  #reference(sign: string): void {
    const footnote = this.#footnoteOf(referenceName(sign))
    if (footnote) this.content.push({ footnote })
    else this.text(sign)
  }
}
