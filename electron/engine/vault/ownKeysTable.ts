/** The keys of this installation, the first ones and those that replaced them, each with its card. Secrets as keys/ encoded them. */
import type { Connection } from './connection.ts'
import type { KeptIdentity } from './identityTable.ts'

export interface KeptKeys extends KeptIdentity {
  /** From 1. */
  readonly generation: number
}

export interface OwnKeysTable {
  /** Ascending; empty in a vault without identity. */
  all(): KeptKeys[]
  add(keys: KeptKeys): void
  /** In a vault that was restored, and has not taken its place yet: these are its first keys, and it has no others. */
  startAnew(first: KeptIdentity): void
  /** After the private sealing key was taken out of it: what stood there is overwritten. */
  replaceSecret(generation: number, secret: Uint8Array): void
}

interface Row {
  readonly generation: number
  readonly secret: Uint8Array
  readonly card: Uint8Array
  readonly signature: Uint8Array
}

export function ownKeysTable(db: Connection): OwnKeysTable {
  const select = db.prepare<[], Row>(`SELECT 1 AS generation, secret, card, signature FROM identity WHERE only = 1
    UNION ALL SELECT generation, secret, card, signature FROM own_keys ORDER BY generation`)
  const insert = db.prepare('INSERT INTO own_keys (generation, secret, card, signature) VALUES (?, ?, ?, ?)')
  const replaceFirst = db.prepare('UPDATE identity SET secret = ? WHERE only = 1')
  const replaceLater = db.prepare('UPDATE own_keys SET secret = ? WHERE generation = ?')
  const forgetLater = db.prepare('DELETE FROM own_keys')
  const first = db.prepare('UPDATE identity SET secret = ?, card = ?, signature = ? WHERE only = 1')
  return {
    all: () => select.all().map(({ generation, secret, card, signature }) => ({ generation, secret, signedCard: { card, signature } })),
    add({ generation, secret, signedCard }) {
      insert.run(generation, secret, signedCard.card, signedCard.signature)
    },
    startAnew({ secret, signedCard }) {
      forgetLater.run()
      first.run(secret, signedCard.card, signedCard.signature)
    },
    replaceSecret(generation, secret) {
      if (generation === 1) replaceFirst.run(secret)
      else replaceLater.run(secret, generation)
    },
  }
}
