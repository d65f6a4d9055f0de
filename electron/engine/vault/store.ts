/** The open database: its tables, and transactions over all of them. */
import { attachmentsTable, type AttachmentsTable } from './attachmentsTable.ts'
import type { BlobFiles } from './blobFiles.ts'
import { bundlesTable, type BundlesTable } from './bundlesTable.ts'
import { cardsTable, type CardsTable } from './cardsTable.ts'
import type { Connection } from './connection.ts'
import { draftsTable, type DraftsTable } from './draftsTable.ts'
import { eventsTable, type EventsTable } from './eventsTable.ts'
import { forksTable, type ForksTable } from './forksTable.ts'
import { identityTable, type IdentityTable } from './identityTable.ts'
import { registerTable, type RegisterTable } from './registerTable.ts'
import { searchTable, type SearchTable } from './searchTable.ts'
import { settingsTable, type SettingsTable } from './settingsTable.ts'
import { waitingTable, type WaitingTable } from './waitingTable.ts'

export interface Store {
  readonly events: EventsTable
  readonly waiting: WaitingTable
  readonly forks: ForksTable
  readonly cards: CardsTable
  readonly bundles: BundlesTable
  readonly register: RegisterTable
  readonly settings: SettingsTable
  readonly identity: IdentityTable
  readonly drafts: DraftsTable
  readonly attachments: AttachmentsTable
  /** Contents of attachments, sealed, beside the database. */
  readonly blobs: BlobFiles
  readonly search: SearchTable
  /** All or nothing; inside another transaction a part of it. */
  transaction<T>(work: () => T): T
  /** Nothing that was deleted or replaced stays in the write-ahead log, where secure_delete does not reach. */
  emptyLog(): void
  /** Names of the pages that SQLite itself finds wrong; empty where it finds none. */
  integrityFaults(): string[]
  close(): void
}

export function createStore(db: Connection, blobs: BlobFiles): Store {
  return {
    events: eventsTable(db),
    waiting: waitingTable(db),
    forks: forksTable(db),
    cards: cardsTable(db),
    bundles: bundlesTable(db),
    register: registerTable(db),
    settings: settingsTable(db),
    identity: identityTable(db),
    drafts: draftsTable(db),
    attachments: attachmentsTable(db),
    blobs,
    search: searchTable(db),
    transaction: (work) => db.transaction(work).immediate(),
    emptyLog() {
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    integrityFaults() {
      const rows = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(10)').all()
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    },
    close() {
      db.close()
    },
  }
}
