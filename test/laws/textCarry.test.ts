import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex } from '../../shared/base/bytes.ts'
import { applyAmendments } from '../../shared/text/apply.ts'
import type { Amendment } from '../../shared/text/amendment.ts'
import { canonicalText, contentKey } from '../../shared/text/canonical.ts'
import { carryForward, passageBetween } from '../../shared/text/carry.ts'
import { baseOf, blockAt, claimsOf, collidingSets } from '../../shared/text/claims.ts'
import { sliceContent } from '../../shared/text/content.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { effectKey, minimalAmendments } from '../../shared/text/minimal.ts'
import { normalizeDocument } from '../../shared/text/normalize.ts'
import { suggestionsBetween } from '../../shared/text/suggestions.ts'
import { documents, editedPairs, editsOf } from './textArbitrary.ts'

const bytes = (document: TextDocument): string => hex(canonicalText(document))

function wishes(before: TextDocument, after: TextDocument): Amendment[][] {
  return suggestionsBetween(before, after).map((suggestion) => suggestion.amendments)
}

function applied(document: TextDocument, rev: number, sets: readonly (readonly Amendment[])[]): TextDocument {
  const result = applyAmendments(document, rev, sets)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Paragraphs in which no word occurs twice, so that a word is its place. */
const distinct = fc.record({ blocks: fc.integer({ min: 1, max: 4 }), words: fc.integer({ min: 3, max: 12 }) }).map(({ blocks, words }): TextDocument => ({
  blocks: Array.from({ length: blocks }, (_, at) => ({
    id: String(at + 1), kind: 'numbered', level: 1, content: [{ text: Array.from({ length: words }, (__, n) => `w${at}x${n}`).join(' '), marks: [] }],
  })),
}))
const wordEdit = fc.record({ block: fc.nat(3), word: fc.nat(11), what: fc.constantFrom('replace', 'delete', 'insert'), said: fc.integer({ min: 0, max: 5 }) })

function wordAmendment(document: TextDocument, edit: { block: number; word: number; what: string; said: number }, who: string): Amendment {
  const block = document.blocks[edit.block % document.blocks.length]
  const text = block?.content[0] && 'text' in block.content[0] ? block.content[0].text : ''
  const all = text.split(' ')
  const nth = edit.word % all.length
  const from = all.slice(0, nth).join(' ').length + (nth === 0 ? 0 : 1)
  const to = from + (all[nth] ?? '').length
  const insert = [{ text: `${who}${edit.said}`, marks: [] }]
  if (edit.what === 'insert') return { op: 'replace', block: block?.id ?? '', from: to, to, insert: [{ text: ` ${who}${edit.said}`, marks: [] }] }
  return { op: 'replace', block: block?.id ?? '', from, to, insert: edit.what === 'delete' ? [] : insert }
}

describe('carry-forward', () => {
  test('on an unchanged text every suggestion applies as it stands', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const text = normalizeDocument(before)
      const base = baseOf(text)
      for (const amendments of wishes(text, after)) {
        const carried = carryForward(passageBetween(text, text), amendments)
        const minimal = minimalAmendments(base, amendments)
        // A cell that no cell stands before opens its row whatever is asked, so asking alone may change nothing.
        if (bytes(applied(text, 1, [amendments])) === bytes(text)) expect(carried.status).toBe('overtaken')
        else expect(carried.status === 'applies' && effectKey(base, carried.amendments)).toBe(effectKey(base, minimal))
      }
    }), { seed: 31, numRuns: 400 })
  })

  test('on the text that it asked for a suggestion is overtaken, alone and among the others of its author', () => {
    fc.assert(fc.property(editedPairs, ({ before, after }) => {
      const text = normalizeDocument(before)
      for (const amendments of wishes(text, after)) {
        const next = applied(text, 1, [amendments])
        expect(carryForward(passageBetween(text, next), amendments).status).toBe('overtaken')
      }
    }), { seed: 32, numRuns: 400 })
  })

  test('what applies fits the new REV, changes it, and asks for the same words in place of the same words', () => {
    fc.assert(fc.property(documents, editsOf, editsOf, (document, mine, theirs) => {
      const text = normalizeDocument(document)
      const next = normalizeDocument(theirs(text))
      for (const amendments of wishes(text, mine(text))) {
        const carried = carryForward(passageBetween(text, next), amendments)
        if (carried.status !== 'applies') continue
        expect(claimsOf(baseOf(next), carried.amendments, 0)).not.toBeNull()
        expect(bytes(applied(next, 2, [carried.amendments]))).not.toBe(bytes(next))
        const minimal = minimalAmendments(baseOf(text), amendments)
        for (const one of carried.amendments) {
          if (one.op !== 'replace') continue
          const words = contentKey(sliceContent(blockAt(baseOf(next), one.block)?.content ?? [], one.from, one.to))
          expect(minimal.some((was) => was.op === 'replace' && was.block === one.block && contentKey(was.insert) === contentKey(one.insert)
            && contentKey(sliceContent(blockAt(baseOf(text), was.block)?.content ?? [], was.from, was.to)) === words)).toBe(true)
        }
      }
    }), { seed: 33, numRuns: 600 })
  })

  test('composes with what was taken up in its stead, wherever the two do not collide', () => {
    fc.assert(fc.property(distinct, wordEdit, wordEdit, (text, one, other) => {
      const mine = [wordAmendment(text, one, 'm')]
      const theirs = [wordAmendment(text, other, 't')]
      const base = baseOf(text)
      const claims = [...claimsOf(base, mine, 0) ?? [], ...claimsOf(base, theirs, 1) ?? []]
      const next = applied(text, 1, [theirs])
      const carried = carryForward(passageBetween(text, next), mine)
      // Neighbouring words may be read as one rewritten passage; that is said, never guessed.
      if (carried.status === 'conflicts') return
      if (collidingSets(claims).length > 0) expect(carried.status).toBe('overtaken')
      else if (carried.status === 'applies') expect(bytes(applied(next, 2, [carried.amendments]))).toBe(bytes(applied(text, 2, [theirs, mine])))
    }), { seed: 34, numRuns: 1500 })
  })

  test('what stands apart from every change is never called a conflict', () => {
    fc.assert(fc.property(distinct, wordEdit, wordEdit, (text, one, other) => {
      const block = one.block % text.blocks.length
      if (block === other.block % text.blocks.length) return
      const next = applied(text, 1, [[wordAmendment(text, other, 't')]])
      expect(carryForward(passageBetween(text, next), [wordAmendment(text, one, 'm')]).status).toBe('applies')
    }), { seed: 35, numRuns: 400 })
  })
})
