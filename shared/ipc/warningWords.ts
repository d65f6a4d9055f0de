/** What is unusual about a deadline, in words: screens and command line say the same. */
import { assertNever } from '../base/assertNever.ts'
import type { DeadlineWarning } from '../silence/warnings.ts'

export function deadlineWarningWords(warning: DeadlineWarning): string {
  switch (warning.kind) {
    case 'weekend': return `The deadline falls on a ${warning.day}${warning.where === 'Europe/Brussels' ? '' : ` in ${(warning.where.split('/').at(-1) ?? warning.where).replaceAll('_', ' ')}`}.`
    case 'holiday': return `The deadline falls on a public holiday: ${warning.name}. ${warning.source}.`
    case 'tooShort': return warning.hours === 0 ? 'Less than an hour is left to answer.' : `Only ${warning.hours} ${warning.hours === 1 ? 'hour is' : 'hours are'} left to answer.`
    case 'noWorkingTime': return 'No hour of a working day in Brussels lies between now and the deadline.'
    default: return assertNever(warning)
  }
}
