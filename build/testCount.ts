/** Adds up what several test runners report. */

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A number in a runner's report; 0 where the report is missing or lacks it. */
export function numberAt(report: unknown, name: string): number {
  if (typeof report !== 'object' || report === null) return 0
  const value: unknown = Reflect.get(report, name)
  return typeof value === 'number' ? value : 0
}

/** A check without tests inside: lint, types. */
export function checkCount(succeeded: boolean): Count {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
}

/** A runner that fails without naming a failed test (a file that does not load, a crash, no report) counts as one failure. */
function counted(sound: boolean, count: Count): Count {
  return { ...count, failed: sound ? count.failed : Math.max(1, count.failed) }
}

export function vitestCount(succeeded: boolean, report: unknown): Count {
  const skipped = numberAt(report, 'numPendingTests') + numberAt(report, 'numTodoTests')
  return counted(succeeded && report !== null, { passed: numberAt(report, 'numPassedTests'), failed: numberAt(report, 'numFailedTests'), skipped })
}

/** A test that passed only at the second try has failed. */
export function playwrightCount(succeeded: boolean, report: unknown): Count {
  const stats: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'stats') : null
  const failed = numberAt(stats, 'unexpected') + numberAt(stats, 'flaky')
  return counted(succeeded && typeof stats === 'object' && stats !== null, { passed: numberAt(stats, 'expected'), failed, skipped: numberAt(stats, 'skipped') })
}

/** Where every test must run, a skipped one has failed. */
export function total(counts: readonly Count[], allMustRun: boolean): Count {
  const add = (name: keyof Count): number => counts.reduce((so, count) => so + count[name], 0)
  return { passed: add('passed'), failed: add('failed') + (allMustRun ? add('skipped') : 0), skipped: add('skipped') }
}

export function countLine(count: Count): string {
  return `${count.passed} passed, ${count.failed} failed`
}
