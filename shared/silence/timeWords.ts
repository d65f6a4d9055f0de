/** Times as they stand on paper: fixed words, no locale of the machine. */
import { MONTHS } from '../base/months.ts'
import type { Deadline } from './procedure.ts'

/** The range of a JavaScript date: ECMA-262, section 21.4.1.1. */
const MAX_DATE_MS = 8.64e15

/** `17 May 2017, 15:00:00 UTC`. A number outside the calendar is given as it stands. */
export function instantWords(utcMs: number): string {
  if (Math.abs(utcMs) > MAX_DATE_MS) return `${utcMs} ms after 1970-01-01 UTC`
  const at = new Date(utcMs)
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}, ${at.toISOString().slice(-13, -5)} UTC`
}

/** Both forms: `17 May 2017, 17:00 Europe/Brussels time (17 May 2017, 15:00:00 UTC)`. */
export function deadlineWords(deadline: Deadline): string {
  const [date = '', time = ''] = deadline.wallTime.split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${time} ${deadline.zone} time (${instantWords(deadline.utcMs)})`
}
