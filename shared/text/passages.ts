/** The changes inside one paragraph, one by one, as a person counts them: what went and what came in its place are one. */
import type { MarkedInline } from './marked.ts'

export interface Passage {
  /** Places in the content, [from, to). */
  readonly from: number
  readonly to: number
  readonly deleted: string
  readonly inserted: string
  /** The reference stays, and the change is inside the footnote. */
  readonly inFootnote: boolean
}

export function passagesOf(content: readonly MarkedInline[]): Passage[] {
  const passages: Passage[] = []
  for (const [at, inline] of content.entries()) {
    if (inline.change === 'same') {
      if ('footnote' in inline) passages.push(...passagesOf(inline.footnote).map((inside) => ({ ...inside, from: at, to: at + 1, inFootnote: true })))
      continue
    }
    const words = { deleted: inline.change === 'deleted' ? plainWords(inline) : '', inserted: inline.change === 'inserted' ? plainWords(inline) : '' }
    const last = passages.at(-1)
    if (last && last.to === at && !last.inFootnote) {
      passages[passages.length - 1] = { ...last, to: at + 1, deleted: last.deleted + words.deleted, inserted: last.inserted + words.inserted }
    } else passages.push({ from: at, to: at + 1, ...words, inFootnote: false })
  }
  return passages
}

/** A footnote is written where its sign stands. */
export function plainWords(inline: MarkedInline): string {
  return 'footnote' in inline ? `{footnote: ${inline.footnote.map((run) => run.text).join('')}}` : inline.text
}

/** Words shown on either side of a change. */
const CONTEXT_WORDS = 5

/** A few unchanged words before and after a passage. */
export function around(content: readonly MarkedInline[], { from, to }: Pick<Passage, 'from' | 'to'>): { head: string; tail: string } {
  const words = (part: readonly MarkedInline[]): string => part.filter((inline) => inline.change !== 'deleted' && !('footnote' in inline)).map(plainWords).join('')
  const before = words(content.slice(0, from)).split(/(?<=\s)(?=\S)/)
  const after = words(content.slice(to)).split(/(?<=\S)(?=\s)/)
  return {
    head: before.length > CONTEXT_WORDS ? `...${before.slice(-CONTEXT_WORDS).join('')}` : before.join(''),
    tail: after.length > CONTEXT_WORDS ? `${after.slice(0, CONTEXT_WORDS).join('')}...` : after.join(''),
  }
}
