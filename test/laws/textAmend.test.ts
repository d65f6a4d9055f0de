import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex } from '../../shared/base/bytes.ts'
import * as v from 'valibot'
import { suggestionSchema } from '../../shared/text/amendment.ts'
import { applyAmendments } from '../../shared/text/apply.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import { normalizeDocument } from '../../shared/text/normalize.ts'
import { suggestionsBetween } from '../../shared/text/suggestions.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { editedPairs } from './textArbitrary.ts'

function bytes(document: TextDocument): string {
  return hex(canonicalText(document))
}

describe('suggestions read off an edited text', () => {
  test('give that text when all are applied, and keep the names of surviving blocks', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const suggestions = suggestionsBetween(before, after)
      const applied = applyAmendments(before, 1, suggestions.map((suggestion) => suggestion.amendments))
      if (!applied.ok) throw new Error(applied.error.code)
      expect(bytes(applied.value)).toBe(bytes(after))
      const survivors = new Set(before.blocks.map((block) => block.id))
      const names = (document: TextDocument): string[] => document.blocks.map((block) => (survivors.has(block.id) ? block.id : 'new'))
      expect(names(applied.value)).toEqual(names(after))
    }), { seed: 11, numRuns: 1500 })
  })

  test('are well-formed, and none for a text that has not changed', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      for (const suggestion of suggestionsBetween(before, after)) expect(v.is(suggestionSchema, suggestion)).toBe(true)
      expect(suggestionsBetween(before, normalizeDocument(before))).toEqual([])
    }), { seed: 12, numRuns: 300 })
  })
})
