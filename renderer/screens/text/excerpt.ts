/** The changed words of a paragraph with just enough around them to know the place. */
import type { MarkedBlock, MarkedFootnote, MarkedInline } from '../../../shared/text/marked.ts'

const AROUND = 36
const MOST = 120

export function excerptOf(block: MarkedBlock): MarkedInline[] {
  if (block.change !== 'same') return block.change === 'inserted' ? [...block.content] : clipped(block.content)
  return aroundChanges(block.content)
}

/** A footnote that came or went whole is marked as one; of one that stays, the words that changed in it. Null where nothing did. */
export function excerptOfNote(note: MarkedFootnote): MarkedInline[] | null {
  if (note.change !== 'same') return clipped(note.footnote.map((run) => ({ ...run, change: 'same' })))
  return differs(note) ? aroundChanges(note.footnote) : null
}

function aroundChanges(content: readonly MarkedInline[]): MarkedInline[] {
  const changed = content.flatMap((inline, at) => (differs(inline) ? [at] : []))
  const first = changed[0]
  const last = changed.at(-1)
  if (first === undefined || last === undefined) return [shortened(content[0], 'head')].flatMap((inline) => (inline === null ? [] : [inline]))
  return content.flatMap((inline, at) => {
    if (at < first - 1 || at > last + 1) return []
    if (at === first - 1) return pick(shortened(inline, 'tail'))
    if (at === last + 1) return pick(shortened(inline, 'head'))
    return differs(inline) ? [inline] : pick(shortened(inline, 'middle'))
  })
}

/** The first words of a long passage. */
export function clipped(content: readonly MarkedInline[], most: number = MOST): MarkedInline[] {
  let left = most
  const shown: MarkedInline[] = []
  for (const inline of content) {
    if (left <= 0) return [...shown, { text: ' …', marks: [], change: 'same' }]
    const text = 'footnote' in inline ? '' : inline.text
    shown.push('footnote' in inline || text.length <= left ? inline : { ...inline, text: `${text.slice(0, left).replace(/\s\S*$/, '')} …` })
    left -= text.length
  }
  return shown
}

function pick(inline: MarkedInline | null): MarkedInline[] {
  return inline === null ? [] : [inline]
}

function differs(inline: MarkedInline): boolean {
  return inline.change !== 'same' || ('footnote' in inline && inline.footnote.some((run) => run.change !== 'same'))
}

/** Cut at a space, with dots where words are left out. */
function shortened(inline: MarkedInline | undefined, part: 'head' | 'tail' | 'middle'): MarkedInline | null {
  if (inline === undefined) return null
  if ('footnote' in inline || inline.text.length <= AROUND) return inline
  const { text } = inline
  const head = text.slice(0, AROUND).replace(/\s\S*$/, '')
  const tail = text.slice(-AROUND).replace(/^\S*\s/, '')
  if (part === 'head') return { ...inline, text: `${head} …` }
  if (part === 'tail') return { ...inline, text: `… ${tail}` }
  return text.length <= 2 * AROUND ? inline : { ...inline, text: `${head} … ${tail}` }
}
