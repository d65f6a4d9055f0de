/** The open database: its tables, and transactions over all of them. */
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
  readonly search: SearchTable
  /** All or nothing; inside another transaction a part of it. */
  transaction<T>(work: () => T): T
  /** Names of the pages that SQLite itself finds wrong; empty where it finds none. */
  integrityFaults(): string[]
  close(): void
}

export function createStore(db: Connection): Store {
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
    search: searchTable(db),
    transaction: (work) => db.transaction(work).immediate(),
    integrityFaults() {
      const rows = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(10)').all()
      return rows.map((row) => row.integrity_check).filter((line) => line !== 'ok')
    },
    close() {
      db.close()
    },
  }
}
