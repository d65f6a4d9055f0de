/** When a file is made, and by whose hand: the clock is an argument, so that the same input gives the same bytes. */

export interface Stamp {
  /** ISO 8601, UTC, for example `2026-11-23T09:45:00.000Z`. */
  readonly dateUtc: string
}

export const AUTHOR = 'Chancery'

/** Word knows no fractions of a second (ISO/IEC 29500-1, 17.18.9 with xsd:dateTime). */
export function wholeSeconds({ dateUtc }: Stamp): string {
  return dateUtc.replace(/\.\d+Z$/, 'Z')
}
