/** Events that came before their ancestors. They count for nothing until these have come. */
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Connection } from './connection.ts'
import { restoreEvent, type SignedRow } from './eventRow.ts'

export interface WaitingTable {
  of(circle: CircleId): VerifiedEvent[]
  has(id: EventId): boolean
  add(circle: CircleId, event: VerifiedEvent, arrivedAtUtcMs: number): void
  remove(id: EventId): void
}

export function waitingTable(db: Connection): WaitingTable {
  const select = db.prepare<[string], SignedRow>('SELECT id, header, signature, body FROM waiting WHERE circle = ? ORDER BY id')
  const find = db.prepare<[string], { id: string }>('SELECT id FROM waiting WHERE id = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO waiting (id, circle, header, signature, body, arrived_at) VALUES (?, ?, ?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM waiting WHERE id = ?')
  return {
    of: (circle) => select.all(circle).map(restoreEvent),
    has: (id) => find.get(id) !== undefined,
    add(circle, { id, signed }, arrivedAtUtcMs) {
      insert.run(id, circle, signed.header, signed.signature, signed.body, arrivedAtUtcMs)
    },
    remove(id) {
      remove.run(id)
    },
  }
}
