/** The proof of a marked version, computed from its two texts: both directions, byte for byte in canonical form. */
import { equalBytes } from '../base/bytes.ts'
import { isFootnote, type Block, type TextDocument } from './document.ts'
import type { MarkedDocument } from './marked.ts'
import { acceptAll, rejectAll } from './accept.ts'
import { blockKey, canonicalText } from './canonical.ts'
import { diffKeys } from './diff.ts'
import { numberLabels } from './numbering.ts'
import { normalizeDocument } from './normalize.ts'

export interface ProofFailure {
  place: string
  expected: string
  found: string
}

export interface Proof {
  acceptGivesClean: boolean
  rejectGivesPredecessor: boolean
  failures: ProofFailure[]
}

export function proveMarked(marked: MarkedDocument, before: TextDocument, after: TextDocument): Proof {
  const accepted = acceptAll(marked)
  const rejected = rejectAll(marked)
  const acceptGivesClean = equalBytes(canonicalText(accepted), canonicalText(after))
  const rejectGivesPredecessor = equalBytes(canonicalText(rejected), canonicalText(before))
  const failures = [
    ...(acceptGivesClean ? [] : failuresBetween(after, accepted, 'Clean')),
    ...(rejectGivesPredecessor ? [] : failuresBetween(before, rejected, 'Predecessor')),
  ]
  return { acceptGivesClean, rejectGivesPredecessor, failures }
}

function failuresBetween(expected: TextDocument, found: TextDocument, version: string): ProofFailure[] {
  const wanted = normalizeDocument(expected)
  const had = normalizeDocument(found)
  const labels = numberLabels(wanted)
  return diffKeys(wanted.blocks.map(blockKey), had.blocks.map(blockKey)).flatMap((hunk) => {
    const missing = wanted.blocks.slice(hunk.aFrom, hunk.aTo)
    const instead = had.blocks.slice(hunk.bFrom, hunk.bTo)
    return Array.from({ length: Math.max(missing.length, instead.length) }, (_, at) => ({
      place: `${version}, ${placeOf(labels, wanted.blocks[hunk.aFrom + at], hunk.aFrom + at)}`,
      expected: shown(missing[at]),
      found: shown(instead[at]),
    }))
  })
}

function placeOf(labels: ReadonlyMap<string, string>, block: Block | undefined, at: number): string {
  const label = block ? labels.get(block.id) : undefined
  return label ? `paragraph ${label}` : block ? `block ${at + 1}` : 'end'
}

function shown(block: Block | undefined): string {
  if (!block) return ''
  return block.content.map((inline) => (isFootnote(inline) ? `[${inline.footnote.map((run) => run.text).join('')}]` : inline.text)).join('')
}
