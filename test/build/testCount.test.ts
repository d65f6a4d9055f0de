/** How `npm test` adds up its runners. */
import { expect, test } from 'vitest'
import { checkCount, countLine, playwrightCount, total, vitestCount } from '../../build/testCount.ts'

test('all runners are added up into one line', () => {
  const counts = [checkCount(true), checkCount(false), vitestCount(false, { numPassedTests: 40, numFailedTests: 2 }), playwrightCount(true, { stats: { expected: 5, unexpected: 0 } })]
  expect(countLine(total(counts, false))).toBe('46 passed, 3 failed')
})

test('a runner that fails without a failed test, or leaves no report, counts as one failure', () => {
  expect(vitestCount(false, { numPassedTests: 40, numFailedTests: 0 }).failed).toBe(1)
  expect(vitestCount(true, null).failed).toBe(1)
  expect(playwrightCount(true, null).failed).toBe(1)
  expect(playwrightCount(false, { stats: { expected: 3 } }).failed).toBe(1)
})

test('a skipped test counts as failed where every test must run, and only there', () => {
  const counts = [vitestCount(true, { numPassedTests: 1, numPendingTests: 1, numTodoTests: 1 }), playwrightCount(true, { stats: { expected: 1, skipped: 1 } })]
  expect(total(counts, true)).toEqual({ passed: 2, failed: 3, skipped: 3 })
  expect(total(counts, false)).toEqual({ passed: 2, failed: 0, skipped: 3 })
})

test('a test that passed only at the second try has failed', () => {
  expect(playwrightCount(true, { stats: { expected: 1, flaky: 1 } }).failed).toBe(1)
})
