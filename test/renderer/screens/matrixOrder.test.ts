import { describe, expect, test } from 'vitest'
import type { Delegation } from '../../../shared/base/delegations.ts'
import { COLUMNS, sortedRows } from '../../../renderer/screens/silence/matrixOrder.ts'

interface Answer {
  event: string
  late: boolean
  canBreak: boolean
  withdrawn: object | null
  response: { breaks: boolean; reservation: string | null }
}
interface Row {
  delegation: Delegation
  member: boolean
  sentAtUtcMs: number | null
  served: boolean
  receiptAtUtcMs: number | null
  responses: string[]
}
const answer = (event: string, changes: Partial<Answer> = {}, said: Partial<Answer['response']> = {}): Answer => ({ event, late: false, canBreak: true, withdrawn: null, ...changes, response: { breaks: true, reservation: null, ...said } })
const row = (delegation: Delegation, changes: Partial<Row> = {}): Row => ({ delegation, member: true, sentAtUtcMs: null, served: false, receiptAtUtcMs: null, responses: [], ...changes })
const view = (rows: Row[], responses: Answer[] = []) => ({ rows, silence: { responses } })
const codes = (rows: readonly Row[]) => rows.map((one) => one.delegation)

describe('the matrix of 27', () => {
  test('stands in protocol order, both ways, members always first', () => {
    const all = view([row('SE'), row('COM', { member: false }), row('BE'), row('EEAS', { member: false })])
    expect(codes(sortedRows(all, { column: 'delegation', down: false }))).toEqual(['BE', 'SE', 'EEAS', 'COM'])
    expect(codes(sortedRows(all, { column: 'delegation', down: true }))).toEqual(['SE', 'BE', 'COM', 'EEAS'])
  })
  test('puts what breaks first under Response, then what was said, then what was taken back', () => {
    const all = view([row('BE'), row('CZ', { responses: ['a'] }), row('DE', { responses: ['b'] }), row('NL', { responses: ['c'] })],
      [answer('a', { withdrawn: {} }), answer('b', {}, { breaks: false }), answer('c')])
    expect(codes(sortedRows(all, { column: 'response', down: true }))).toEqual(['NL', 'DE', 'CZ', 'BE'])
  })
  test('puts those without receipt together', () => {
    const all = view([row('BE', { receiptAtUtcMs: 9 }), row('CZ'), row('DE', { receiptAtUtcMs: 5 }), row('MT')])
    expect(codes(sortedRows(all, { column: 'receipt', down: false }))).toEqual(['CZ', 'MT', 'DE', 'BE'])
  })
  test.each(COLUMNS)('loses and repeats nobody, sorted by %s', (column) => {
    const all = view([row('BE', { responses: ['a'] }), row('CZ', { served: true }), row('COM', { member: false, responses: ['b'] })], [answer('a', { late: true }), answer('b', {}, { reservation: 'scrutiny' })])
    for (const down of [true, false]) expect(codes(sortedRows(all, { column, down })).sort()).toEqual(['BE', 'COM', 'CZ'])
  })
})
