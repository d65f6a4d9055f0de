/** A vault whose database lies in memory, with the product's own schema, tables and transactions: to be copied in a millisecond. */
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { createIdentity, encodeIdentity, signerOf, type Identity } from '../../../electron/engine/keys/index.ts'
import { blobFiles, type BlobFiles } from '../../../electron/engine/vault/blobFiles.ts'
import type { Connection } from '../../../electron/engine/vault/connection.ts'
import { migrate } from '../../../electron/engine/vault/migrations.ts'
import { createStore, type Store } from '../../../electron/engine/vault/store.ts'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { signCard } from '../../../shared/circle/identity.ts'

/** Where there are no contents of attachments: nothing is ever written there. */
const NO_BLOBS = blobFiles(join(tmpdir(), 'chancery-sim-without-blobs'))

export function newMemoryVault(delegation: Delegation, random: Random, nowUtcMs: number): Connection {
  const db: Connection = new Sqlite(':memory:')
  if (!migrate(db, 'new').ok) throw new Error('no schema')
  const identity: Identity = createIdentity(random)
  const { signingKey, sealingKey } = identity
  const card = { v: 1, name: `Person of ${delegation}`, delegation, signingKey, sealingKey, madeAtUtcMs: nowUtcMs } as const
  storeOn(db).identity.put({ secret: encodeIdentity(identity), signedCard: signCard(card, signerOf(identity)) })
  return db
}

/** As it was when `bytes` were taken with `serialize()`. */
export function copyOfVault(bytes: Buffer): Connection {
  return new Sqlite(bytes)
}

export function storeOn(db: Connection, blobs: BlobFiles = NO_BLOBS): Store {
  return createStore(db, blobs)
}
