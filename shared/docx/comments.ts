/** Comments of a Word file: told word for word, or with the words they stand on (ISO/IEC 29500-1, 17.13.4). They are no part of the text, and not lost either. */
import type { TextPlace } from '../text/place.ts'
import { authorOf } from './collectRuns.ts'
import { elements, textOf, type XmlElement } from './xml.ts'

const MOST_COMMENTS = 500
const MOST_CHARACTERS = 2000

export interface DocxComment {
  readonly author: string
  readonly words: string
  /** Where it stands in the text without its changes; null where the file does not say it, or what says it cannot be followed. */
  readonly place: TextPlace | null
}

export function commentsIn(part: XmlElement | null, places: ReadonlyMap<string, TextPlace>): { readonly comments: readonly DocxComment[]; readonly notes: readonly string[] } {
  const all = elements(part, 'w:comment')
  const comments = all.slice(0, MOST_COMMENTS).map((comment): DocxComment => ({ author: authorOf(comment), words: wordsOf(comment), place: places.get(comment.attributes['w:id'] ?? '') ?? null }))
  return { comments: comments.filter(({ words }) => words !== ''), notes: leftOut(all.length) }
}

export function commentNotes(part: XmlElement | null): string[] {
  const { comments, notes } = commentsIn(part, new Map())
  return [...comments.map(({ author, words }) => commentNote(author, words)), ...notes]
}

export function commentNote(author: string, words: string): string {
  return `Comment by ${author || 'nobody named'}: "${words}"`
}

function wordsOf(comment: XmlElement): string {
  const words = elements(comment).map(textOf).join(' ').replace(/\s+/g, ' ').trim()
  return `${words.slice(0, MOST_CHARACTERS)}${words.length > MOST_CHARACTERS ? '...' : ''}`
}

function leftOut(comments: number): string[] {
  return comments > MOST_COMMENTS ? [`${comments - MOST_COMMENTS} further comments were left out.`] : []
}
