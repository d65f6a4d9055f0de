import { describe, expect, test } from 'vitest'
import { brusselsDate, brusselsWallTime, inBrussels } from '../../electron/cli/brusselsTime.ts'
import { columns, excerpt, table } from '../../electron/cli/layout.ts'

describe('times', () => {
  test('are shown in Brussels with the same instant in UTC, in winter and in summer', () => {
    expect(inBrussels(Date.UTC(2026, 2, 27, 16, 0))).toBe('27 March 2026, 17:00 Brussels time (2026-03-27 16:00 UTC)')
    expect(inBrussels(Date.UTC(2026, 2, 31, 15, 0))).toBe('31 March 2026, 17:00 Brussels time (2026-03-31 15:00 UTC)')
  })

  test('the UTC date is its own where Brussels is a day ahead', () => {
    expect(inBrussels(Date.UTC(2026, 5, 30, 23, 5))).toBe('1 July 2026, 01:05 Brussels time (2026-06-30 23:05 UTC)')
    expect(brusselsDate(Date.UTC(2026, 5, 30, 23, 5))).toBe('1 July 2026')
    expect(brusselsWallTime(Date.UTC(2026, 5, 30, 22, 5))).toBe('2026-07-01T00:05')
  })
})

describe('layout', () => {
  test('columns are as wide as their widest cell, without trailing spaces', () => {
    expect(columns([['a', 'long cell', 'x'], ['bbbb', 'c', '']])).toEqual(['a     long cell  x', 'bbbb  c'])
  })

  test('a table without rows says so', () => {
    expect(table(['A', 'B'], [], 'None.')).toEqual(['None.'])
  })

  test('an excerpt is one line of at most so many characters', () => {
    expect(excerpt('one\n two   three', 9)).toBe('one two…')
    expect(excerpt('short', 9)).toBe('short')
  })
})
