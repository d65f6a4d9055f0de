/** Random texts and random edits for the laws of shared/text: few distinct words, so that repetitions and near misses are common. */
import * as fc from 'fast-check'
import { BLOCK_KINDS, RUN_MARKS, type Block, type Inline, type Run, type TextDocument } from '../../shared/text/document.ts'

const WORDS = ['the', 'of', 'State', 'cyber', 'EU', 'EU\'s', 'peace', 'non-binding', 'a', 'é', 'e\u0301', 'ÅNGSTRÖM', 'سلام', '平和', '𝔘nion', '10.5', '**', '_x_', '¹', '\u00a0']
const GLUE = [' ', ' ', ' ', ', ', '. ', '', '  ', '; ', '-', '\u0301']

const piece = fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GLUE)).map(([word, glue]) => word + glue)
const phrase = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''))
const marks: fc.Arbitrary<Run['marks']> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Run['marks']>([]) }, { weight: 1, arbitrary: fc.subarray<Run['marks'][number]>([...RUN_MARKS]) })

export const runs: fc.Arbitrary<Run> = fc.record({ text: phrase, marks })
export const inlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: runs }, { weight: 1, arbitrary: fc.record({ footnote: fc.array(runs, { maxLength: 2 }) }) }), { maxLength: 5 })

const shape = fc.record({ kind: fc.constantFrom(...BLOCK_KINDS), level: fc.integer({ min: 1, max: 3 }), content: inlines })

export const documents: fc.Arbitrary<TextDocument> = fc.array(shape, { maxLength: 8 })
  .map((blocks) => ({ blocks: blocks.map((block, at) => ({ id: String(at + 1), ...block })) }))

type Edit =
  | { op: 'delete'; at: number } | { op: 'insert'; at: number; block: Omit<Block, 'id'> } | { op: 'move'; at: number; to: number }
  | { op: 'kind'; at: number; block: Omit<Block, 'id'> } | { op: 'content'; at: number; inline: number; inlines: Inline[] }
const place = fc.nat(12)
const edits: fc.Arbitrary<Edit[]> = fc.array(fc.oneof(
  fc.record({ op: fc.constant('delete' as const), at: place }),
  fc.record({ op: fc.constant('insert' as const), at: place, block: shape }),
  fc.record({ op: fc.constant('move' as const), at: place, to: place }),
  fc.record({ op: fc.constant('kind' as const), at: place, block: shape }),
  fc.record({ op: fc.constant('content' as const), at: place, inline: fc.nat(5), inlines }),
), { maxLength: 6 })

function edited(document: TextDocument, changes: readonly Edit[]): TextDocument {
  const blocks = [...document.blocks]
  for (const [n, change] of changes.entries()) {
    const at = blocks.length === 0 ? 0 : change.at % blocks.length
    const block = blocks[at]
    if (change.op === 'insert') blocks.splice(at, 0, { id: `r1.${n + 1}`, ...change.block })
    else if (!block) continue
    else if (change.op === 'delete') blocks.splice(at, 1)
    else if (change.op === 'move') blocks.splice(change.to % blocks.length, 0, ...blocks.splice(at, 1))
    else if (change.op === 'kind') blocks[at] = { ...block, kind: change.block.kind, level: change.block.level }
    else blocks[at] = { ...block, content: block.content.toSpliced(change.inline, 1, ...change.inlines) }
  }
  return { blocks }
}

/** A text and the same text after some editing, identifiers kept as the editor keeps them. */
export const editedPairs: fc.Arbitrary<{ before: TextDocument; after: TextDocument }> =
  fc.tuple(documents, edits).map(([before, changes]) => ({ before, after: edited(before, changes) }))

/** What one delegation does to whatever text it is given. */
export const editsOf: fc.Arbitrary<(document: TextDocument) => TextDocument> = edits.map((changes) => (document: TextDocument) => edited(document, changes))
