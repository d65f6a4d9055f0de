import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Verdict } from '../../shared/text/amendment.ts'
import { consolidate } from '../../shared/text/consolidate.ts'
import { contentLength, contentText, sliceContent } from '../../shared/text/content.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { groupSuggestions } from '../../shared/text/group.ts'
import { normalizeDocument } from '../../shared/text/normalize.ts'
import { provenanceOf, type AskedRevision } from '../../shared/text/provenance.ts'
import { suggestionsBetween } from '../../shared/text/suggestions.ts'
import { documents, editsOf } from './textArbitrary.ts'

type Edit = (document: TextDocument) => TextDocument

/** What each delegation wants on each REV; groups that do not collide are taken up. */
function negotiate(first: TextDocument, rounds: readonly (readonly Edit[])[]): AskedRevision[] {
  const revisions: AskedRevision[] = []
  let document = normalizeDocument(first)
  for (const [rev, edits] of rounds.entries()) {
    const received = edits.flatMap((edit, who) => suggestionsBetween(document, edit(document)).map((suggestion, n) =>
      ({ id: `${`${rev}${who}`.padStart(64, '0')}:${n}`, delegation: 'CZ' as const, suggestion })))
    const groups = groupSuggestions(document, received)
    const peaceful = new Set(groups.filter((group) => group.collidesWith.length === 0).flatMap((group) => group.suggestions))
    const verdicts = received.map(({ id }): Verdict => ({ suggestion: id, verdict: peaceful.has(id) ? 'accepted' : 'notTakenUp', edited: null, reason: null }))
    revisions.push({ rev, document, suggestions: received.map((one, at) => ({ ...one, verdict: verdicts[at] ?? null })) })
    const next = consolidate(document, received, verdicts, rev + 1)
    if (!next.ok) throw new Error(next.error.code)
    document = next.value.document
  }
  return [...revisions, { rev: rounds.length, document, suggestions: [] }]
}

const negotiations = fc.tuple(documents, fc.array(fc.array(editsOf, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
  .map(([first, rounds]) => negotiate(first, rounds))

/** Words may have gone from between them since. */
function standInOrder(letters: string, text: string): boolean {
  let at = 0
  for (const letter of letters.normalize('NFD')) {
    at = text.normalize('NFD').indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

describe('who asked for these words', () => {
  test('passages cover every block without gap or overlap', () => {
    fc.assert(fc.property(negotiations, (revisions) => {
      const last = revisions.at(-1)
      for (const { block, passages } of provenanceOf(revisions)) {
        const content = last?.document.blocks.find((one) => one.id === block)?.content ?? []
        expect(passages.map((one) => one.from)).toEqual([0, ...passages.map((one) => one.to)].slice(0, passages.length))
        expect(passages.at(-1)?.to ?? 0).toBe(contentLength(content))
      }
    }), { seed: 41, numRuns: 300 })
  })

  test('the words of a passage came in with the REV that it names: they stand there, and its suggestions were taken up in it', () => {
    fc.assert(fc.property(negotiations, (revisions) => {
      const last = revisions.at(-1)
      for (const { block, passages } of provenanceOf(revisions)) {
        const now = last?.document.blocks.find((one) => one.id === block)
        for (const { from, to, rev, suggestions } of passages) {
          const then = revisions[rev]?.document.blocks.find((one) => one.id === block)
          expect(standInOrder(contentText(sliceContent(now?.content ?? [], from, to)), contentText(then?.content ?? []))).toBe(true)
          for (const id of suggestions) expect(revisions[rev - 1]?.suggestions.find((one) => one.id === id)?.verdict?.verdict).toBe('accepted')
        }
      }
    }), { seed: 42, numRuns: 300 })
  })

  test('where nothing was asked for, everything is the first issuer\'s', () => {
    fc.assert(fc.property(documents, (document) => {
      for (const { passages } of provenanceOf([{ rev: 0, document, suggestions: [] }, { rev: 1, document, suggestions: [] }])) {
        expect(passages.every((one) => one.rev === 0 && one.suggestions.length === 0)).toBe(true)
      }
    }), { seed: 43, numRuns: 200 })
  })

  test('all who asked for the same words are named; the issuer\'s own words are nobody\'s', () => {
    const document: TextDocument = { blocks: [{ id: '1', kind: 'numbered', level: 1, content: [{ text: 'The Council notes the report.', marks: [] }] }] }
    const after: TextDocument = { blocks: [{ id: '1', kind: 'numbered', level: 1, content: [{ text: 'The Council notes with concern the second report.', marks: [] }] }] }
    const suggestion = { amendments: [{ op: 'replace' as const, block: '1', from: 18, to: 18, insert: [{ text: 'with concern ', marks: [] }] }], reason: null }
    const asked = ['a', 'b'].map((who) => {
      const id = `${who.repeat(64)}:0`
      return { id, suggestion, verdict: { suggestion: id, verdict: 'accepted' as const, edited: null, reason: null } }
    })
    const [block] = provenanceOf([{ rev: 0, document, suggestions: asked }, { rev: 1, document: after, suggestions: [] }])
    const said = block?.passages.map((one) => [contentText(sliceContent(after.blocks[0]?.content ?? [], one.from, one.to)), one.rev, one.suggestions.length])
    expect(said).toEqual([['The Council notes ', 0, 0], ['with concern ', 1, 2], ['the ', 0, 0], ['second ', 1, 0], ['report.', 0, 0]])
  })
})
