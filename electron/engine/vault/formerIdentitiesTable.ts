/** Who this vault was before it was restored from a backup, the first one first. */
import type { SignedCard } from '../../../shared/circle/card.ts'
import type { Connection } from './connection.ts'

export interface FormerIdentity {
  /** Of its secret keys the only one that is kept: it opens what was sealed to it, and signs nothing. Null where it had been deleted. */
  readonly sealingSeed: Uint8Array | null
  readonly signedCard: SignedCard
  readonly retiredAtUtcMs: number
}

export interface FormerIdentitiesTable {
  all(): FormerIdentity[]
  add(former: FormerIdentity): void
}

interface Row extends SignedCard {
  readonly sealing_seed: Uint8Array | null
  readonly retired_at: number
}

export function formerIdentitiesTable(db: Connection): FormerIdentitiesTable {
  const select = db.prepare<[], Row>('SELECT sealing_seed, card, signature, retired_at FROM former_identities ORDER BY place')
  const insert = db.prepare('INSERT INTO former_identities (sealing_seed, card, signature, retired_at) VALUES (?, ?, ?, ?)')
  return {
    all: () => select.all().map(({ sealing_seed, card, signature, retired_at }) => ({ sealingSeed: sealing_seed, signedCard: { card, signature }, retiredAtUtcMs: retired_at })),
    add({ sealingSeed, signedCard, retiredAtUtcMs }) {
      insert.run(sealingSeed, signedCard.card, signedCard.signature, retiredAtUtcMs)
    },
  }
}
