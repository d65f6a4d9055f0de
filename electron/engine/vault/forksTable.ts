/** Places in a log for which one author signed two events. The events themselves are all kept among the events: together they are the proof. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, installationIdSchema } from '../../../shared/base/identifiers.ts'
import type { Fork } from '../../../shared/log/place.ts'
import type { Connection } from './connection.ts'

export interface ForksTable {
  all(): Fork[]
  /** A further branch at a place replaces what was noted of it. */
  put(fork: Fork, foundAtUtcMs: number): void
  remove(place: Omit<Fork, 'events'>): void
}

interface Row {
  readonly circle: string
  readonly dossier: string
  readonly log: string
  readonly seq: number
  readonly events: Uint8Array
}

export function forksTable(db: Connection): ForksTable {
  const select = db.prepare<[], Row>('SELECT circle, dossier, log, seq, events FROM forks ORDER BY circle, dossier, log, seq')
  const upsert = db.prepare(`INSERT INTO forks (circle, dossier, log, seq, events, found_at) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (circle, dossier, log, seq) DO UPDATE SET events = excluded.events`)
  const remove = db.prepare('DELETE FROM forks WHERE circle = ? AND dossier = ? AND log = ? AND seq = ?')
  return {
    all: () => select.all().map(forkOf),
    put({ circle, dossier, log, seq, events }, foundAtUtcMs) {
      upsert.run(circle, dossier ?? '', log, seq, encodeCbor(events), foundAtUtcMs)
    },
    remove({ circle, dossier, log, seq }) {
      remove.run(circle, dossier ?? '', log, seq)
    },
  }
}

function forkOf(row: Row): Fork {
  const events = decodeCbor(row.events)
  return {
    circle: v.parse(circleIdSchema, row.circle),
    dossier: row.dossier === '' ? null : v.parse(dossierIdSchema, row.dossier),
    log: v.parse(installationIdSchema, row.log),
    seq: row.seq,
    events: v.parse(v.array(eventIdSchema), events.ok ? events.value : null),
  }
}
