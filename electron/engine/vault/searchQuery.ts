/**
 * What a person types, as an expression that SQLite's full-text search always understands. Words in quotation marks are a phrase; the last
 * word that is not in them is a beginning, because it may still be typed; everything else is taken literally, also what would be an
 * operator there (AND, NEAR, *, -, a colon, a bracket). All parts must be found in one passage.
 */
import { plainLetters } from './searchLetters.ts'

interface Part {
  readonly words: string
  readonly beginning: boolean
}

/** Far more than anybody types; beyond it a query only costs. */
const MOST_PARTS = 24
const QUOTATION_MARKS = /["\u201c\u201d\u201e\u00ab\u00bb]/u
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

/** Null where nothing in it could be found in any text. */
export function searchExpression(typed: string): string | null {
  const parts = partsOf(plainLetters(typed)).filter((part) => LETTER_OR_DIGIT.test(part.words)).slice(0, MOST_PARTS)
  return parts.length === 0 ? null : parts.map(({ words, beginning }) => `"${words}"${beginning ? ' *' : ''}`).join(' AND ')
}

/** Every second piece between quotation marks is a phrase; one that is not closed yet is one as well, and still being typed. */
function partsOf(typed: string): Part[] {
  const pieces = typed.split(QUOTATION_MARKS)
  return pieces.flatMap((piece, at): Part[] => {
    const last = at === pieces.length - 1
    if (at % 2 === 1) return [{ words: spaced(piece), beginning: last }]
    const words = spaced(piece).split(' ').filter((word) => word !== '')
    return words.map((word, nth) => ({ words: word, beginning: last && nth === words.length - 1 }))
  })
}

function spaced(piece: string): string {
  return piece.replace(/[\p{Z}\p{C}]+/gu, ' ').trim()
}
