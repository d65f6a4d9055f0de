/** Admitted events, in the order of admission. */
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import type { EventHeader, VerifiedEvent } from '../../../shared/log/event.ts'
import type { Connection } from './connection.ts'
import { DamagedRow, restoreEvent, restoreHeader, type SignedRow } from './eventRow.ts'

export interface AdmittedEvent {
  readonly circle: CircleId
  readonly event: VerifiedEvent
  readonly admittedAtUtcMs: number
}

/** What says where an event belongs, without what it says. */
export interface AdmittedHeader {
  /** Its number in the order of admission. */
  readonly place: number
  readonly id: EventId
  readonly header: EventHeader
}

export interface EventsTable {
  all(): AdmittedEvent[]
  headers(): AdmittedHeader[]
  /** Those with these numbers, which must all be there. */
  at(places: readonly number[]): AdmittedEvent[]
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
  const columns = 'id, circle, header, signature, body, admitted_at'
  const select = db.prepare<[], Row>(`SELECT ${columns} FROM events ORDER BY place`)
  const headers = db.prepare<[], readonly [place: number, id: EventId, header: Uint8Array]>('SELECT place, id, header FROM events ORDER BY place').raw()
  const at = db.prepare<[string], Row>(`SELECT ${columns} FROM events WHERE place IN (SELECT value FROM json_each(?)) ORDER BY place`)
  const insert = db.prepare('INSERT INTO events (id, circle, dossier, log, seq, header, signature, body, admitted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const setBody = db.prepare('UPDATE events SET body = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM events WHERE id = ?')
  return {
    all: () => select.all().map(admittedIn),
    headers: () => headers.all().map(([place, id, header]) => ({ place, id, header: restoreHeader(header) })),
    at(places) {
      const rows = at.all(JSON.stringify(places))
      if (rows.length !== places.length) throw new DamagedRow()
      return rows.map(admittedIn)
    },
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

function admittedIn(row: Row): AdmittedEvent {
  return { circle: row.circle, event: restoreEvent(row), admittedAtUtcMs: row.admitted_at }
}
