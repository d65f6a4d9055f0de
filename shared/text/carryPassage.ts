/** Words to be replaced in a paragraph, followed into the paragraph as it reads now. */
import type { Amendment } from './amendment.ts'
import type { CarriedOne } from './carry.ts'
import type { Inline } from './document.ts'
import { contentKey } from './canonical.ts'
import { contentLength, contentText, sliceContent } from './content.ts'
import { diffContent } from './contentDiff.ts'
import type { TextPlace } from './place.ts'
import { normalizeInlines } from './normalize.ts'

type Replacement = Extract<Amendment, { op: 'replace' }>

/** What has changed, in units: [from, to) before reads [at, end) now. */
interface Change {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly end: number
}

export function carryPassage(old: readonly Inline[], now: readonly Inline[], amendment: Replacement): CarriedOne {
  const changes = changesBetween(old, now)
  const words = contentText(old)
  const touching = changes.filter((change) => overlaps(change, amendment, words))
  if (touching.length === 0) return { ok: true, amendment: { ...amendment, ...moved(changes, amendment) } }
  return readsAsAsked(old, now, amendment, changes, touching) ? { ok: true, amendment: null } : { ok: false, why: 'wordsChanged' }
}

/** Where words stand now that stood at a place before. Words that were changed are followed as long as some of them are left; an empty stretch is the paragraph. */
export function carryPlace(old: readonly Inline[], now: readonly Inline[], place: TextPlace): TextPlace | null {
  if (place.from === place.to) return { ...place, from: 0, to: 0 }
  const changes = changesBetween(old, now)
  const [from, to] = [follow(changes, place.from, 'from'), follow(changes, place.to, 'to')]
  return from < to ? { ...place, from, to } : null
}

/** An end inside changed words gives them up: the beginning goes behind them, the end before them. */
function follow(changes: readonly Change[], place: number, end: 'from' | 'to'): number {
  const within = changes.find((change) => change.from < place && place < change.to)
  if (within) return end === 'from' ? within.end : within.at
  const before = changes.filter((change) => change.to <= place && !(end === 'to' && change.from === place)).at(-1)
  return place + (before === undefined ? 0 : before.end - before.to)
}

function changesBetween(old: readonly Inline[], now: readonly Inline[]): Change[] {
  const { before, after, hunks } = diffContent(old, now)
  const [end, endNow] = [contentLength(old), contentLength(now)]
  return hunks.map((hunk) => ({
    from: before[hunk.aFrom]?.from ?? end, to: before[hunk.aTo]?.from ?? end, at: after[hunk.bFrom]?.from ?? endNow, end: after[hunk.bTo]?.from ?? endNow,
  }))
}

/** As for two suggestions: what only touches composes, two insertions at one point do not; a space more or less before it is the same point. */
function overlaps(change: Change, { from, to }: Replacement, words: string): boolean {
  if (change.from === change.to && from === to) return words.slice(Math.min(change.from, from), Math.max(change.from, from)).trim() === ''
  return change.from < to && from < change.to
}

function moved(changes: readonly Change[], { from, to }: Replacement): { from: number; to: number } {
  const before = changes.filter((change) => change.to <= from).at(-1)
  const shift = before === undefined ? 0 : before.end - before.to
  return { from: from + shift, to: to + shift }
}

/** The words wanted, with what stood around them in the changed stretch, are the words that stand there now. */
function readsAsAsked(old: readonly Inline[], now: readonly Inline[], amendment: Replacement, changes: readonly Change[], touching: readonly Change[]): boolean {
  const [first, last] = [touching[0], touching.at(-1)]
  if (!first || !last) return false
  const from = Math.min(first.from, amendment.from)
  const to = Math.max(last.to, amendment.to)
  const before = changes.filter((change) => change.to <= from && change !== first).at(-1)
  const start = first.from <= amendment.from ? first.at : from + (before === undefined ? 0 : before.end - before.to)
  const end = last.end + (to - last.to)
  const wanted = [...sliceContent(old, from, amendment.from), ...amendment.insert, ...sliceContent(old, amendment.to, to)]
  return contentKey(normalizeInlines(wanted)) === contentKey(normalizeInlines(sliceContent(now, start, end)))
}
