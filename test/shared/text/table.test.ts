/** Tables as runs of cells: rows come, go and move as a whole, cells change word by word, and no two rows are taken for one. */
import { describe, expect, test } from 'vitest'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import { acceptAll, rejectAll } from '../../../shared/text/accept.ts'
import { applyAmendments } from '../../../shared/text/apply.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { Block, TextDocument } from '../../../shared/text/document.ts'
import { groupSuggestions } from '../../../shared/text/group.ts'
import { markedParts } from '../../../shared/text/markedTable.ts'
import { suggestionsBetween } from '../../../shared/text/suggestions.ts'

/** `intro` is a paragraph, `a|b` a row. */
function textOf(...lines: readonly string[]): TextDocument {
  const blocks: Block[] = []
  for (const line of lines) {
    line.split('|').forEach((words, at, cells) => blocks.push({
      id: String(blocks.length + 1), kind: cells.length === 1 ? 'plain' : at === 0 ? 'row' : 'cell', level: 1, content: words === '' ? [] : [{ text: words, marks: [] }],
    }))
  }
  return { blocks }
}

function linesOf(document: TextDocument): string[] {
  return document.blocks.reduce<string[]>((lines, block) => {
    const words = block.content.map((inline) => ('text' in inline ? inline.text : '*')).join('')
    return block.kind === 'cell' ? [...lines.slice(0, -1), `${lines.at(-1)}|${words}`] : [...lines, words]
  }, [])
}

/** `same: State [old->new]|yes` for every row of the first table. */
function rowsBetween(before: TextDocument, after: TextDocument): string[] {
  const marked = compareDocuments(before, after, { identifiers: 'unrelated' })
  expect(linesOf(acceptAll(marked))).toEqual(linesOf(after))
  expect(linesOf(rejectAll(marked))).toEqual(linesOf(before))
  const part = markedParts(marked.blocks).find((one) => 'rows' in one)
  if (!part || !('rows' in part)) return []
  return part.rows.map((row) => `${row.change}: ${row.cells.map(({ block }) => (block.change === row.change ? '' : `${block.change} `) + block.content.map((inline) =>
    ('footnote' in inline ? '*' : inline.change === 'same' || block.change !== 'same' ? inline.text : `${inline.change === 'inserted' ? '+' : '-'}${inline.text}`)).join('')).join('|')}`)
}

const TABLE = ['intro', 'Measure|Lead|Vote', 'Statement|HR|unanimity', 'Demarche|EEAS|none', 'Restrictive measures|Council|unanimity', 'end']

describe('compared cell by cell', () => {
  test('words inside a cell', () => {
    expect(rowsBetween(textOf(...TABLE), textOf(...TABLE.with(2, 'Statement|HR or PRES|unanimity')))).toContain('same: Statement|HR+ or PRES|unanimity')
  })

  test('a row that comes, one that goes, one that moves with a change', () => {
    const after = textOf('intro', 'Measure|Lead|Vote', 'Restrictive measures|Council|by unanimity', 'Statement|HR|unanimity', 'Dialogue|EEAS|none at all', 'end')
    const rows = rowsBetween(textOf(...TABLE), after)
    expect(rows.filter((row) => row.startsWith('movedTo'))).toEqual(['movedTo: Restrictive measures|Council|by unanimity'])
    expect(rows.filter((row) => row.startsWith('movedFrom'))).toEqual(['movedFrom: Restrictive measures|Council|unanimity'])
  })

  test('a column that comes and one that goes', () => {
    const wider = TABLE.map((line) => (line.includes('|') ? `${line}|new` : line))
    expect(rowsBetween(textOf(...TABLE), textOf(...wider))).toContain('same: Statement|HR|unanimity|inserted new')
    const narrower = TABLE.map((line) => (line.includes('|') ? line.split('|').slice(1).join('|') : line))
    expect(rowsBetween(textOf(...TABLE), textOf(...narrower))).toContain('same: deleted Statement|HR|unanimity')
  })
})

describe('asked for by delegations', () => {
  const base = textOf(...TABLE)
  const withRow = (row: string): Suggestion[] => {
    const [first = '', ...rest] = row.split('|')
    const content = (text: string) => [{ text, marks: [] }]
    return [{ reason: null, amendments: [
      { op: 'insertBlock', after: '7', kind: 'row', level: 1, content: content(first) },
      ...rest.map((text) => ({ op: 'insertBlock' as const, after: '7', kind: 'cell' as const, level: 1, content: content(text) })),
    ] }]
  }
  const received = (author: string, delegation: 'FR' | 'IT', suggestions: readonly Suggestion[]) =>
    suggestions.map((suggestion, at) => ({ id: `${author.repeat(64)}:${at}`, delegation, suggestion }))

  test('a new row, an edited one and one that goes are one suggestion each', () => {
    const edited: TextDocument = { blocks: base.blocks.filter((block) => !['8', '9', '10'].includes(block.id)) }
    expect(suggestionsBetween(base, edited).map(({ amendments }) => amendments.map(({ op }) => op))).toEqual([['deleteBlock', 'deleteBlock', 'deleteBlock']])
  })

  test('two new rows at one place keep all their cells, also where some are alike', () => {
    const both = applyAmendments(base, 1, [...withRow('France|x|yes'), ...withRow('Italy|y|yes')].map(({ amendments }) => amendments))
    expect(both.ok && linesOf(both.value).slice(2, 5)).toEqual(['Statement|HR|unanimity', 'France|x|yes', 'Italy|y|yes'])
  })

  test('the same new row asked for by two is one row', () => {
    const groups = groupSuggestions(base, [...received('a', 'FR', withRow('France|x|yes')), ...received('b', 'IT', withRow('France|x|yes'))])
    expect(groups.map(({ delegations, collidesWith }) => ({ delegations, collidesWith }))).toEqual([{ delegations: ['FR', 'IT'], collidesWith: [] }])
  })

  test('a cell for a row that somebody else deletes is a collision', () => {
    const cell: Suggestion = { reason: null, amendments: [{ op: 'insertBlock', after: '7', kind: 'cell', level: 1, content: [{ text: 'more', marks: [] }] }] }
    const deletion: Suggestion = { reason: null, amendments: ['5', '6', '7'].map((block) => ({ op: 'deleteBlock' as const, block })) }
    const groups = groupSuggestions(base, [...received('a', 'FR', [cell]), ...received('b', 'IT', [deletion])])
    expect(groups.map(({ collidesWith }) => collidesWith)).toEqual([['B'], ['A']])
  })
})
