/**
 * Who asked for these words: every passage of a REV with the REV in which it came in and the suggestions that brought it. Laws: the passages of
 * a block cover its content without gap or overlap; the words of a passage stand in the REV that it names; its suggestions were
 * made on the REV before that one, and taken up.
 */
import type { Amendment, Suggestion, SuggestionId, Verdict } from './amendment.ts'
import { amendmentsTaken } from './askedMoves.ts'
import { isFootnote, type Block, type BlockId, type Inline, type TextDocument } from './document.ts'
import { compareContent } from './compareContent.ts'
import { contentKey } from './canonical.ts'
import { baseOf, blockAt, claimsOf, type Base } from './claims.ts'
import { contentLength, sliceContent } from './content.ts'
import { minimalAmendments } from './minimal.ts'
import { normalizeDocument, normalizeInlines } from './normalize.ts'

export interface Origin {
  /** The REV in which the words came in. */
  rev: number
  /** That asked for them, in order; none where they came from the issuer. */
  suggestions: SuggestionId[]
}
/** Units [from, to) of a block. */
export interface OriginPassage extends Origin { from: number; to: number }
export interface BlockProvenance { block: BlockId; passages: OriginPassage[] }

/** A REV with what was asked of it. */
export interface AskedRevision {
  readonly rev: number
  readonly document: TextDocument
  readonly suggestions: readonly { readonly id: SuggestionId; readonly suggestion: Suggestion; readonly verdict: Verdict | null }[]
}

/** For the last of the REVs given; they ascend from the first issue without a gap. */
export function provenanceOf(revisions: readonly AskedRevision[]): BlockProvenance[] {
  const [first, ...later] = revisions
  if (!first) return []
  let known = firstIssue(first)
  let before = first
  for (const next of later) {
    known = nextIssue(before, next, known)
    before = next
  }
  const { blocks } = normalizeDocument(before.document)
  return blocks.map((block) => ({ block: block.id, passages: known.get(block.id) ?? [] }))
}

type Known = ReadonlyMap<BlockId, OriginPassage[]>

function firstIssue({ rev, document }: AskedRevision): Known {
  return new Map(normalizeDocument(document).blocks.map((block) => [block.id, whole(block.content, { rev, suggestions: [] })]))
}

function whole(content: readonly Inline[], origin: Origin): OriginPassage[] {
  const to = contentLength(content)
  return to === 0 ? [] : [{ from: 0, to, ...origin }]
}

function nextIssue(before: AskedRevision, next: AskedRevision, known: Known): Known {
  const base = baseOf(normalizeDocument(before.document))
  const taken = takenUp(base, before)
  const passages = Map.groupBy(taken.flatMap(replacementOf), ({ amendment }) => amendment.block)
  const news = taken.filter(({ amendment }) => amendment.op === 'insertBlock')
  return new Map(normalizeDocument(next.document).blocks.map((block) => {
    const old = blockAt(base, block.id)
    return [block.id, old ? changedBlock(old, block, known.get(old.id) ?? [], passages.get(old.id) ?? [], next.rev) : arrivedBlock(block, news, next.rev)]
  }))
}

interface Taken { readonly amendment: Amendment; readonly suggestions: SuggestionId[] }

