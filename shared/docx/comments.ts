/** Comments of a Word file, told word for word: they are no part of the text, and not lost either (ISO/IEC 29500-1, 17.13.4). */
import { authorOf } from './collectRuns.ts'
import { elements, textOf, type XmlElement } from './xml.ts'

const MOST_COMMENTS = 500
const MOST_CHARACTERS = 2000

export function commentNotes(part: XmlElement | null): string[] {
  const comments = elements(part, 'w:comment')
  const notes = comments.slice(0, MOST_COMMENTS).map((comment) => {
    const words = elements(comment).map(textOf).join(' ').replace(/\s+/g, ' ').trim()
    return `Comment by ${authorOf(comment) || 'nobody named'}: "${words.slice(0, MOST_CHARACTERS)}${words.length > MOST_CHARACTERS ? '...' : ''}"`
  })
  return comments.length > MOST_COMMENTS ? [...notes, `${comments.length - MOST_COMMENTS} further comments were left out.`] : notes
}
