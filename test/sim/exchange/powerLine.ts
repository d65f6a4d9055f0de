/** A machine whose power may fail between any two steps of what it writes, into its database and beside it. */
import type { BlobFiles, BlobWriting } from '../../../electron/engine/vault/blobFiles.ts'
import type { Connection } from '../../../electron/engine/vault/connection.ts'
import type { Store } from '../../../electron/engine/vault/store.ts'
import { ok } from '../../../shared/base/result.ts'
import { storeOn } from './memoryVault.ts'

/** Counts the steps of a machine, and lets it lose its power at one of them. */
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
 * A store on which the power may fail before any statement that writes, before a transaction begins, before it is committed, and after; and
 * before and after each piece of a content. What was not committed by then is rolled back by SQLite, and every later call fails as well.
 * `onCut` sees the moment itself.
 */
export function storeOnPowerLine(db: Connection, blobs: BlobFiles, onCut: () => void): { readonly store: Store; readonly power: PowerLine } {
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
  const store = storeOn(stepping(db, (name, value) => (name === 'prepare' ? (...given) => statement(value, given, step) : null)), contentsIn(blobs, step))
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

/** Removing is no step: it may go on behind the person's back, and what it leaves is swept at the next start. */
function contentsIn(blobs: BlobFiles, step: (writes: boolean) => void): BlobFiles {
  const open = new Set<BlobWriting>()
  const stepped = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      step(true)
      const done = await work()
      step(true)
      return done
    } catch (error) {
      // Files do not stay open over the death of a process.
      for (const writing of open) await writing.abandon()
      open.clear()
      throw error
    }
  }
  return {
    ...blobs,
    write: (name, content) => stepped(() => blobs.write(name, (append) => content((bytes) => stepped(() => append(bytes))))),
    begin: (name) => stepped(async () => {
      const begun = await blobs.begin(name)
      if (!begun.ok) return begun
      const writing = begun.value
      open.add(writing)
      return ok({
        append: (bytes) => stepped(() => writing.append(bytes)),
        async finish() {
          const finished = await stepped(() => writing.finish())
          open.delete(writing)
          return finished
        },
        async abandon() {
          open.delete(writing)
          await writing.abandon()
        },
      })
    }),
  }
}
