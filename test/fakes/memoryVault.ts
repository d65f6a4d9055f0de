/** A vault that lives in memory: the real tables, session and fold over a database without a file, for laws that are asked a thousand times. */
import Sqlite from 'better-sqlite3-multiple-ciphers'
import type { VaultSession } from '../../electron/engine/handlers/context.ts'
import type { CheckedBundle } from '../../electron/engine/handlers/bundleCheck.ts'
import { encodeIdentity, hasher } from '../../electron/engine/keys/index.ts'
import { blobFiles } from '../../electron/engine/vault/blobFiles.ts'
import { MIGRATIONS } from '../../electron/engine/vault/migrations.ts'
import { createStore, type Store } from '../../electron/engine/vault/store.ts'
import { utf8 } from '../../shared/base/bytes.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { readEvent } from '../../shared/log/verify.ts'
import type { Stage, TestPerson } from './events.ts'
import { rememberingVerifier } from './rememberingVerifier.ts'
import { sessionOn, testContext, type TestContext } from './openSession.ts'

export interface MemoryVault {
  readonly store: Store
  readonly session: VaultSession
  readonly context: TestContext
  /** What happens in here leaves no trace; the answer does. */
  trying<T>(work: () => T): T
}

class RolledBack extends Error {}

/** The vault of one person who has the circle and nothing else. `blobs`: a folder that is never made, unless contents come. */
export function memoryVault(owner: TestPerson, stage: Stage, nowUtcMs: number): MemoryVault {
  const db = new Sqlite(':memory:')
  for (const step of MIGRATIONS) db.exec(step)
  const store = createStore(db, blobFiles('/nowhere'))
  store.identity.put({ secret: encodeIdentity(owner.identity), signedCard: owner.card })
  const context = testContext(() => nowUtcMs)
  const session = sessionOn(store, context)
  session.transaction(() => session.admit(stage.circle.circle, { admitted: [...stage.circleEvents], waiting: [], completed: [], duplicates: [], forks: [] }))
  return {
    store, session, context,
    trying(work) {
      let answer: { readonly value: ReturnType<typeof work> } | null = null
      try {
        session.transaction(() => {
          answer = { value: work() }
          throw new RolledBack()
        })
      } catch (error) {
        if (!(error instanceof RolledBack)) throw error
      }
      const kept = answer as { readonly value: ReturnType<typeof work> } | null
      if (kept === null) throw new Error('the work was not done')
      return kept.value
    },
  }
}

const remembering = rememberingVerifier()

/** A bundle of these events as it stands after the door, made without a file. The same events make the same bundle. */
export function checkedBundle(stage: Stage, from: TestPerson, to: TestPerson, events: readonly VerifiedEvent[], counter: number): CheckedBundle {
  const name = `${counter} ${events.map((event) => `${event.id}${event.signed.body === null ? '-' : '+'}`).join(' ')}`
  const hash = hasher(utf8(name))
  const arrivals = events.map((event) => {
    const read = readEvent(event.signed)
    if (!read.ok) throw new Error(read.error)
    return read.value
  })
  const { circle, epoch, head } = stage.circle
  return {
    circle: stage.circle, events, hash, fileName: `${counter}.chbundle`, arrivals, verify: remembering,
    staging: { take: () => undefined, settle: async () => ({ ok: true, value: null }), staged: () => [], adopt: () => undefined, discard: async () => undefined },
    opened: {
      bundle: hash, sizeBytes: 1, marking: null, events: events.map((event) => event.signed),
      statement: { manifest: new Uint8Array(1), headerHash: new Uint8Array(64), signature: new Uint8Array(64) },
      manifest: {
        format: 3, circle, sender: from.identity.installation, recipients: [to.identity.installation], counter, previous: null, sealedAtUtcMs: 1, roster: { epoch, head },
        frontier: [], marking: null, items: [], padding: 0, withoutBody: [], withoutContent: [],
      },
    },
  }
}
