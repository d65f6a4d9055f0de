import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsOf, type Row } from '../../../renderer/screens/text/folding.ts'
import { unmarked } from '../../../renderer/screens/text/sheetModel.ts'
import type { MarkedBlock } from '../../../shared/text/marked.ts'

/** `c` is a changed paragraph, `.` one that stays as it is. */
function blocksOf(pattern: string): MarkedBlock[] {
  const document = { blocks: [...pattern].map((_, at) => ({ id: String(at), kind: 'plain' as const, level: 1, content: [{ text: 'words', marks: [] }] })) }
  return unmarked(document).blocks.map((block, at) => (pattern[at] === 'c' ? { ...block, content: [{ text: 'words', marks: [], change: 'inserted' as const }] } : block))
}
const drawn = (rows: readonly Row[], pattern: string): string => rows.map((row) => (row.row === 'fold' ? `[${row.to - row.from}]` : pattern[row.at])).join('')
const folded = (pattern: string, opened: readonly number[] = [], stays: readonly string[] = []): string => drawn(rowsOf(blocksOf(pattern), new Set(opened), (block) => stays.includes(block.idAfter ?? '')), pattern)

test('long stretches without a change are folded, but for a paragraph beside each change', () => {
  expect(folded('.....c......c.....')).toBe('[4].c.[4].c.[4]')
})

test('what would save no room stays', () => {
  expect(folded('..c....c...')).toBe('..c....c...')
})

test('one that was opened stands whole, and one that something points to is never folded', () => {
  expect(folded('c......c', [2])).toBe('c......c')
  expect(folded('c.........c', [], ['5'])).toBe('c.........c')
})

test('every paragraph is shown or folded, once, in order; no changed one is folded', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('.', '.', '.', 'c'), maxLength: 60 }), (pattern) => {
    const rows = rowsOf(blocksOf(pattern), new Set(), () => false)
    const places = rows.flatMap((row) => (row.row === 'block' ? [row.at] : Array.from({ length: row.to - row.from }, (_, at) => row.from + at)))
    expect(places).toEqual([...pattern].map((_, at) => at))
    for (const row of rows) if (row.row === 'fold') expect(pattern.slice(row.from, row.to)).not.toContain('c')
  }), { seed: 20310614, numRuns: 300 })
})
