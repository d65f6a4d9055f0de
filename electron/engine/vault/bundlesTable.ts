/** Every bundle that was written or imported here, with what it carried. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import { eventIdSchema, hashSchema, installationIdSchema, type CircleId, type EventId, type Hash, type InstallationId } from '../../../shared/base/identifiers.ts'
import { frontierEntrySchema, type FrontierEntry } from '../../../shared/bundle/manifest.ts'
import type { Connection } from './connection.ts'

export interface KeptBundle {
  readonly direction: 'in' | 'out'
  /** BLAKE2b-256 of the file. */
  readonly hash: Hash
  readonly circle: CircleId
  readonly sender: InstallationId
  readonly counter: number
  readonly previous: Hash | null
  readonly recipients: readonly InstallationId[]
  readonly events: readonly EventId[]
  /** How far the sender had each log when it sealed the bundle. */
  readonly frontier: readonly FrontierEntry[]
  readonly fileName: string
  readonly atUtcMs: number
}

export interface BundlesTable {
  /** Oldest first. */
  all(): KeptBundle[]
  of(circle: CircleId): KeptBundle[]
  has(direction: KeptBundle['direction'], hash: Hash): boolean
  add(bundle: KeptBundle): void
}

interface Row {
  readonly direction: 'in' | 'out'
  readonly hash: string
  readonly circle: CircleId
  readonly sender: string
  readonly counter: number
  readonly previous: string | null
  readonly recipients: Uint8Array
  readonly events: Uint8Array
  readonly frontier: Uint8Array
  readonly file_name: string
  readonly at: number
}

export function bundlesTable(db: Connection): BundlesTable {
  const columns = 'direction, hash, circle, sender, counter, previous, recipients, events, frontier, file_name, at'
  const select = db.prepare<[], Row>(`SELECT ${columns} FROM bundles ORDER BY place`)
  const ofCircle = db.prepare<[string], Row>(`SELECT ${columns} FROM bundles WHERE circle = ? ORDER BY place`)
  const find = db.prepare<[string, string], { hash: string }>('SELECT hash FROM bundles WHERE direction = ? AND hash = ?')
  const insert = db.prepare(`INSERT INTO bundles (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  return {
    all: () => select.all().map(bundleOf),
    of: (circle) => ofCircle.all(circle).map(bundleOf),
    has: (direction, hash) => find.get(direction, hash) !== undefined,
    add(b) {
      insert.run(b.direction, b.hash, b.circle, b.sender, b.counter, b.previous, encodeCbor(b.recipients), encodeCbor(b.events),
        encodeCbor(b.frontier.map((entry) => ({ ...entry }))), b.fileName, b.atUtcMs)
    },
  }
}

/** The lists may be long, and most who ask for bundles do not look at them: they are read when somebody does. */
function bundleOf(row: Row): KeptBundle {
  let events: readonly EventId[] | null = null
  let frontier: readonly FrontierEntry[] | null = null
  return {
    direction: row.direction,
    hash: v.parse(hashSchema, row.hash),
    circle: row.circle,
    sender: v.parse(installationIdSchema, row.sender),
    counter: row.counter,
    previous: v.parse(v.nullable(hashSchema), row.previous),
    recipients: v.parse(v.array(installationIdSchema), stored(row.recipients)),
    get events() {
      return (events ??= v.parse(v.array(eventIdSchema), stored(row.events)))
    },
    get frontier() {
      return (frontier ??= v.parse(v.array(frontierEntrySchema), stored(row.frontier)))
    },
    fileName: row.file_name,
    atUtcMs: row.at,
  }
}

function stored(bytes: Uint8Array): unknown {
  const decoded = decodeCbor(bytes)
  if (!decoded.ok) throw new Error('a stored list of a bundle is not CBOR')
  return decoded.value
}
