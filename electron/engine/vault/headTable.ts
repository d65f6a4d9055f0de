/** How far this database goes: the ends of what only ever grows, for a copy that is kept outside it. */
import type { EventId, Hash } from '../../../shared/base/identifiers.ts'
import type { Connection } from './connection.ts'

export interface Standing {
  /** Number and hash of the last entry of the register. */
  readonly entries: number
  readonly head: Hash | null
  /** Place and identifier of the last event that was admitted. */
  readonly lastPlace: number
  readonly lastEvent: EventId | null
}

export interface HeadTable {
  standing(): Standing
  /**
   * Whether what was once noted is still so, whatever came after it. An import that was undone takes events away again, with a line in the
   * register: events are compared as long as there was no later line.
   */
  holds(earlier: Standing): boolean
  /** Whether a copy was ever kept outside. */
  wasKept(): boolean
  noteKept(): void
  /** In a vault that was restored, which has no copy yet. */
  forgetKept(): void
}

export function headTable(db: Connection): HeadTable {
  const lastEntry = db.prepare<[], { seq: number; hash: Hash }>('SELECT seq, hash FROM register ORDER BY seq DESC LIMIT 1')
  const entryAt = db.prepare<[number], { hash: Hash }>('SELECT hash FROM register WHERE seq = ?')
  const lastEvent = db.prepare<[], { place: number; id: EventId }>('SELECT place, id FROM events ORDER BY place DESC LIMIT 1')
  const eventAt = db.prepare<[number], { id: EventId }>('SELECT id FROM events WHERE place = ?')
  const kept = db.prepare<[], { kept: number }>('SELECT kept FROM head_copy')
  const note = db.prepare('UPDATE head_copy SET kept = ?')
  return {
    standing() {
      const [entry, event] = [lastEntry.get(), lastEvent.get()]
      return { entries: entry?.seq ?? 0, head: entry?.hash ?? null, lastPlace: event?.place ?? 0, lastEvent: event?.id ?? null }
    },
    holds(earlier) {
      if (earlier.head !== null && entryAt.get(earlier.entries)?.hash !== earlier.head) return false
      const isOlder = (lastEntry.get()?.seq ?? 0) > earlier.entries
      return isOlder || earlier.lastEvent === null || eventAt.get(earlier.lastPlace)?.id === earlier.lastEvent
    },
    wasKept: () => kept.get()?.kept === 1,
    noteKept() {
      note.run(1)
    },
    forgetKept() {
      note.run(0)
    },
  }
}
