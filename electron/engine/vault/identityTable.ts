/** The one identity of this installation: its encoded keys, as keys/ wrote them, and its signed card. */
import type { SignedCard } from '../../../shared/circle/card.ts'
import type { Connection } from './connection.ts'

export interface KeptIdentity {
  readonly secret: Uint8Array
  readonly signedCard: SignedCard
}

export interface IdentityTable {
  get(): KeptIdentity | null
  /** Once: an installation never changes its identity while it lives. */
  put(identity: KeptIdentity): void
}

interface Row extends SignedCard {
  readonly secret: Uint8Array
}

export function identityTable(db: Connection): IdentityTable {
  const find = db.prepare<[], Row>('SELECT secret, card, signature FROM identity WHERE only = 1')
  const insert = db.prepare('INSERT INTO identity (only, secret, card, signature) VALUES (1, ?, ?, ?)')
  return {
    get() {
      const row = find.get()
      return row ? { secret: row.secret, signedCard: { card: row.card, signature: row.signature } } : null
    },
    put({ secret, signedCard }) {
      insert.run(secret, signedCard.card, signedCard.signature)
    },
  }
}
