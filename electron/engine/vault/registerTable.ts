/** The tamper-evident log of what was done on this machine: each entry holds the hash of the one before, and is signed; so is its head. */
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { Hasher, Signer } from '../../../shared/base/ports.ts'
import type { Connection } from './connection.ts'
import {
  encodeRegisterEntry, encodeRegisterHead, parseRegisterHead, parseRegisterLine, REGISTER_HEAD_LABEL, REGISTER_LABEL,
  type RegisterHead, type RegisterLine, type RegisterStatement, type SignedHead,
} from './registerEntry.ts'

/** As stored: the exact bytes that were hashed and signed. */
export interface RegisterRow {
  readonly seq: number
  readonly entry: Uint8Array
  readonly hash: Hash
  readonly signature: Uint8Array
}

/** An entry as it is read, with the hash that the next one names. */
export type KeptLine = RegisterLine & { readonly hash: Hash }

/** True for a signature by this installation; null asks for the one that the vault is open for. */
export type RegisterVerifier = (installation: InstallationId | null, label: string, message: Uint8Array, signature: Uint8Array) => boolean

/** Who writes, and with which key. */
export interface RegisterPen {
  readonly installation: InstallationId
  readonly who: string
  readonly hash: Hasher
  readonly sign: Signer
  readonly verify: RegisterVerifier
}

export interface RegisterTable {
  count(): number
  /** The last entry, unread. */
  last(): RegisterRow | null
  /** Hash of the last entry; null in an empty register. */
  head(): Hash | null
  /** The head as it was signed with the last entry: what a copy outside the database holds, byte for byte. Null before the first entry. */
  signedHead(): SignedHead | null
  /** Oldest first, as far as they can be read. */
  lines(): readonly KeptLine[]
  /** Oldest first, unread. */
  rows(): RegisterRow[]
  /** Inside a transaction: the entry and the head that covers it are kept together. */
  append(said: RegisterStatement, pen: RegisterPen): void
}

export function registerTable(db: Connection): RegisterTable {
  const columns = 'seq, entry, hash, signature'
  const last = db.prepare<[], RegisterRow>(`SELECT ${columns} FROM register ORDER BY seq DESC LIMIT 1`)
  const after = db.prepare<[number], RegisterRow>(`SELECT ${columns} FROM register WHERE seq > ? ORDER BY seq`)
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM register')
  const insert = db.prepare(`INSERT INTO register (${columns}) VALUES (?, ?, ?, ?)`)
  const head = db.prepare<[], SignedHead>('SELECT statement, signature FROM register_head WHERE only = 1')
  const putHead = db.prepare(`INSERT INTO register_head (only, entries, statement, signature) VALUES (1, ?, ?, ?)
    ON CONFLICT (only) DO UPDATE SET entries = excluded.entries, statement = excluded.statement, signature = excluded.signature`)
  const read = createMemory(() => count.get()?.n ?? 0, (seq) => after.all(seq))
  return {
    count: () => count.get()?.n ?? 0,
    last: () => last.get() ?? null,
    head: () => last.get()?.hash ?? null,
    signedHead: () => head.get() ?? null,
    lines: read,
    rows: () => after.all(Number.MIN_SAFE_INTEGER),
    append(said, pen) {
      const before = last.get() ?? null
      const standing = standingOf(before, head.get() ?? null, pen)
      const { installation, who } = pen
      const seq = Math.max(standing.entries, before?.seq ?? 0) + 1
      const entry = encodeRegisterEntry({ seq, previous: standing.head, installation, who }, said)
      const hash = pen.hash(entry)
      insert.run(seq, entry, hash, pen.sign(REGISTER_LABEL, entry))
      if (!standing.sound) return
      const statement = encodeRegisterHead({ installation, entries: seq, head: hash, atUtcMs: said.atUtcMs })
      putHead.run(seq, statement, pen.sign(REGISTER_HEAD_LABEL, statement))
    },
  }
}

/** Entries never change, so that each is read once; a count that fell (an undone transaction) starts anew. */
function createMemory(count: () => number, after: (seq: number) => RegisterRow[]): () => readonly KeptLine[] {
  let lines: KeptLine[] = []
  let seen = 0
  let lastSeq = 0
  return () => {
    if (count() < seen) [lines, seen, lastSeq] = [[], 0, 0]
    for (const row of after(lastSeq)) {
      const line = parseRegisterLine(row.entry)
      if (line !== null) lines.push({ ...line, hash: row.hash })
      seen += 1
      lastSeq = row.seq
    }
    return lines
  }
}

interface Standing {
  readonly entries: number
  readonly head: Hash | null
  /** False where the head is gone or forged: it is then left as it is, so that no later entry covers the trace. */
  readonly sound: boolean
}

/**
 * What the next entry builds on is what was signed, not what happens to be stored last: where the end was cut off, the gap stays for
 * ever. Entries of the first version had no head; the first entry after them signs one.
 */
function standingOf(before: RegisterRow | null, kept: SignedHead | null, { verify }: RegisterPen): Standing {
  const stored = { entries: before?.seq ?? 0, head: before?.hash ?? null }
  if (kept === null) return { ...stored, sound: before === null || parseRegisterLine(before.entry)?.v === 1 }
  const head = genuineHead(kept, verify)
  return head === null ? { ...stored, sound: false } : { entries: head.entries, head: head.head, sound: true }
}

/** Null where it is not a head, or not signed by the installation that it names. */
export function genuineHead({ statement, signature }: SignedHead, verify: RegisterVerifier): RegisterHead | null {
  const head = parseRegisterHead(statement)
  return head !== null && verify(head.installation, REGISTER_HEAD_LABEL, statement, signature) ? head : null
}
