/** What a sheet needs beyond the marked version itself: numbers of paragraphs and footnotes, before and after. */
import { acceptAll, rejectAll } from '../../../shared/text/accept.ts'
import { markAll } from '../../../shared/text/compareContent.ts'
import { cellWidths, type CellWidth } from '../../../shared/text/cellWidths.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import type { MarkedBlock, MarkedDocument, MarkedFootnote, MarkedInline } from '../../../shared/text/marked.ts'
import { numberLabels } from '../../../shared/text/numbering.ts'
import { placeReserved, type ReservedNote } from '../../../shared/text/reserved.ts'
import { changesOf, type ChangeMap } from './changes.ts'

export interface Note {
  readonly number: string
  readonly footnote: MarkedFootnote
}

export interface SheetModel {
  readonly marked: MarkedDocument
  readonly map: ChangeMap
  /** By the place of the block. */
  readonly labels: readonly { readonly before: string | null; readonly after: string | null }[]
  /** By `block:inline`. */
  readonly noteAt: ReadonlyMap<string, Note>
  /** Place of the other end of a move, by the place of either. */
  readonly counterpart: ReadonlyMap<number, number>
  /** Of cells, by the place of the block. */
  readonly widths: ReadonlyMap<number, CellWidth>
  /** Marks of reservations, by the words behind which they stand. */
  readonly reserved: ReadonlyMap<MarkedInline, string>
}

/** A text without any change, in the same form: one way to draw both. */
export function unmarked(document: TextDocument): MarkedDocument {
  return {
    blocks: document.blocks.map((block) => ({
      change: 'same', move: null, idBefore: block.id, idAfter: block.id, before: { kind: block.kind, level: block.level }, after: { kind: block.kind, level: block.level },
      content: markAll(block.content, 'same'),
    })),
  }
}

export function sheetModel(document: MarkedDocument, notes: readonly ReservedNote[] = []): SheetModel {
  const { document: marked, closing } = notes.length === 0 ? { document, closing: new Map<MarkedInline, readonly ReservedNote[]>() } : placeReserved(document, notes)
  const before = numberLabels(rejectAll(marked))
  const after = numberLabels(acceptAll(marked))
  return {
    marked,
    map: changesOf(marked),
    labels: marked.blocks.map((block) => ({ before: labelIn(before, block.idBefore), after: labelIn(after, block.idAfter) })),
    noteAt: notesOf(marked),
    counterpart: counterparts(marked.blocks),
    widths: cellWidths({ blocks: marked.blocks.map((block) => ({ id: '', content: [], ...(block.after ?? block.before ?? { kind: 'plain', level: 1 }) })) }),
    reserved: new Map([...closing].map(([piece, behind]) => [piece, behind.map(({ mark }) => mark).join(', ')])),
  }
}

function labelIn(labels: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : labels.get(id) ?? null
}

/** A footnote that stays or comes has its number in the text, one that went its number in the predecessor. */
function notesOf(marked: MarkedDocument): ReadonlyMap<string, Note> {
  const notes = new Map<string, Note>()
  let nextBefore = 1
  let nextAfter = 1
  marked.blocks.forEach((block, at) => block.content.forEach((inline, place) => {
    if (!('footnote' in inline)) return
    const was = block.change !== 'movedTo' && inline.change !== 'inserted' ? nextBefore++ : 0
    const is = block.change !== 'movedFrom' && inline.change !== 'deleted' ? nextAfter++ : 0
    notes.set(`${at}:${place}`, { number: String(is === 0 ? was : is), footnote: inline })
  }))
  return notes
}

function counterparts(blocks: readonly MarkedBlock[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number[]>()
  blocks.forEach((block, at) => { if (block.move !== null) ends.set(block.move, [...(ends.get(block.move) ?? []), at]) })
  return new Map([...ends.values()].flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [[a, b], [b, a]] as [number, number][])))
}
