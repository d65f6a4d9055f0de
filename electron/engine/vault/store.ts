/** The open database: its tables, and transactions over all of them. */
import { attachmentsTable, type AttachmentsTable } from './attachmentsTable.ts'
import type { BlobFiles } from './blobFiles.ts'
import { bundlesTable, type BundlesTable } from './bundlesTable.ts'
import { cardsTable, type CardsTable } from './cardsTable.ts'
import type { Connection } from './connection.ts'
import { draftsTable, type DraftsTable } from './draftsTable.ts'
import { eventsTable, type EventsTable } from './eventsTable.ts'
import { formerIdentitiesTable, type FormerIdentitiesTable } from './formerIdentitiesTable.ts'
import { formsTable, type FormsTable } from './formsTable.ts'
import { forksTable, type ForksTable } from './forksTable.ts'
import { headTable, type HeadTable } from './headTable.ts'
import { importsTable, type ImportsTable } from './importsTable.ts'
import { identityTable, type IdentityTable } from './identityTable.ts'
import type { IncomingFiles } from './incomingFiles.ts'
import { ownKeysTable, type OwnKeysTable } from './ownKeysTable.ts'
import { registerTable, type RegisterTable } from './registerTable.ts'
import { rosterConflictsTable, type RosterConflictsTable } from './rosterConflictsTable.ts'
import { searchTable, type SearchTable } from './searchTable.ts'
import { settingsTable, type SettingsTable } from './settingsTable.ts'
import { snapshotsOf, type Snapshots } from './snapshot.ts'
import { waitingTable, type WaitingTable } from './waitingTable.ts'

/** What happened to the schema when this database was opened. */
export interface SchemaHistory {
  /** The version that this opening found and brought up to date; null where it was. */
  readonly migratedFrom: number | null
  /** Removes the copy that was kept of the database as it was before its schema moved on. */
  readonly forgetOldCopy: () => void
}

export interface Store extends SchemaHistory {
  readonly events: EventsTable
  readonly waiting: WaitingTable
  readonly forks: ForksTable
  readonly cards: CardsTable
  readonly bundles: BundlesTable
  readonly imports: ImportsTable
  readonly register: RegisterTable
  readonly settings: SettingsTable
  readonly identity: IdentityTable
  readonly ownKeys: OwnKeysTable
  readonly conflicts: RosterConflictsTable
  readonly formerIdentities: FormerIdentitiesTable
  readonly head: HeadTable
  readonly drafts: DraftsTable
  readonly forms: FormsTable
  readonly attachments: AttachmentsTable
  /** Contents of attachments, sealed, beside the database. */
  readonly blobs: BlobFiles
  readonly incoming: IncomingFiles
  readonly search: SearchTable
  /** The database file as it was at one moment, for a backup. */
  readonly snapshots: Snapshots
  /** All or nothing; inside another transaction a part of it. */
  transaction<T>(work: () => T): T
  /** Called after each transaction, once it is on the disk. */
  onCommit(listener: () => void): void
  /** From now on whatever would write is refused by the database itself. */
  freeze(): void
  /** Nothing that was deleted or replaced stays where secure_delete does not reach: in the write-ahead log and in an old copy. */
  emptyLog(): void
  /** Names of the pages that SQLite itself finds wrong; empty where it finds none. */
  integrityFaults(): string[]
  close(): void
}

/** A database without a folder around it takes in no files. */
const NO_INCOMING: IncomingFiles = {
  put: () => {
    throw new Error('no folder for incoming files')
  },
  sweep: () => undefined,
}

export function createStore(db: Connection, blobs: BlobFiles, history: SchemaHistory = { migratedFrom: null, forgetOldCopy: () => undefined }, incoming: IncomingFiles = NO_INCOMING): Store {
  let committed: () => void = () => undefined
  const snapshots = snapshotsOf(db)
  return {
    events: eventsTable(db),
    waiting: waitingTable(db),
    forks: forksTable(db),
    cards: cardsTable(db),
    bundles: bundlesTable(db),
    imports: importsTable(db),
    register: registerTable(db),
    settings: settingsTable(db),
    identity: identityTable(db),
    ownKeys: ownKeysTable(db),
    conflicts: rosterConflictsTable(db),
    formerIdentities: formerIdentitiesTable(db),
    head: headTable(db),
    drafts: draftsTable(db),
    forms: formsTable(db),
    attachments: attachmentsTable(db),
    // A content that a backup is about to read goes when that is done.
    blobs: { ...blobs, remove: (name) => (snapshots.holds(name) ? new Promise((settle) => snapshots.whenFree(() => settle(blobs.remove(name)))) : blobs.remove(name)) },
    incoming,
    search: searchTable(db),
    snapshots,
    ...history,
    transaction(work) {
      const done = db.transaction(work).immediate()
      if (!db.inTransaction) committed()
      return done
    },
    onCommit(listener) {
      committed = listener
    },
    freeze() {
      db.pragma('query_only=ON')
    },
    emptyLog() {
      snapshots.whenFree(() => db.pragma('wal_checkpoint(TRUNCATE)'))
      history.forgetOldCopy()
    },
    integrityFaults() {
      const rows = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(10)').all()
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    },
    close() {
      db.close()
      snapshots.close()
    },
  }
}
