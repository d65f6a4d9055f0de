/** Circles whose secretariat was found to have signed two rosters that cannot both be. The events are the proof, and are no part of the circle here. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import type { SignedEvent } from '../../../shared/log/event.ts'
import { encodeEventItem, parseEventItem } from '../../../shared/log/item.ts'
import type { Connection } from './connection.ts'
import { DamagedRow } from './eventRow.ts'

export interface KeptConflict {
  readonly circle: CircleId
  readonly epoch: number
  /** Two. */
  readonly events: readonly SignedEvent[]
  readonly foundAtUtcMs: number
}

export interface RosterConflictsTable {
  of(circle: CircleId): KeptConflict | null
  /** The first one found stays. */
  add(conflict: KeptConflict): void
}

interface Row {
  readonly circle: CircleId
  readonly epoch: number
  readonly events: Uint8Array
  readonly found_at: number
}

const itemsSchema = v.array(v.instance(Uint8Array))

export function rosterConflictsTable(db: Connection): RosterConflictsTable {
  const find = db.prepare<[string], Row>('SELECT circle, epoch, events, found_at FROM roster_conflicts WHERE circle = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO roster_conflicts (circle, epoch, events, found_at) VALUES (?, ?, ?, ?)')
  return {
    of(circle) {
      const row = find.get(circle)
      return row ? { circle: row.circle, epoch: row.epoch, events: eventsOf(row.events), foundAtUtcMs: row.found_at } : null
    },
    add({ circle, epoch, events, foundAtUtcMs }) {
      insert.run(circle, epoch, encodeCbor(events.map(encodeEventItem)), foundAtUtcMs)
    },
  }
}

function eventsOf(stored: Uint8Array): SignedEvent[] {
  const decoded = decodeCbor(stored)
  const items = decoded.ok ? v.safeParse(itemsSchema, decoded.value) : null
  const events = items?.success === true ? items.output.map(parseEventItem) : []
  return events.map((event) => {
    if (!event.ok) throw new DamagedRow('a stored conflict of rosters')
    return event.value
  })
}
