/** Text that is shown as one line must show as what it is: no control moves the cursor in it, no mark turns the writing after it around. */

/** Controls, line and paragraph separators, and the marks of direction of Unicode (UAX 9). */
const MISLEADING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

export function isPlainLine(text: string): boolean {
  return text.search(MISLEADING) < 0
}

export function plainLine(text: string, instead: string): string {
  return text.replace(MISLEADING, instead)
}

/** For a terminal and for JSON alike: each such sign as its escape; lines and tabs stay. */
export function withEscapes(text: string): string {
  return text.replace(MISLEADING, (sign) => (sign === '\n' || sign === '\t' ? sign : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`))
}
