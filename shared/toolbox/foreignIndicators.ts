/** Indicators from and to the formats in which services exchange them. What is not understood is listed with its kind and count, never guessed and never lost in silence. */
import { isPlainLine, plainLine } from '../base/plainLine.ts'
import { INDICATOR_TYPES, type IndicatorType } from './indicator.ts'

export interface ForeignIndicator {
  readonly type: IndicatorType
  readonly value: string
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly note: string
}

/** What a foreign file held beyond what was taken over: kinds of things, with how many of each. */
export interface LeftOut {
  readonly what: string
  readonly count: number
}

export interface ReadIndicators {
  readonly format: 'stix' | 'misp'
  /** As the file calls itself; may be empty. */
  readonly title: string
  readonly indicators: readonly ForeignIndicator[]
  readonly leftOut: readonly LeftOut[]
}

/** What a file that is written says of itself. */
export interface Leaving {
  /** RFC 4122 identifiers. */
  readonly uuid: () => string
  readonly nowUtcMs: number
  /** In one line, as at the head of a page; empty for the unmarked. */
  readonly marking: string
  /** TLP 2.0, which services pass on by itself. */
  readonly tlp: string | null
  readonly exercise: boolean
}

/** Whoever takes it over sees by its title alone that nothing of it has happened. */
export function leavingTitle(title: string, { exercise }: Pick<Leaving, 'exercise'>): string {
  return exercise ? `EXERCISE: ${title}` : title
}

/** As many as one entry of a case file holds. */
export const MOST_INDICATORS = 2000
export const MOST_VALUE_CHARACTERS = 2000
const MOST_NOTE_CHARACTERS = 1000

/** Gathers what is taken over and what is not; equal values of one type are one indicator. */
export class Gathered {
  private readonly taken = new Map<string, ForeignIndicator>()
  private readonly left = new Map<string, number>()

  take(type: IndicatorType, value: string, more: Partial<Pick<ForeignIndicator, 'firstSeen' | 'lastSeen' | 'note'>> = {}): void {
    const clean = value.normalize('NFC').trim()
    if (clean === '' || clean.length > MOST_VALUE_CHARACTERS || !isPlainLine(clean)) return this.leave('values that are empty, too long or hold control characters')
    const { firstSeen = null, lastSeen = null, note = '' } = more
    const key = `${type} ${clean}`
    if (!this.taken.has(key)) this.taken.set(key, { type, value: clean, firstSeen, lastSeen, note: oneLine(note) })
  }

  leave(what: string): void {
    const name = oneLine(what).slice(0, 80) || 'things without a name'
    // A hostile file could name a million kinds: beyond some, they are one.
    const key = this.left.has(name) || this.left.size < 50 ? name : 'other kinds'
    this.left.set(key, (this.left.get(key) ?? 0) + 1)
  }

  result(format: ReadIndicators['format'], title: string): ReadIndicators {
    const order = (one: ForeignIndicator): number => INDICATOR_TYPES.indexOf(one.type)
    const indicators = [...this.taken.values()].toSorted((a, b) => order(a) - order(b) || (a.value < b.value ? -1 : 1))
    return { format, title: oneLine(title).slice(0, 300), indicators, leftOut: [...this.left].map(([what, count]) => ({ what, count })) }
  }
}

function oneLine(text: string): string {
  return plainLine(text.normalize('NFC'), ' ').trim().slice(0, MOST_NOTE_CHARACTERS)
}

/** `2031-06-12T10:00:00Z` and `2031-06-12` as a day; null for anything else. */
export function dayOf(timestamp: unknown): string | null {
  const [, day] = typeof timestamp === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(timestamp) ?? [] : []
  return day !== undefined && new Date(`${day}T00:00:00Z`).toString() !== 'Invalid Date' && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : null
}
