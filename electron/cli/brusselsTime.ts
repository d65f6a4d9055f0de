/** Times as the Council writes them: in Brussels, with the same instant in UTC beside it. */

const ZONE = 'Europe/Brussels'
const date = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' })
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
})

/** `27 March 2026, 17:00 Brussels time (2026-03-27 16:00 UTC)`. */
export function inBrussels(utcMs: number): string {
  const utc = new Date(utcMs).toISOString()
  return `${date.format(utcMs)}, ${clock.format(utcMs)} Brussels time (${utc.slice(0, 10)} ${utc.slice(11, 16)} UTC)`
}

/** `27 March 2026`. */
export function brusselsDate(utcMs: number): string {
  return date.format(utcMs)
}

/** `2026-03-27T17:00`: the wall time that a deadline is written in. */
export function brusselsWallTime(utcMs: number): string {
  const found = Object.fromEntries(parts.formatToParts(utcMs).map((part) => [part.type, part.value]))
  return `${found['year']}-${found['month']}-${found['day']}T${found['hour']}:${found['minute']}`
}
