/**
 * The changes of a marked version, one by one in reading order, each with its place and its nature, so that substance can be told from form:
 * a renumbered paragraph or a comma is listed, and never hides a changed word.
 */
import type { MarkedBlock, MarkedDocument, MarkedInline } from './marked.ts'
import { acceptAll, rejectAll } from './accept.ts'
import { isMarkedCell } from './markedTable.ts'
import { numberLabels } from './numbering.ts'
import { passagesOf, plainWords, type Passage } from './passages.ts'
import { placeNames } from './place.ts'

export const CHANGE_KINDS = ['inserted', 'deleted', 'replaced', 'moved', 'restyled', 'renumbered'] as const
/** `restyled`: another kind of paragraph or another level. */
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export const CHANGE_NATURES = ['substance', 'case', 'punctuation', 'spacing', 'emphasis', 'numbering', 'form'] as const
/** All but `substance` are form; `form` itself is a change of kind or level. */
export type ChangeNature = (typeof CHANGE_NATURES)[number]

export const CHANGE_SCOPES = ['paragraph', 'row', 'cell', 'words', 'footnote'] as const
export type ChangeScope = (typeof CHANGE_SCOPES)[number]

export interface ListedChange {
  kind: ChangeKind
  nature: ChangeNature
  scope: ChangeScope
  /** `paragraph 3`, as it is called in the text, or in the predecessor where it has gone. */
  place: string
  /** Where it stood before, if it has moved or is numbered anew; else null. */
  placeBefore: string | null
  /** Places of blocks in the marked version, [block, lastBlock]: one, except where neighbours are numbered anew together. */
  block: number
  lastBlock: number
  /** Places in the content, [from, to). */
  from: number
  to: number
  deleted: string
  inserted: string
  /** Number of the move. */
  move: number | null
  /** Changes inside a paragraph that moved; they are listed after it. */
  edits: number
}

export interface ChangeList {
  changes: ListedChange[]
  counts: { all: number; substance: number; kinds: Record<ChangeKind, number>; natures: Record<ChangeNature, number> }
}

export function changeListOf(marked: MarkedDocument): ChangeList {
  const [before, after] = [rejectAll(marked), acceptAll(marked)]
  const names = { before: placeNames(before), after: placeNames(after) }
  const labels = { before: numberLabels(before), after: numberLabels(after) }
  const changes: ListedChange[] = []
  for (const [at, block] of marked.blocks.entries()) {
    const place = { at, now: names.after.get(block.idAfter ?? '') ?? '', was: names.before.get(block.idBefore ?? '') ?? '' }
    changes.push(...changesOf(block, place))
    const renumbered = block.change === 'same' && labels.before.get(block.idBefore ?? '') !== labels.after.get(block.idAfter ?? '') && block.before?.kind === block.after?.kind
    if (renumbered) addRenumbered(changes, place)
  }
  return { changes: withRowsJoined(changes), counts: countsOf(withRowsJoined(changes)) }
}

interface Place { readonly at: number; readonly now: string; readonly was: string }

function changesOf(block: MarkedBlock, place: Place): ListedChange[] {
  const whole = { scope: isMarkedCell(block) ? 'cell' as const : 'paragraph' as const, block: place.at, lastBlock: place.at, from: 0, to: block.content.length, edits: 0, move: block.move }
  const words = wordsOf(block.content)
  switch (block.change) {
    case 'movedFrom': return []
    case 'inserted': return [{ ...whole, kind: 'inserted', nature: 'substance', place: place.now, placeBefore: null, deleted: '', inserted: words }]
    case 'deleted': return [{ ...whole, kind: 'deleted', nature: 'substance', place: place.was, placeBefore: null, deleted: words, inserted: '' }]
    case 'movedTo': {
      const inside = passageChanges(block, place)
      const now = wordsOf(block.content.filter((inline) => inline.change !== 'deleted'))
      return [{ ...whole, kind: 'moved', nature: 'substance', place: place.now, placeBefore: place.was, deleted: '', inserted: now, edits: inside.length }, ...restyled(block, place), ...inside]
    }
    case 'same': return [...restyled(block, place), ...passageChanges(block, place)]
  }
}

function restyled(block: MarkedBlock, place: Place): ListedChange[] {
  const { before, after } = block
  if (!before || !after || (before.kind === after.kind && before.level === after.level)) return []
  const shape = (one: typeof before): string => `${one.kind}, level ${one.level}`
  return [{
    kind: 'restyled', nature: 'form', scope: isMarkedCell(block) ? 'cell' : 'paragraph', place: place.now, placeBefore: null, block: place.at, lastBlock: place.at,
    from: 0, to: block.content.length, deleted: shape(before), inserted: shape(after), move: null, edits: 0,
  }]
}

