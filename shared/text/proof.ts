/** The proof of a marked version, computed from its two texts: both directions, byte for byte in canonical form. */
import { equalBytes } from '../base/bytes.ts'
import type { TextDocument } from './document.ts'
import type { MarkedBlock, MarkedDocument } from './marked.ts'
import { acceptAll, rejectAll } from './accept.ts'
import { canonicalText } from './canonical.ts'
import { natureOf, type ChangeNature } from './changeList.ts'
import { compareDocuments } from './compare.ts'
import { capitalised } from './coverWords.ts'
import { placeNames } from './place.ts'
import { around, passagesOf } from './passages.ts'

/** One place, in words that a drafter finds it by. */
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
  return proveTexts({ accepted: acceptAll(marked), rejected: rejectAll(marked) }, { clean: after, predecessor: before })
}

/** A direction whose other text is not at hand counts as not failing. */
export function proveTexts(
  made: { readonly accepted: TextDocument; readonly rejected: TextDocument }, given: { readonly clean: TextDocument | null; readonly predecessor: TextDocument | null },
): Proof {
  const acceptGivesClean = given.clean === null || sameText(given.clean, made.accepted)
  const rejectGivesPredecessor = given.predecessor === null || sameText(given.predecessor, made.rejected)
  const failures = [
    ...(acceptGivesClean || !given.clean ? [] : failuresBetween(given.clean, made.accepted, 'Clean version')),
    ...(rejectGivesPredecessor || !given.predecessor ? [] : failuresBetween(given.predecessor, made.rejected, 'Predecessor')),
  ]
  return { acceptGivesClean, rejectGivesPredecessor, failures }
}

function sameText(a: TextDocument, b: TextDocument): boolean {
  return equalBytes(canonicalText(a), canonicalText(b))
}

function failuresBetween(expected: TextDocument, found: TextDocument, version: string): ProofFailure[] {
  const names = { expected: placeNames(expected), found: placeNames(found) }
  return compareDocuments(expected, found, { identifiers: 'unrelated' }).blocks.flatMap((block) => failuresIn(block).map((failure) => {
    const name = names.expected.get(block.idBefore ?? '') ?? `${names.found.get(block.idAfter ?? '') ?? 'end'} of the marked version`
    return { place: `${version}: ${name}`, ...failure }
  }))
}

type Words = Omit<ProofFailure, 'place'>

function failuresIn(block: MarkedBlock): Words[] {
  const { change, before, after } = block
  if (change === 'movedFrom') return [{ expected: wordsOf(block), found: '(stands elsewhere in the marked version)' }]
  if (change === 'deleted') return [{ expected: wordsOf(block), found: '(missing)' }]
  if (change === 'inserted') return [{ expected: '(nothing)', found: wordsOf(block) }]
  const kind = before && after && (before.kind !== after.kind || before.level !== after.level)
    ? [{ expected: `${capitalised(before.kind)}, level ${before.level}`, found: `${capitalised(after.kind)}, level ${after.level}` }] : []
  return [...kind, ...passagesOf(block.content).map((passage) => passageFailure(block, passage))]
}

function passageFailure(block: MarkedBlock, passage: ReturnType<typeof passagesOf>[number]): Words {
  const { head, tail } = around(block.content, passage)
  const shown = (words: string): string => (passage.inFootnote ? `${head}{footnote: [${words}]}${tail}` : `${head}[${words}]${tail}`)
  return { expected: shown(passage.deleted), found: shown(passage.inserted) + (ONLY[natureOf(passage)] ?? '') }
}

/** Differences that are hard to see. */
const ONLY: Readonly<Partial<Record<ChangeNature, string>>> = { emphasis: ' (only the emphasis differs)', spacing: ' (only the spacing differs)' }

const MOST_CHARACTERS = 160

function wordsOf(block: MarkedBlock): string {
  const words = block.content.map((inline) => ('footnote' in inline ? '' : inline.text)).join('').trim()
  return words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)}...` : words
}
