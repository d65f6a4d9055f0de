/**
 * Signs in a text that nobody sees and that can change what everybody reads, controls among them. They belong to the words, which are
 * signed as they are; a reader shows each by its code point, apart from the words around it.
 */
import { UNSEEN } from '../base/plainLine.ts'

export interface Piece {
  readonly text: string
  /** `U+202E`; null for words. */
  readonly sign: string | null
}

/** The line break and the tab are seen. */
const HIDDEN = new RegExp(`${UNSEEN}|(?![\\n\\t])\\p{Cc}`, 'gu')

/** Together the text, nothing left out. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: hidden, index } of text.matchAll(HIDDEN)) {
    if (index > from) pieces.push({ text: text.slice(from, index), sign: null })
    pieces.push({ text: hidden, sign: `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` })
    from = index + hidden.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), sign: null })
  return pieces
}