/** What went in, each effect once, with everybody who asked for it. */
function takenUp(base: Base, { suggestions }: AskedRevision): Taken[] {
  const byKey = new Map<string, Taken>()
  for (const { id, suggestion, verdict } of [...suggestions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const amendments = amendmentsTaken({ suggestion, verdict })
    if (claimsOf(base, amendments, 0) === null) continue
    for (const amendment of minimalAmendments(base, amendments)) {
      const key = JSON.stringify(amendment)
      const same = byKey.get(key)
      if (same) same.suggestions.push(id)
      else byKey.set(key, { amendment, suggestions: [id] })
    }
  }
  return [...byKey.values()]
}

function arrivedBlock(block: Block, taken: readonly Taken[], rev: number): OriginPassage[] {
  const words = contentKey(block.content)
  const askers = taken.filter(({ amendment }) => amendment.op === 'insertBlock' && contentKey(normalizeInlines(amendment.content)) === words)
  return whole(block.content, { rev, suggestions: askers.flatMap((one) => one.suggestions) })
}

/** The words with the origin of each stretch, on their way from one REV to the next. */
interface Piece { readonly content: readonly Inline[]; readonly origin: Origin }

function changedBlock(old: Block, now: Block, passages: OriginPassage[], taken: readonly Replacement[], rev: number): OriginPassage[] {
  if (taken.length === 0 && contentKey(old.content) === contentKey(now.content)) return passages
  const pieces = piecesOf(old, passages)
  const asked = [...taken].sort((a, b) => a.amendment.from - b.amendment.from || a.amendment.to - b.amendment.to)
  const replayed = asked.length === 0 ? pieces : replay(old.content, pieces, asked, rev)
  return reconcile(replayed, now.content, rev)
}

function piecesOf(block: Block, passages: readonly OriginPassage[]): Piece[] {
  return passages.map(({ from, to, rev, suggestions }) => ({ content: sliceContent(block.content, from, to), origin: { rev, suggestions } }))
}

function replacementOf({ amendment, suggestions }: Taken): Replacement[] {
  return amendment.op === 'replace' ? [{ amendment, suggestions }] : []
}

type Replacement = { readonly amendment: Extract<Amendment, { op: 'replace' }>; readonly suggestions: SuggestionId[] }

function replay(content: readonly Inline[], pieces: readonly Piece[], asked: readonly Replacement[], rev: number): Piece[] {
  const result: Piece[] = []
  let at = 0
  for (const { amendment, suggestions } of asked) {
    if (amendment.from < at) continue
    result.push(...cut(pieces, at, amendment.from))
    result.push(...merge(cut(pieces, amendment.from, amendment.to), sliceContent(content, amendment.from, amendment.to), amendment.insert, { rev, suggestions }))
    at = amendment.to
  }
  return [...result, ...cut(pieces, at, contentLength(content))]
}

function cut(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let start = 0
  return pieces.flatMap(({ content, origin }) => {
    const begin = start
    start += contentLength(content)
    const part = sliceContent(content, Math.max(0, from - begin), to - begin)
    return start <= from || begin >= to || part.length === 0 ? [] : [{ content: part, origin }]
  })
}

/** The pieces where the words stay, the given origin where they are new. */
function merge(pieces: readonly Piece[], old: readonly Inline[], now: readonly Inline[], origin: Origin): Piece[] {
  let at = 0
  return compareContent(normalizeInlines(old), normalizeInlines(now)).flatMap((inline): Piece[] => {
    const length = 'footnote' in inline ? 1 : inline.text.length
    const here = at
    if (inline.change !== 'inserted') at += length
    if (inline.change === 'deleted') return []
    const plain: Inline = 'footnote' in inline ? { footnote: inline.footnote.filter((run) => run.change !== 'deleted').map(({ text, marks }) => ({ text, marks })) } : { text: inline.text, marks: inline.marks }
    const changedInside = 'footnote' in inline && inline.footnote.some((run) => run.change !== 'same')
    return inline.change === 'same' && !changedInside ? cut(pieces, here, at) : [{ content: [plain], origin }]
  })
}

/** What the replay does not explain came from the issuer. */
function reconcile(pieces: readonly Piece[], now: readonly Inline[], rev: number): OriginPassage[] {
  const replayed = normalizeInlines(pieces.flatMap((piece) => piece.content))
  const agreed = contentKey(replayed) === contentKey(now) && contentLength(replayed) === pieces.reduce((sum, piece) => sum + contentLength(piece.content), 0)
  return measured(agreed ? pieces : merge(pieces, pieces.flatMap((piece) => piece.content), now, { rev, suggestions: [] }), contentLength(now))
}

/** Neighbours of one origin are one passage. Composing letters at a seam can shorten the whole: the last passage ends where the content does. */
function measured(pieces: readonly Piece[], length: number): OriginPassage[] {
  const passages: OriginPassage[] = []
  let at = 0
  for (const { content, origin } of pieces) {
    const to = Math.min(at + contentLength(content), length)
    const last = passages.at(-1)
    if (to > at && last?.rev === origin.rev && last.suggestions.join() === origin.suggestions.join()) last.to = to
    else if (to > at) passages.push({ from: at, to, rev: origin.rev, suggestions: [...origin.suggestions] })
    at = to
  }
  return passages
}

/** The words of a passage in plain characters, footnotes left out. */
export function passageWords(block: Block, { from, to }: Pick<OriginPassage, 'from' | 'to'>): string {
  return sliceContent(block.content, from, to).map((inline) => (isFootnote(inline) ? '' : inline.text)).join('')
}
