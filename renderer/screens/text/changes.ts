/** The changes of a marked version, in reading order, as a person counts them. Each has one kind, so that the counts add up. */
import type { ReceivedSuggestion } from '../../../shared/dossier/state.ts'
import { isTakenUp, type Amendment } from '../../../shared/text/amendment.ts'
import { isFootnote, type Inline } from '../../../shared/text/document.ts'
import type { MarkedBlock, MarkedDocument, MarkedInline } from '../../../shared/text/marked.ts'

export type ChangeKind = 'inserted' | 'deleted' | 'replaced' | 'moved' | 'retyped'

export interface TextChange {
  /** From 1. */
  readonly number: number
  readonly kind: ChangeKind
  /** Place of the block in the marked version. */
  readonly block: number
  /** A whole paragraph came, went or moved. */
  readonly whole: boolean
  /** The inlines concerned. */
  readonly shown: readonly MarkedInline[]
  /** Units [from, to) of the block in the predecessor. */
  readonly from: number
  readonly to: number
  /** Edits inside a moved paragraph. */
  readonly edits: number
}

export interface ChangeMap {
  readonly changes: readonly TextChange[]
  /** Number of the change that an inline belongs to, by `block:inline`. */
  readonly numberAt: ReadonlyMap<string, number>
  /** Number of the change that a whole block is, by its place. */
  readonly numberOfBlock: ReadonlyMap<number, number>
}

interface Passage {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

export function changesOf(marked: MarkedDocument): ChangeMap {
  const changes: TextChange[] = []
  const numberAt = new Map<string, number>()
  const numberOfBlock = new Map<number, number>()
  const add = (change: Omit<TextChange, 'number'>): number => changes.push({ ...change, number: changes.length + 1 })
  marked.blocks.forEach((block, at) => {
    if (block.change === 'movedFrom') return
    if (block.change !== 'same') {
      const edits = block.change === 'movedTo' ? passagesOf(block.content).length : 0
      numberOfBlock.set(at, add({ kind: wholeKind(block), block: at, whole: true, shown: block.content, from: 0, to: lengthBefore(block.content), edits }))
      return
    }
    if (block.before?.kind !== block.after?.kind || block.before?.level !== block.after?.level) {
      numberOfBlock.set(at, add({ kind: 'retyped', block: at, whole: true, shown: [], from: 0, to: 0, edits: 0 }))
    }
    for (const passage of passagesOf(block.content)) {
      const shown = block.content.slice(passage.first, passage.last + 1)
      const number = add({ kind: passageKind(shown), block: at, whole: false, shown, from: passage.from, to: passage.to, edits: 0 })
      for (let inline = passage.first; inline <= passage.last; inline++) numberAt.set(`${at}:${inline}`, number)
    }
  })
  return { changes, numberAt, numberOfBlock }
}

function wholeKind(block: MarkedBlock): ChangeKind {
  if (block.change === 'inserted') return 'inserted'
  return block.change === 'deleted' ? 'deleted' : 'moved'
}

function passageKind(shown: readonly MarkedInline[]): ChangeKind {
  const went = shown.some((inline) => inline.change === 'deleted')
  const came = shown.some((inline) => inline.change === 'inserted')
  if (went === came) return 'replaced'
  return went ? 'deleted' : 'inserted'
}

/** Runs of neighbouring inlines that are not the same in both texts. */
function passagesOf(content: readonly MarkedInline[]): Passage[] {
  const passages: Passage[] = []
  let offset = 0
  content.forEach((inline, at) => {
    const next = offset + unitsBefore(inline)
    if (isChanged(inline)) {
      const last = passages.at(-1)
      if (last?.last === at - 1) passages[passages.length - 1] = { ...last, last: at, to: next }
      else passages.push({ first: at, last: at, from: offset, to: next })
    }
    offset = next
  })
  return passages
}

function isChanged(inline: MarkedInline): boolean {
  return inline.change !== 'same' || ('footnote' in inline && inline.footnote.some((run) => run.change !== 'same'))
}

function unitsBefore(inline: MarkedInline): number {
  if (inline.change === 'inserted') return 0
  return 'footnote' in inline ? 1 : inline.text.length
}

function lengthBefore(content: readonly MarkedInline[]): number {
  return content.reduce((sum, inline) => sum + unitsBefore(inline), 0)
}

/** Suggestions that were taken up and made this change: "who asked for these words". */
export function proposersOf(change: TextChange, marked: MarkedDocument, settled: readonly ReceivedSuggestion[]): ReceivedSuggestion[] {
  const block = marked.blocks[change.block]
  return settled.filter((one) => {
    if (block === undefined || one.verdict === null || !isTakenUp(one.verdict)) return false
    const amendments = one.verdict.verdict === 'edited' ? one.verdict.edited ?? [] : one.suggestion.amendments
    return amendments.some((amendment) => makes(amendment, change, block))
  })
}

function makes(amendment: Amendment, change: TextChange, block: MarkedBlock): boolean {
  if (amendment.op === 'insertBlock') return block.change === 'inserted' && wordsOf(amendment.content) === markedWords(block.content)
  if (amendment.block !== block.idBefore) return false
  if (amendment.op === 'replace') return (!change.whole || change.kind === 'moved') && amendment.from <= change.to && amendment.to >= change.from
  if (amendment.op === 'deleteBlock') return block.change === 'deleted'
  return amendment.op === 'moveBlock' ? change.kind === 'moved' : change.kind === 'retyped'
}

export function wordsOf(content: readonly Inline[]): string {
  return content.map((inline) => (isFootnote(inline) ? '' : inline.text)).join('')
}

/** The words that a block opens with now, or had when it went: never both in one breath. */
export function standingWords(block: MarkedBlock): string {
  return markedWords(block.change === 'deleted' ? block.content : block.content.filter((inline) => inline.change !== 'deleted'))
}

export function markedWords(content: readonly MarkedInline[]): string {
  return content.map((inline) => ('footnote' in inline ? '' : inline.text)).join('')
}

export function countKinds(changes: readonly TextChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { inserted: 0, deleted: 0, replaced: 0, moved: 0, retyped: 0 }
  for (const change of changes) counts[change.kind] += 1
  return counts
}