function passageChanges(block: MarkedBlock, place: Place): ListedChange[] {
  return passagesOf(block.content).map(({ from, to, deleted, inserted, inFootnote }): ListedChange => ({
    kind: deleted === '' ? 'inserted' : inserted === '' ? 'deleted' : 'replaced', nature: natureOf({ deleted, inserted }),
    scope: inFootnote ? 'footnote' : holdsFootnote(block.content, from, to) ? 'footnote' : isMarkedCell(block) ? 'cell' : 'words',
    place: place.now, placeBefore: null, block: place.at, lastBlock: place.at, from, to, deleted, inserted, move: null, edits: 0,
  }))
}

function holdsFootnote(content: readonly MarkedInline[], from: number, to: number): boolean {
  return content.slice(from, to).every((inline) => 'footnote' in inline)
}

/**
 * The least that explains the difference. In doubt it is substance: a number that reads otherwise (1.5, 15), a sign of value (%, €, +, <) and a dash
 * that may be a minus are never form.
 */
export function natureOf({ deleted, inserted }: Pick<Passage, 'deleted' | 'inserted'>): ChangeNature {
  if (deleted === inserted) return 'emphasis'
  const same = (strip: (words: string) => string): boolean => strip(deleted) === strip(inserted)
  const unspaced = (words: string): string => words.replace(/\s+/gu, '')
  const bare = (words: string): string => unspaced(words).replace(DASH, '-').replace(PUNCTUATION, '')
  if (!same(numbersOf)) return 'substance'
  if (same(unspaced)) return 'spacing'
  if (same((words) => unspaced(words).toLowerCase())) return 'case'
  return same(bare) ? 'punctuation' : same((words) => bare(words).toLowerCase()) ? 'case' : 'substance'
}

const DASH = /\p{Pd}/gu
/** Signs that only part words; a hyphen where it joins two. */
const PUNCTUATION = /[.,;:!?…'"()[\]{}\p{Pi}\p{Pf}„‚]+|(?<=\p{L})-(?=\p{L})/gu

/** Digits with the signs between them, one number after another. */
function numbersOf(words: string): string {
  return (words.match(/\p{N}+(?:[^\p{L}\p{N}\s]+\p{N}+)*/gu) ?? []).join(' ')
}

function wordsOf(content: readonly MarkedInline[]): string {
  return content.map(plainWords).join('')
}

/** Neighbours that are numbered anew are one change. */
function addRenumbered(changes: ListedChange[], place: Place): void {
  const last = changes.findLast((change) => change.kind === 'renumbered')
  const joins = last !== undefined && changes.slice(changes.indexOf(last) + 1).every((change) => change.block > last.lastBlock && change.block <= place.at && change.scope !== 'paragraph')
  if (joins) Object.assign(last, { lastBlock: place.at, deleted: `${last.deleted.split(' to ')[0]} to ${place.was}`, inserted: `${last.inserted.split(' to ')[0]} to ${place.now}` })
  else changes.push({
    kind: 'renumbered', nature: 'numbering', scope: 'paragraph', place: place.now, placeBefore: place.was, block: place.at, lastBlock: place.at, from: 0, to: 0,
    deleted: place.was, inserted: place.now, move: null, edits: 0,
  })
}

/** Cells that come, go or move side by side are one row. */
function withRowsJoined(changes: readonly ListedChange[]): ListedChange[] {
  const joined: ListedChange[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    const whole = change.scope === 'cell' && ['inserted', 'deleted', 'moved'].includes(change.kind) && change.place.endsWith(' column 1') === false
    const rowOf = (place: string): string => place.replace(/, column \d+$/, '')
    const joins = whole && last && (last.scope === 'cell' || last.scope === 'row') && last.kind === change.kind && last.lastBlock === change.block - 1 && rowOf(last.place) === rowOf(change.place)
    if (joins) {
      joined[joined.length - 1] = {
        ...last, scope: 'row', place: rowOf(last.place), placeBefore: last.placeBefore === null ? null : rowOf(last.placeBefore), lastBlock: change.block,
        deleted: [last.deleted, change.deleted].filter((words) => words !== '').join(' | '), inserted: [last.inserted, change.inserted].filter((words) => words !== '').join(' | '),
        edits: last.edits + change.edits,
      }
    } else joined.push(change)
  }
  return joined
}

function countsOf(changes: readonly ListedChange[]): ChangeList['counts'] {
  const count = <Name extends string>(names: readonly Name[], of: (change: ListedChange) => Name): Record<Name, number> =>
    names.reduce((counts, name) => ({ ...counts, [name]: changes.filter((change) => of(change) === name).length }), {} as Record<Name, number>)
  return {
    all: changes.length, substance: changes.filter((change) => change.nature === 'substance').length,
    kinds: count(CHANGE_KINDS, (change) => change.kind), natures: count(CHANGE_NATURES, (change) => change.nature),
  }
}
