/**
 * The database at one moment, readable while work on it goes on. All that was committed is moved into the file; from then on what is
 * written goes to the journal alone, so that the file stands still until the snapshot is released. It is read as it lies there: encrypted.
 */
import { closeSync, fstatSync, openSync, read } from 'node:fs'
import type { Connection } from './connection.ts'

/** SQLite's own default: how many pages of the journal it lets grow. */
const AUTOCHECKPOINT_PAGES = 1000

export interface Snapshot {
  readonly databaseBytes: number
  /** Bytes of the file from `at` on, as many as fit; fewer only at its end. */
  readInto(into: Uint8Array, at: number): Promise<number>
  release(): void
}

export interface Snapshots {
  /** With the contents of these names, which stay until it is released. Null while another one is held. */
  take(blobs: ReadonlySet<string>): Snapshot | null
  holds(blob: string): boolean
  /** Now, or as soon as no snapshot is held any more: for what would change the file under it. */
  whenFree(work: () => void): void
  /** After the database is closed. */
  close(): void
}

export function snapshotsOf(db: Connection): Snapshots {
  /** Kept open: closing any handle on the file would drop SQLite's lock on it (POSIX locks). */
  let file: number | null = null
  let held: ReadonlySet<string> | null = null
  let waiting: (() => void)[] = []
  return {
    whenFree(work) {
      if (held !== null) waiting.push(work)
      else work()
    },
    holds: (blob) => held?.has(blob) === true,
    take(blobs) {
      if (held !== null) return null
      settle(db)
      file ??= openSync(db.name, 'r')
      held = blobs
      const handle = file
      return {
        databaseBytes: fstatSync(handle).size,
        readInto: (into, at) => readFully(handle, into, at),
        release() {
          held = null
          const due = waiting
          waiting = []
          if (!db.open) return
          db.pragma(`wal_autocheckpoint=${AUTOCHECKPOINT_PAGES}`)
          for (const work of due) work()
        },
      }
    },
    close() {
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

/** Everything that was committed is in the file, and nothing more will be put there. */
function settle(db: Connection): void {
  db.pragma('wal_autocheckpoint=0')
  const [outcome] = db.prepare<[], { busy: number; log: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all()
  if (outcome === undefined || outcome.busy !== 0 || outcome.log > 0) throw new Error('the journal was not emptied')
}

async function readFully(handle: number, into: Uint8Array, at: number): Promise<number> {
  let filled = 0
  while (filled < into.length) {
    const count = await readOnce(handle, into, filled, at + filled)
    if (count === 0) break
    filled += count
  }
  return filled
}

function readOnce(handle: number, into: Uint8Array, offset: number, position: number): Promise<number> {
  return new Promise((settled, failed) => {
    read(handle, into, offset, into.length - offset, position, (error, count) => (error === null ? settled(count) : failed(error)))
  })
}
