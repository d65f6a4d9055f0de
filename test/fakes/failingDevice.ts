/**
 * A disk on which the n-th call fails. Tests put it in the place of node:fs, node:fs/promises and the database driver (vi.mock), so that
 * the product runs unchanged. Every call that can fail in earnest is counted, those of an open file and of the database included.
 */
import type * as Fs from 'node:fs'
import type * as FsPromises from 'node:fs/promises'
import type Sqlite from 'better-sqlite3'

/** `once`: that call alone fails. `dead`: that call and all after it fail, as for a process that is no more; nothing can be tidied up. */
export type Mode = 'once' | 'dead'
export type Fault = 'EIO' | 'ENOSPC'

interface Plan {
  readonly at: number
  readonly mode: Mode
  readonly fault: Fault
}

let plan: Plan | null = null
let calls = 0
let struckBy: string | null = null

export const device = {
  /** From now on calls are counted, and the `at`th fails. */
  failAt(at: number, mode: Mode, fault: Fault): void {
    plan = { at, mode, fault }
    calls = 0
    struckBy = null
  },
  /** Sound again. The name of the call that failed first; null where none did. */
  repair(): string | null {
    const first = struckBy
    plan = null
    struckBy = null
    return first
  },
}

/** Throws where it is the turn of this call. */
function pass(name: string, failure: (fault: Fault) => Error): void {
  if (plan === null) return
  calls++
  if (calls < plan.at || (plan.mode === 'once' && calls > plan.at)) return
  struckBy ??= name
  throw failure(plan.fault)
}

const systemError = (fault: Fault): Error => Object.assign(new Error(`${fault}: the device failed`), { code: fault })

/** Calls that write, make, name or remove; a full disk strikes no others. */
const WRITING: ReadonlySet<string> = new Set(['openSync', 'writeSync', 'fsyncSync', 'mkdirSync', 'renameSync', 'linkSync', 'writeFileSync', 'open', 'write', 'sync', 'datasync', 'mkdir', 'rename', 'link', 'writeFile'])
/** What reads, and what tidies up. */
const OTHERS: ReadonlySet<string> = new Set(['readFileSync', 'readSync', 'rmSync', 'unlinkSync', 'readFile', 'read', 'stat', 'lstat', 'rm', 'unlink'])

function struck<T extends (...given: never[]) => unknown>(name: string, call: T): T {
  const counted = (...given: Parameters<T>): unknown => {
    if (writes(name, given) || plan?.fault !== 'ENOSPC') pass(name, systemError)
    return call(...given)
  }
  return counted as T
}

/** A file that is opened to be read takes no room. */
function writes(name: string, given: readonly unknown[]): boolean {
  return WRITING.has(name) && !(name.startsWith('open') && (given[1] === 'r' || typeof given[1] === 'number'))
}

type Call = (...given: never[]) => unknown

function struckModule<M extends object>(module: M, kind: (name: string, call: Call) => Call): M {
  const entries = Object.entries(module).map(([name, value]) => (
    typeof value === 'function' && (WRITING.has(name) || OTHERS.has(name)) ? [name, kind(name, value as Call)] : [name, value]
  ))
  return Object.fromEntries(entries) as M
}

/** A promise that rejects, where the plain one throws. */
function struckPromise(name: string, call: Call): Call {
  return async (...given: never[]) => struck(name, call)(...given)
}

export function failingFs(fs: typeof Fs): typeof Fs {
  return struckModule(fs, struck)
}

export function failingFsPromises(fs: typeof FsPromises): typeof FsPromises {
  const open = async (...given: Parameters<typeof fs.open>): Promise<FsPromises.FileHandle> => failingHandle(await struck('open', fs.open)(...given))
  return { ...struckModule(fs, struckPromise), open }
}

/** Closing is not counted: a handle is always given back. */
function failingHandle(handle: FsPromises.FileHandle): FsPromises.FileHandle {
  return new Proxy(handle, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      const bound = (value as (...given: never[]) => unknown).bind(target)
      const counted = WRITING.has(String(name)) || OTHERS.has(String(name))
      return counted ? struckPromise(String(name), bound) : bound
    },
  })
}

type Driver = typeof Sqlite
type Database = InstanceType<Driver>

/** Every statement, and the beginning and end of every transaction, as a call that may fail the way SQLite says it. */
export function failingDriver(driver: Driver): Driver {
  const failure = (fault: Fault): Error => new driver.SqliteError('the device failed', fault === 'ENOSPC' ? 'SQLITE_FULL' : 'SQLITE_IOERR')
  const checked = (name: string, reads: boolean): void => {
    if (!reads || plan?.fault !== 'ENOSPC') pass(name, failure)
  }
  const statement = <S extends object>(prepared: S): S => new Proxy(prepared, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        if (['run', 'get', 'all'].includes(String(name))) checked(`statement.${String(name)}`, name !== 'run')
        return (value as (...all: unknown[]) => unknown).apply(target, given)
      }
    },
  })
  const transaction = (db: Database, work: () => unknown): object => {
    const whole = db.transaction(() => {
      const done = work()
      // A commit that fails leaves nothing of the transaction.
      checked('commit', false)
      return done
    })
    const begun = (kind: 'immediate' | 'exclusive') => (): unknown => {
      checked('begin', false)
      return whole[kind]()
    }
    return { immediate: begun('immediate'), exclusive: begun('exclusive') }
  }
  const connection = (db: Database): Database => new Proxy(db, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]): unknown => {
        if (name === 'transaction') return transaction(target, given[0] as () => unknown)
        if (name === 'exec' || name === 'pragma') checked(String(name), name === 'pragma')
        const answer = (value as (...all: unknown[]) => unknown).apply(target, given)
        return name === 'prepare' ? statement(answer as object) : answer
      }
    },
  })
  return new Proxy(driver, {
    construct(target, given): object {
      checked('open the database', false)
      return connection(Reflect.construct(target, given) as Database)
    },
  })
}
