/** Admitted events, in the order of admission. */
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Connection } from './connection.ts'
import { restoreEvent, type SignedRow } from './eventRow.ts'

export interface AdmittedEvent {
  readonly circle: CircleId
  readonly event: VerifiedEvent
  readonly admittedAtUtcMs: number
}

export interface EventsTable {
  all(): AdmittedEvent[]
  add(circle: CircleId, event: VerifiedEvent, admittedAtUtcMs: number): void
  /** Of an event that is here without its body: the body, now that it has come; null takes it away again. */
  setBody(id: EventId, body: Uint8Array | null): void
  /** Only an import that is undone takes events away. */
  remove(id: EventId): void
}

interface Row extends SignedRow {
  readonly circle: CircleId
  readonly admitted_at: number
}

export function eventsTable(db: Connection): EventsTable {
  const select = db.prepare<[], Row>('SELECT id, circle, header, signature, body, admitted_at FROM events ORDER BY place')
  const insert = db.prepare('INSERT INTO events (id, circle, dossier, log, seq, header, signature, body, admitted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const setBody = db.prepare('UPDATE events SET body = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM events WHERE id = ?')
  return {
    all: () => select.all().map((row) => ({ circle: row.circle, event: restoreEvent(row), admittedAtUtcMs: row.admitted_at })),
    add(circle, { id, header, signed }, admittedAtUtcMs) {
      insert.run(id, circle, header.dossier, header.log, header.seq, signed.header, signed.signature, signed.body, admittedAtUtcMs)
    },
    setBody(id, body) {
      setBody.run(body, id)
    },
    remove(id) {
      remove.run(id)
    },
  }
}
