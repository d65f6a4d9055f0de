/** The marked content of one paragraph, or of one footnote. */
import { isFootnote, LIMITS, type Inline, type Run } from './document.ts'
import type { Change, MarkedFootnote, MarkedInline, MarkedRun } from './marked.ts'
import { contentKey } from './canonical.ts'
import { diffContent } from './contentDiff.ts'
import { sameMarks } from './normalize.ts'
import { likeness } from './likeness.ts'
import type { Token } from './tokens.ts'

export function compareContent(before: readonly Inline[], after: readonly Inline[]): MarkedInline[] {
  if (contentKey(before) === contentKey(after)) return markAll(after, 'same')
  const diff = diffContent(before, after)
  const marked: MarkedInline[] = []
  let at = 0
  for (const hunk of diff.hunks) {
    append(marked, diff.before.slice(at, hunk.aFrom), 'same')
    appendHunk(marked, diff.before.slice(hunk.aFrom, hunk.aTo), diff.after.slice(hunk.bFrom, hunk.bTo))
    at = hunk.aTo
  }
  append(marked, diff.before.slice(at), 'same')
  return marked
}

/** Everything with one and the same mark. */
export function markAll(content: readonly Inline[], change: Change): MarkedInline[] {
  return content.map((inline) => markOne(inline, change))
}

function markOne(inline: Inline, change: Change): MarkedInline {
  return isFootnote(inline) ? { footnote: inline.footnote.map((run) => ({ ...run, change })), change } : { ...inline, change }
}

function append(marked: MarkedInline[], tokens: readonly Token[], change: Change): void {
  for (const { inline } of tokens) {
    const last = marked.at(-1)
    if (last && !isFootnote(inline) && !('footnote' in last) && joins(last, inline, change)) {
      marked[marked.length - 1] = { ...last, text: last.text + inline.text }
    } else marked.push(markOne(inline, change))
  }
}

function joins(last: MarkedRun, next: Run, change: Change): boolean {
  return last.change === change && sameMarks(last, next) && last.text.length + next.text.length <= LIMITS.charactersPerRun
}

/** A footnote that stays inside a rewritten passage keeps its place, and the change is shown inside it. */
function appendHunk(marked: MarkedInline[], deleted: readonly Token[], inserted: readonly Token[]): void {
  let fromDeleted = 0
  let fromInserted = 0
  for (const [d, i] of footnotePairs(deleted, inserted)) {
    append(marked, deleted.slice(fromDeleted, d), 'deleted')
    append(marked, inserted.slice(fromInserted, i), 'inserted')
    marked.push(changedFootnote(deleted[d], inserted[i]))
    fromDeleted = d + 1
    fromInserted = i + 1
  }
  append(marked, deleted.slice(fromDeleted), 'deleted')
  append(marked, inserted.slice(fromInserted), 'inserted')
}

function changedFootnote(before: Token | undefined, after: Token | undefined): MarkedFootnote {
  const inside = compareContent(footnoteOf(before), footnoteOf(after))
  return { footnote: inside.flatMap((inline) => ('footnote' in inline ? [] : [inline])), change: 'same' }
}

function footnoteOf(token: Token | undefined): Run[] {
  return token && isFootnote(token.inline) ? token.inline.footnote : []
}

/** Below this likeness two footnotes are two footnotes. */
const SAME_FOOTNOTE = 0.3

function footnotePairs(deleted: readonly Token[], inserted: readonly Token[]): [number, number][] {
  const gone = placesOfFootnotes(deleted)
  const come = placesOfFootnotes(inserted)
  const lone = gone.length === 1 && come.length === 1
  const pairs: [number, number][] = []
  let next = 0
  for (const d of gone) {
    const found = come.slice(next).findIndex((i) => lone || likeness(footnoteOf(deleted[d]), footnoteOf(inserted[i])) >= SAME_FOOTNOTE)
    if (found < 0) continue
    pairs.push([d, come[next + found] ?? 0])
    next += found + 1
  }
  return pairs
}

function placesOfFootnotes(tokens: readonly Token[]): number[] {
  return tokens.flatMap((token, at) => (token.kind === 'footnote' ? [at] : []))
}
