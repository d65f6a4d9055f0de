/** A vault whose database lies in memory, with the product's own schema, tables and transactions: to be copied in a millisecond. */
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { createIdentity, encodeIdentity, signerOf, type Identity } from '../../../electron/engine/keys/index.ts'
import { blobFiles } from '../../../electron/engine/vault/blobFiles.ts'
import type { Connection } from '../../../electron/engine/vault/connection.ts'
import { migrate } from '../../../electron/engine/vault/migrations.ts'
import { createStore, type Store } from '../../../electron/engine/vault/store.ts'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { signCard } from '../../../shared/circle/identity.ts'

/** No content of an attachment is part of a run: nothing is ever written there. */
const NO_BLOBS = join(tmpdir(), 'chancery-sim-without-blobs')

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

export function storeOn(db: Connection): Store {
  return createStore(db, blobFiles(NO_BLOBS))
}

/** Counts the steps of a vault, and lets the machine lose its power at one of them. */
export interface PowerLine {
  /** Before the `count`th step from now; nothing happens where there are fewer. */
  cutAfter(count: number): void
  /** Power is on again, or stays on. */
  restore(): void
  readonly isCut: boolean
}

/** What a database throws once the power is gone. */
export class PowerCut extends Error {}

/**
 * A store on which the power may fail before any statement that writes, before a transaction begins, before it is committed, and after. What
 * was not committed by then is rolled back by SQLite, and every later call fails as well. `onCut` sees the moment itself.
 */
export function storeOnPowerLine(db: Connection, onCut: () => void): { readonly store: Store; readonly power: PowerLine } {
  let left = Number.POSITIVE_INFINITY
  let isCut = false
  const step = (writes: boolean): void => {
    if (!isCut && writes && --left < 0) {
      isCut = true
      onCut()
    }
    if (isCut) throw new PowerCut()
  }
  const power: PowerLine = {
    cutAfter(count) {
      left = count
    },
    restore() {
      left = Number.POSITIVE_INFINITY
      isCut = false
    },
    get isCut() {
      return isCut
    },
  }
  const store = storeOn(stepping(db, (name, value) => (name === 'prepare' ? (...given) => statement(value, given, step) : null)))
  const transaction: Store['transaction'] = (work) => {
    step(true)
    const result = store.transaction(() => {
      const done = work()
      step(true)
      return done
    })
    step(true)
    return result
  }
  return { power, store: { ...store, transaction } }
}

type Call = (...given: unknown[]) => unknown

function statement(prepare: Call, given: unknown[], step: (writes: boolean) => void): unknown {
  const prepared = prepare(...given)
  if (typeof prepared !== 'object' || prepared === null) throw new Error('a statement')
  const stepped: object = stepping(prepared, (name, value) => (...values) => {
    step(name === 'run')
    const answer = value(...values)
    // `pluck()` answers the statement itself.
    return answer === prepared ? stepped : answer
  })
  return stepped
}

/** The same object, some of whose functions are others; null leaves one as it is. */
function stepping<T extends object>(target: T, instead: (name: string | symbol, value: Call) => Call | null): T {
  return new Proxy(target, {
    get(_, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      const call: Call = (...given) => Reflect.apply(value, target, given)
      return instead(name, call) ?? call
    },
  })
}
