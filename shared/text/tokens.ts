/** Content cut into what a person sees as units: words, white space, single signs, footnotes. */
import { isFootnote, type Inline } from './document.ts'
import { inlineLength } from './content.ts'

export interface Token {
  /** Equal keys are equal in words and marks. */
  readonly key: string
  readonly text: string
  readonly kind: 'word' | 'space' | 'sign' | 'footnote'
  /** Position of its first unit in the content. */
  readonly from: number
  readonly to: number
  readonly inline: Inline
}

/** An apostrophe or hyphen inside a word belongs to it, and so does a point, comma or stroke between digits: EU's, non-binding, 10.5, 7923/17. */
const UNITS = /[\p{L}\p{M}\p{N}]+(?:(?:['’\u2010\u2011-]|(?<=\p{N})[.,/](?=\p{N}))[\p{L}\p{M}\p{N}]+)*|\s+|[^]/gu
const ASCII = /^[\t\n -~]*$/
const ASCII_UNITS = /[A-Za-z0-9]+(?:(?:['-]|(?<=[0-9])[.,/](?=[0-9]))[A-Za-z0-9]+)*|\s+|[^]/g
const WORD = /^[\p{L}\p{M}\p{N}]/u
const SPACE = /^\s/u

export function tokensOf(content: readonly Inline[]): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const inline of content) {
    if (isFootnote(inline)) tokens.push({ key: `\uFFFC${JSON.stringify(inline.footnote)}`, text: '', kind: 'footnote', from, to: from + 1, inline })
    else pushRun(tokens, inline.text, inline.marks.join(), inline.marks, from)
    from += inlineLength(inline)
  }
  return tokens
}

type Marks = Extract<Inline, { text: string }>['marks']

function pushRun(tokens: Token[], text: string, marksKey: string, marks: Marks, start: number): void {
  let from = start
  for (const unit of unitsOf(text)) {
    tokens.push({ key: `${marksKey}|${unit}`, text: unit, kind: kindOf(unit), from, to: from + unit.length, inline: { text: unit, marks } })
    from += unit.length
  }
}

/** The same rule twice: over plain letters alone it is several times as fast. */
function unitsOf(text: string): string[] {
  return text.match(ASCII.test(text) ? ASCII_UNITS : UNITS) ?? []
}

function kindOf(unit: string): 'word' | 'space' | 'sign' {
  const code = unit.charCodeAt(0)
  if (code === 32) return 'space'
  if (code < 128) return isAsciiWord(code) ? 'word' : code >= 9 && code <= 13 ? 'space' : 'sign'
  return WORD.test(unit) ? 'word' : SPACE.test(unit) ? 'space' : 'sign'
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
}

/** Words in lower case, for likeness: "RECALLING" and "recalling" are one. */
export function wordsOf(content: readonly Inline[]): string[] {
  const words: string[] = []
  for (const inline of content) {
    const runs = isFootnote(inline) ? inline.footnote : [inline]
    for (const run of runs) words.push(...(run.text.toLowerCase().match(ASCII.test(run.text) ? /[a-z0-9]+/g : /[\p{L}\p{M}\p{N}]+/gu) ?? []))
  }
  return words
}
