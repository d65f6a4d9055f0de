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
  /** Of `events`, those that travelled without their body. */
  readonly withheld: readonly EventId[]
  /** Attachments whose content travelled. */
  readonly contents: readonly EventId[]
  /** What the sender said that it has without body or content. */
  readonly withoutBody: readonly EventId[]
  readonly withoutContent: readonly EventId[]
}

/** What the sender of an imported bundle signed: with these bytes and its key anybody can check it. */
export interface SenderStatement {
  readonly manifest: Uint8Array
  /** H512 of the header of the file: bundle/FORMAT.md section 3. */
  readonly headerHash: Uint8Array
  readonly signature: Uint8Array
}

export interface BundlesTable {
  /** Oldest first. */
  all(): KeptBundle[]
  of(circle: CircleId): KeptBundle[]
  has(direction: KeptBundle['direction'], hash: Hash): boolean
  add(bundle: KeptBundle, statement: SenderStatement | null): void
  /** Null for a bundle that is not here, was written here, or came before statements were kept. */
  statement(hash: Hash): SenderStatement | null
  /** Only an import that is undone forgets that its file came. */
  remove(direction: KeptBundle['direction'], hash: Hash): void
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
  readonly withheld: Uint8Array
  readonly contents: Uint8Array
  readonly without_body: Uint8Array
  readonly without_content: Uint8Array
}

interface StatementRow {
  readonly manifest: Uint8Array | null
  readonly header_hash: Uint8Array | null
  readonly signature: Uint8Array | null
}

export function bundlesTable(db: Connection): BundlesTable {
  const columns = 'direction, hash, circle, sender, counter, previous, recipients, events, frontier, file_name, at, withheld, contents, without_body, without_content'
  const select = db.prepare<[], Row>(`SELECT ${columns} FROM bundles ORDER BY place`)
  const ofCircle = db.prepare<[string], Row>(`SELECT ${columns} FROM bundles WHERE circle = ? ORDER BY place`)
  const find = db.prepare<[string, string], { hash: string }>('SELECT hash FROM bundles WHERE direction = ? AND hash = ?')
  const insert = db.prepare(`INSERT INTO bundles (${columns}, manifest, header_hash, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const statement = db.prepare<[string], StatementRow>(`SELECT manifest, header_hash, signature FROM bundles WHERE direction = 'in' AND hash = ?`)
  const remove = db.prepare('DELETE FROM bundles WHERE direction = ? AND hash = ?')
  return {
    all: () => select.all().map(bundleOf),
    of: (circle) => ofCircle.all(circle).map(bundleOf),
    has: (direction, hash) => find.get(direction, hash) !== undefined,
    add(b, said) {
      insert.run(b.direction, b.hash, b.circle, b.sender, b.counter, b.previous, encodeCbor(b.recipients), encodeCbor(b.events),
        encodeCbor(b.frontier.map((entry) => ({ ...entry }))), b.fileName, b.atUtcMs, encodeCbor(b.withheld), encodeCbor(b.contents),
        encodeCbor(b.withoutBody), encodeCbor(b.withoutContent), said?.manifest ?? null, said?.headerHash ?? null, said?.signature ?? null)
    },
    statement(hash) {
      const row = statement.get(hash)
      return row?.manifest && row.header_hash && row.signature ? { manifest: row.manifest, headerHash: row.header_hash, signature: row.signature } : null
    },
    remove(direction, hash) {
      remove.run(direction, hash)
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
    withheld: v.parse(v.array(eventIdSchema), stored(row.withheld)),
    contents: v.parse(v.array(eventIdSchema), stored(row.contents)),
    withoutBody: v.parse(v.array(eventIdSchema), stored(row.without_body)),
    withoutContent: v.parse(v.array(eventIdSchema), stored(row.without_content)),
  }
}

function stored(bytes: Uint8Array): unknown {
  const decoded = decodeCbor(bytes)
  if (!decoded.ok) throw new Error('a stored list of a bundle is not CBOR')
  return decoded.value
}
