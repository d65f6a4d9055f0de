/** What each import changed. An import stands until something builds on it, and can be undone until then. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema } from '../../../shared/base/identifiers.ts'
import type { Connection } from './connection.ts'

const eventIds = v.array(eventIdSchema)
const forkPlaceSchema = v.strictObject({ circle: circleIdSchema, dossier: v.nullable(dossierIdSchema), log: installationIdSchema, seq: v.number() })

const changesSchema = v.strictObject({
  circles: v.array(circleIdSchema),
  /** H256 of the files, in the order in which they were admitted. */
  bundles: v.array(hashSchema),
  fileNames: v.array(v.string()),
  admitted: eventIds,
  /** Had been here without their body. */
  completed: eventIds,
  /** Receipts of our own for these bundles. */
  receipts: eventIds,
  /** Began to wait. */
  waiting: eventIds,
  /** Went on waiting, and got the body that they had lacked. */
  waitingCompleted: eventIds,
  /** Had waited, and came in with what they waited for; `bodiless` if they had waited without their body. */
  freed: v.array(v.strictObject({ event: eventIdSchema, bodiless: v.boolean() })),
  /** Places in logs that these bundles forked. */
  forks: v.array(forkPlaceSchema),
  /** Attachments whose content came. */
  contents: eventIds,
})
export type ImportChanges = v.InferOutput<typeof changesSchema>

export interface KeptImport {
  readonly place: number
  readonly atUtcMs: number
  /** `standing` can be undone as far as the events tell; `sealed` something of it may have left this machine. */
  readonly state: 'standing' | 'sealed' | 'undone'
  readonly changes: ImportChanges
}

export interface ImportsTable {
  /** Its number. */
  add(changes: ImportChanges, atUtcMs: number): number
  get(place: number): KeptImport | null
  standing(): KeptImport[]
  put(place: number, state: KeptImport['state']): void
  /** Where an earlier import was undone: receipts of ours were signed anew. */
  change(place: number, changes: ImportChanges): void
}

interface Row {
  readonly place: number
  readonly at: number
  readonly state: KeptImport['state']
  readonly changes: Uint8Array
}

export function importsTable(db: Connection): ImportsTable {
  const insert = db.prepare(`INSERT INTO imports (at, state, changes) VALUES (?, 'standing', ?)`)
  const find = db.prepare<[number], Row>('SELECT place, at, state, changes FROM imports WHERE place = ?')
  const standing = db.prepare<[], Row>(`SELECT place, at, state, changes FROM imports WHERE state = 'standing' ORDER BY place`)
  const update = db.prepare('UPDATE imports SET state = ? WHERE place = ?')
  const rewrite = db.prepare('UPDATE imports SET changes = ? WHERE place = ?')
  return {
    add: (changes, atUtcMs) => Number(insert.run(atUtcMs, encodeCbor(changes)).lastInsertRowid),
    get(place) {
      const row = find.get(place)
      return row === undefined ? null : importOf(row)
    },
    standing: () => standing.all().map(importOf),
    put(place, state) {
      update.run(state, place)
    },
    change(place, changes) {
      rewrite.run(encodeCbor(changes), place)
    },
  }
}

function importOf({ at, changes, place, state }: Row): KeptImport {
  const decoded = decodeCbor(changes)
  return { place, atUtcMs: at, state, changes: v.parse(changesSchema, decoded.ok ? decoded.value : null) }
}
