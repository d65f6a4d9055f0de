/** Instants in full, as they stand beside an offset: they have to be compared, not just read. */
import { time } from './time.ts'

/** The range of a JavaScript date: ECMA-262, section 21.4.1.1. */
const MAX_DATE_MS = 8.64e15

const ofUtc = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' })

/** `17 mai 2017 à 15:00:00 UTC`. A number outside the calendar is given as it stands. */
export function instantWords(utcMs: number): string {
  return Math.abs(utcMs) > MAX_DATE_MS ? `1er janvier 1970 UTC, plus ${utcMs} ms` : `${time.day(ofUtc.format(utcMs))} UTC`
}

/** `28 mars 2027 à 01:30 (UTC+01:00, soit 28 mars 2027 à 00:30:00 UTC)`. */
export function readingWords(utcMs: number, zone: string): string {
  const there = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(utcMs)
  const offset = new Intl.DateTimeFormat('fr-FR', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(utcMs).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${time.day(there)} (${offset}, soit ${instantWords(utcMs)})`
}
