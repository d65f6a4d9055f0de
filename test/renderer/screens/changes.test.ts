import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { eventIdSchema, installationIdSchema } from '../../../shared/base/identifiers.ts'
import type { ReceivedSuggestion } from '../../../shared/dossier/state.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { Block, TextDocument } from '../../../shared/text/document.ts'
import { changesOf, countKinds, proposersOf } from '../../../renderer/screens/text/changes.ts'
import { sheetModel } from '../../../renderer/screens/text/sheetModel.ts'
import { excerptOf } from '../../../renderer/screens/text/excerpt.ts'

const EVENT = v.parse(eventIdSchema, 'a'.repeat(64))
const AUTHOR = v.parse(installationIdSchema, 'b'.repeat(64))
const paragraph = (id: string, text: string): Block => ({ id, kind: 'numbered', level: 1, content: [{ text, marks: [] }] })
const BEFORE: TextDocument = { blocks: [paragraph('1', 'The Council notes with concern the intrusions.'), paragraph('2', 'It thanks the crews who kept the ferries running by hand.'), paragraph('3', 'It asks the High Representative to report back by the end of September.'), paragraph('4', 'It will come back to the matter.')] }
const AFTER: TextDocument = { blocks: [paragraph('3', 'It asks the High Representative to report back by 15 September.'), paragraph('1', 'The Council notes with serious concern the intrusions.'), paragraph('2', 'It thanks the crews who kept the ferries running by hand.'), paragraph('r1.1', 'It invites CERT-EU to keep a list.')] }
const MARKED = compareDocuments(BEFORE, AFTER)

describe('the changes of a marked version', () => {
  const map = changesOf(MARKED)

  test('each has one kind, and the kinds add up to all of them', () => {
    const counts = countKinds(map.changes)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(map.changes.length)
    expect(counts).toMatchObject({ inserted: 2, deleted: 1, moved: 1 })
  })

  test('a paragraph that moved counts once, with the edits inside it', () => {
    const moved = map.changes.filter((change) => change.kind === 'moved')
    expect(moved).toHaveLength(1)
    expect(moved[0]?.edits).toBeGreaterThan(0)
  })

  test('who asked for the words: only suggestions that were taken up and touch the place', () => {
    const inserted = map.changes.find((change) => change.kind === 'inserted' && !change.whole)!
    const received = (block: string, verdict: 'accepted' | 'notTakenUp'): ReceivedSuggestion => ({
      id: `${EVENT}:0`, event: EVENT, author: AUTHOR, person: 'Karl Brandt', delegation: 'DE', claimedAtUtcMs: 0,
      suggestion: { amendments: [{ op: 'replace', block, from: inserted.from, to: inserted.to, insert: [] }], reason: null },
      verdict: { suggestion: `${EVENT}:0`, verdict, edited: null, reason: null },
    })
    const settled = [received('1', 'accepted'), received('1', 'notTakenUp'), received('2', 'accepted')]
    expect(proposersOf(inserted, MARKED, settled)).toEqual([settled[0]])
  })
})

describe('the sheet', () => {
  test('a moved paragraph is numbered where it is, and knows its former number', () => {
    const model = sheetModel(MARKED)
    const to = MARKED.blocks.findIndex((block) => block.change === 'movedTo')
    expect(model.labels[to]?.after).toBe('1.')
    expect(model.labels[model.counterpart.get(to)!]?.before).toBe('3.')
  })

  test('an excerpt keeps every changed word', () => {
    const block = MARKED.blocks.find((one) => one.change === 'same' && one.content.some((inline) => inline.change === 'inserted'))!
    const shown = excerptOf(block).filter((inline) => inline.change !== 'same')
    expect(shown).toEqual(block.content.filter((inline) => inline.change !== 'same'))
  })
})
