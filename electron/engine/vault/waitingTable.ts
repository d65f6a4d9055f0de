/** Events that came before their ancestors. They count for nothing until these have come. */
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Connection } from './connection.ts'
import { restoreEvent, type SignedRow } from './eventRow.ts'

export interface WaitingTable {
  of(circle: CircleId): VerifiedEvent[]
  has(id: EventId): boolean
  get(id: EventId): VerifiedEvent | null
  add(circle: CircleId, event: VerifiedEvent, arrivedAtUtcMs: number): void
  remove(id: EventId): void
  /** Takes away a body that came later than its event. */
  clearBody(id: EventId): void
  lacksBody(id: EventId): boolean
}

export function waitingTable(db: Connection): WaitingTable {
  const select = db.prepare<[string], SignedRow>('SELECT id, header, signature, body FROM waiting WHERE circle = ? ORDER BY id')
  const one = db.prepare<[string], SignedRow>('SELECT id, header, signature, body FROM waiting WHERE id = ?')
  const find = db.prepare<[string], { id: string }>('SELECT id FROM waiting WHERE id = ?')
  const insert = db.prepare('INSERT INTO waiting (id, circle, header, signature, body, arrived_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = COALESCE(body, excluded.body)')
  const remove = db.prepare('DELETE FROM waiting WHERE id = ?')
  const clear = db.prepare('UPDATE waiting SET body = NULL WHERE id = ?')
  const bodiless = db.prepare<[string], { id: string }>('SELECT id FROM waiting WHERE id = ? AND body IS NULL')
  return {
    of: (circle) => select.all(circle).map(restoreEvent),
    get(id) {
      const row = one.get(id)
      return row === undefined ? null : restoreEvent(row)
    },
    has: (id) => find.get(id) !== undefined,
    add(circle, { id, signed }, arrivedAtUtcMs) {
      insert.run(id, circle, signed.header, signed.signature, signed.body, arrivedAtUtcMs)
    },
    remove(id) {
      remove.run(id)
    },
    clearBody(id) {
      clear.run(id)
    },
    lacksBody: (id) => bodiless.get(id) !== undefined,
  }
}
