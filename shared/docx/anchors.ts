/**
 * Where the comments of a Word file stand. The text is read a second time with a sign at both ends of every comment; without the signs it must
 * be the text that was read before, paragraph by paragraph, or what stands there is not believed.
 */
import { contentKey } from '../text/canonical.ts'
import { contentLength } from '../text/content.ts'
import { isFootnote, type Inline, type TextDocument } from '../text/document.ts'
import { normalizeInlines } from '../text/normalize.ts'
import type { TextPlace } from '../text/place.ts'
import type { XmlElement } from './xml.ts'

/** No characters: Unicode keeps them for the use of programs inside themselves. */
const SIGN = /\uFDD0([se])(\d{1,10})\uFDD1/g

const ENDS: Readonly<Record<string, 's' | 'e'>> = { 'w:commentRangeStart': 's', 'w:commentRangeEnd': 'e' }

/** The sign for this end of a comment; null for everything else. */
export function signOf(element: XmlElement): string | null {
  const end = ENDS[element.name]
  const id = element.attributes['w:id'] ?? ''
  return end === undefined || !/^\d{1,10}$/.test(id) ? null : `\uFDD0${end}${id}\uFDD1`
}

/** By the identifier of the comment; in the first paragraph that it stands on. */
export function placesOf(signed: TextDocument, plain: TextDocument): Map<string, TextPlace> {
  const places = new Map<string, TextPlace>()
  const open = new Map<string, number>()
  let next = 0
  for (const { content } of signed.blocks) {
    const { words, signs } = parted(content)
    const block = plain.blocks[next]
    if (block === undefined) break
    const same = contentKey(normalizeInlines(words)) === contentKey(block.content)
    // Distance that only a sign kept: what begins or ends there, begins or ends before the next paragraph.
    const distance = !same && words.length === 0
    if (!distance) next++
    if (!same && !distance) continue
    const length = distance ? 0 : contentLength(words)
    open.clear()
    for (const { end, id, at } of signs) {
      if (end === 's') open.set(id, at)
      else if (!places.has(id)) places.set(id, { block: block.id, from: open.get(id) ?? 0, to: distance ? 0 : at })
      if (end === 'e') open.delete(id)
    }
    for (const [id, from] of open) if (!places.has(id)) places.set(id, { block: block.id, from, to: length })
  }
  return places
}

interface Sign { readonly end: string; readonly id: string; readonly at: number }

function parted(content: readonly Inline[]): { words: Inline[]; signs: Sign[] } {
  const words: Inline[] = []
  const signs: Sign[] = []
  let at = 0
  for (const inline of content) {
    if (isFootnote(inline)) {
      words.push(inline)
      at += 1
      continue
    }
    let read = 0
    let text = ''
    for (const match of inline.text.matchAll(SIGN)) {
      text += inline.text.slice(read, match.index)
      signs.push({ end: match[1] ?? '', id: match[2] ?? '', at: at + text.length })
      read = match.index + match[0].length
    }
    text += inline.text.slice(read)
    if (text !== '') words.push({ ...inline, text })
    at += text.length
  }
  return { words, signs }
}
