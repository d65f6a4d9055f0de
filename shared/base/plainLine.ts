/** Text that is shown as one line must show as what it is: no control moves the cursor in it, no mark turns the writing after it around. */

/** Controls, line and paragraph separators, and the marks of direction of Unicode (UAX 9). */
const MISLEADING = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

export function isPlainLine(text: string): boolean {
  return text.search(MISLEADING) < 0
}

export function plainLine(text: string, instead: string): string {
  return text.replace(MISLEADING, instead)
}

/**
 * Signs that nobody sees and that change what everybody reads: marks of direction (UAX 9), spaces without width, tags. Not among them:
 * what joins letters and emoji (U+200C, U+200D) and the soft hyphen.
 */
export const UNSEEN = '[\\p{Bidi_Control}\\u200b\\u2060-\\u2064\\ufeff\\u{e0001}\\u{e0020}-\\u{e007f}]'
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu')

/** What others wrote to be read on one line: signs that nobody sees go, and whatever breaks a line or moves the cursor is a space. */
export function onOneLine(text: string): string {
  return plainLine(text.replace(EVERY_UNSEEN, ''), ' ')
}

/** For a terminal and for JSON alike: each such sign as its escape; lines and tabs stay. */
export function withEscapes(text: string): string {
  return text.replace(MISLEADING, (sign) => (sign === '\n' || sign === '\t' ? sign : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`))
}
