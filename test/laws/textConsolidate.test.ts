import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex } from '../../shared/base/bytes.ts'
import { MEMBER_STATES } from '../../shared/base/delegations.ts'
import { acceptAll, rejectAll } from '../../shared/text/accept.ts'
import type { Verdict } from '../../shared/text/amendment.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import { consolidate } from '../../shared/text/consolidate.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { groupSuggestions, type Received } from '../../shared/text/group.ts'
import { suggestionsBetween } from '../../shared/text/suggestions.ts'
import { documents, editedPairs, editsOf } from './textArbitrary.ts'

function bytes(document: TextDocument): string {
  return hex(canonicalText(document))
}

function receivedFrom(before: TextDocument, afters: readonly TextDocument[]): Received[] {
  return afters.flatMap((after, who) => suggestionsBetween(before, after).map((suggestion, n) =>
    ({ id: `${String(who).padStart(64, '0')}:${n}`, delegation: MEMBER_STATES[who] ?? 'BE', suggestion })))
}

function accept(received: readonly Received[]): Verdict[] {
  return received.map((one) => ({ suggestion: one.id, verdict: 'accepted', edited: null, reason: null }))
}

/** One REV and what three delegations would make of it. */
const rounds = fc.tuple(documents, fc.array(editsOf, { minLength: 2, maxLength: 3 }))
  .map(([before, edits]) => ({ before, received: receivedFrom(before, edits.map((edit) => edit(before))) }))

describe('consolidation', () => {
  test('of one delegation, all accepted, gives the text it wanted', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const received = receivedFrom(before, [after])
      const result = consolidate(before, received, accept(received), 1)
      if (!result.ok) throw new Error(result.error.code)
      expect(bytes(result.value.document)).toBe(bytes(after))
      expect(result.value.open).toEqual([])
    }), { seed: 21, numRuns: 800 })
  })

  test('of the same wishes by two delegations never collides', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const received = receivedFrom(before, [after, after])
      const result = consolidate(before, received, accept(received), 1)
      if (!result.ok) throw new Error(result.error.code)
      expect(bytes(result.value.document)).toBe(bytes(after))
      for (const group of groupSuggestions(before, received)) {
        expect(group.delegations).toEqual(['BE', 'BG'])
        expect(group.collidesWith).toEqual([])
      }
    }), { seed: 22, numRuns: 400 })
  })

  test('does not depend on the order of arrival', () => {
    fc.assert(fc.property(rounds, fc.infiniteStream(fc.nat()), ({ before, received }, dice) => {
      const shuffled = [...received].sort(() => ((dice.next().value ?? 0) % 2) - 0.5)
      expect(groupSuggestions(before, shuffled)).toEqual(groupSuggestions(before, received))
      expect(consolidate(before, shuffled, accept(received), 1)).toEqual(consolidate(before, received, accept(received), 1))
    }), { seed: 23, numRuns: 300 })
  })

  test('puts every suggestion into exactly one group, and composes groups that do not collide', () => {
    fc.assert(fc.property(rounds, ({ before, received }) => {
      const groups = groupSuggestions(before, received)
      expect(groups.flatMap((group) => group.suggestions).sort()).toEqual(received.map((one) => one.id).sort())
      const peaceful = groups.filter((group) => group.collidesWith.length === 0).flatMap((group) => group.suggestions)
      const verdicts = accept(received.filter((one) => peaceful.includes(one.id)))
      const result = consolidate(before, received, verdicts, 1)
      expect(result.ok && result.value.open.length).toBe(received.length - peaceful.length)
    }), { seed: 24, numRuns: 400 })
  })

  test('refuses to accept both sides of any collision', () => {
    fc.assert(fc.property(rounds, ({ before, received }) => {
      const groups = groupSuggestions(before, received)
      const collision = groups.find((group) => group.collidesWith.length > 0)
      const rival = groups.find((group) => group.letter === collision?.collidesWith[0])
      if (!collision || !rival) return
      const both = [...collision.suggestions, ...rival.suggestions]
      const result = consolidate(before, received, accept(received.filter((one) => both.includes(one.id))), 1)
      expect(result.ok ? 'issued' : result.error.code).toBe('suggestions-collide')
    }), { seed: 25, numRuns: 400 })
  })

  test('shows in the preview of a group exactly what the group alone would change', () => {
    fc.assert(fc.property(rounds, ({ before, received }) => {
      for (const group of groupSuggestions(before, received)) {
        const alone = consolidate(before, received, accept(received.filter((one) => group.suggestions.includes(one.id))), 1)
        if (!alone.ok) throw new Error(alone.error.code)
        const content = (document: TextDocument, ids: ReadonlySet<string>): string[] =>
          document.blocks.filter((block) => ids.has(block.id)).map((block) => JSON.stringify(block.content)).sort()
        const shown = acceptAll(group.preview)
        const known = new Set(before.blocks.map((block) => block.id))
        const touched = new Set(shown.blocks.map((block) => block.id).filter((id) => known.has(id)))
        expect(content(shown, touched)).toEqual(content(alone.value.document, touched))
        expect(shown.blocks.filter((block) => !known.has(block.id)).length).toBe(alone.value.document.blocks.filter((block) => !known.has(block.id)).length)
        expect(rejectAll(group.preview).blocks.every((block) => known.has(block.id))).toBe(true)
      }
    }), { seed: 26, numRuns: 200 })
  })
})
