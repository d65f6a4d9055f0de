/** Cards that were read on this machine, and whether their safety words were compared. */
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import type { SignedCard } from '../../../shared/circle/card.ts'
import type { Connection } from './connection.ts'

export interface KeptCard {
  readonly installation: InstallationId
  readonly signed: SignedCard
  readonly trusted: boolean
}

export interface CardsTable {
  all(): KeptCard[]
  get(installation: InstallationId): KeptCard | null
  /** Reading a card again changes neither its bytes nor whether it is trusted. */
  add(installation: InstallationId, signed: SignedCard, readAtUtcMs: number): void
  trust(installation: InstallationId): void
}

interface Row {
  readonly installation: InstallationId
  readonly card: Uint8Array
  readonly signature: Uint8Array
  readonly trusted: number
}

export function cardsTable(db: Connection): CardsTable {
  const select = db.prepare<[], Row>('SELECT installation, card, signature, trusted FROM cards ORDER BY read_at, installation')
  const find = db.prepare<[string], Row>('SELECT installation, card, signature, trusted FROM cards WHERE installation = ?')
  const insert = db.prepare('INSERT OR IGNORE INTO cards (installation, card, signature, trusted, read_at) VALUES (?, ?, ?, 0, ?)')
  const trust = db.prepare('UPDATE cards SET trusted = 1 WHERE installation = ?')
  return {
    all: () => select.all().map(cardOf),
    get(installation) {
      const row = find.get(installation)
      return row ? cardOf(row) : null
    },
    add(installation, { card, signature }, readAtUtcMs) {
      insert.run(installation, card, signature, readAtUtcMs)
    },
    trust(installation) {
      trust.run(installation)
    },
  }
}

function cardOf(row: Row): KeptCard {
  return { installation: row.installation, signed: { card: row.card, signature: row.signature }, trusted: row.trusted === 1 }
}
