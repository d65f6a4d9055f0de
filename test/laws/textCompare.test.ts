import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex } from '../../shared/base/bytes.ts'
import { acceptAll, rejectAll } from '../../shared/text/accept.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import { compareDocuments } from '../../shared/text/compare.ts'
import type { Inline, TextDocument } from '../../shared/text/document.ts'
import { normalizeDocument } from '../../shared/text/normalize.ts'
import { proveMarked } from '../../shared/text/proof.ts'
import { documents, editedPairs } from './textArbitrary.ts'

const identifiers = fc.constantFrom('stable' as const, 'unrelated' as const)

function bytes(document: TextDocument): string {
  return hex(canonicalText(document))
}

describe('the marked version holds both texts, byte for byte', () => {
  test('of a text and its edited form', () => {
    fc.assert(fc.property(editedPairs, identifiers, ({ before, after }, known) => {
      const marked = compareDocuments(before, after, { identifiers: known })
      expect(bytes(acceptAll(marked))).toBe(bytes(after))
      expect(bytes(rejectAll(marked))).toBe(bytes(before))
    }), { seed: 1, numRuns: 1500 })
  })

  test('of any two texts', () => {
    fc.assert(fc.property(documents, documents, identifiers, (before, after, known) => {
      const proof = proveMarked(compareDocuments(before, after, { identifiers: known }), before, after)
      expect(proof).toEqual({ acceptGivesClean: true, rejectGivesPredecessor: true, failures: [] })
    }), { seed: 2, numRuns: 700 })
  })

  test('with the identifiers of both', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const marked = compareDocuments(before, after)
      expect(acceptAll(marked)).toEqual(normalizeDocument(after))
      expect(rejectAll(marked)).toEqual(normalizeDocument(before))
    }), { seed: 3, numRuns: 500 })
  })

  test('whichever paragraphs are said to have been asked to move', () => {
    fc.assert(fc.property(editedPairs, fc.func(fc.boolean()), ({ before, after }, asked) => {
      const moved = new Set(before.blocks.map((block) => block.id).filter((id) => asked(id)))
      const proof = proveMarked(compareDocuments(before, after, { identifiers: 'stable', moved }), before, after)
      expect(proof).toEqual({ acceptGivesClean: true, rejectGivesPredecessor: true, failures: [] })
    }), { seed: 5, numRuns: 500 })
  })
})

test('a text compared with itself shows no change', () => {
  fc.assert(fc.property(documents, (document) => {
    const marked = compareDocuments(document, document)
    expect(marked.blocks.every((block) => block.change === 'same' && block.content.every((inline) => inline.change === 'same'))).toBe(true)
  }), { seed: 4, numRuns: 200 })
})

test('canonical bytes do not depend on how the runs were cut', () => {
  fc.assert(fc.property(documents, (document) => {
    const letters = document.blocks.map((block) => ({
      ...block, id: `${block.id}0`,
      content: block.content.flatMap((inline): Inline[] => ('footnote' in inline ? [inline] : [...inline.text].map((text) => ({ text, marks: inline.marks })))),
    }))
    expect(bytes({ blocks: letters })).toBe(bytes(document))
    expect(normalizeDocument(normalizeDocument(document))).toEqual(normalizeDocument(document))
  }), { seed: 5, numRuns: 300 })
})
