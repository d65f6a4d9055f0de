/** The tamper-evident log of what was done on this machine: each entry holds the hash of the one before, and is signed. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import { hashSchema, type Hash } from '../../../shared/base/identifiers.ts'
import type { Hasher, Signer } from '../../../shared/base/ports.ts'
import type { Connection } from './connection.ts'

export const REGISTER_LABEL = 'chancery/register/v1/sig\0'

const registerLineSchema = v.strictObject({
  v: v.literal(1),
  seq: v.number(),
  /** Hash of the entry before; null for the first. */
  previous: v.nullable(hashSchema),
  atUtcMs: v.number(),
  action: v.string(),
  subject: v.string(),
  result: v.picklist(['done', 'refused']),
  code: v.nullable(v.string()),
})
export type RegisterLine = v.InferOutput<typeof registerLineSchema>

/** As stored: the exact bytes that were hashed and signed. */
export interface RegisterRow {
  readonly seq: number
  readonly entry: Uint8Array
  readonly hash: Hash
  readonly signature: Uint8Array
}

export interface RegisterTable {
  count(): number
  /** Hash of the last entry; null in an empty register. */
  head(): Hash | null
  /** Newest first. */
  newest(limit: number): RegisterLine[]
  /** Oldest first, unread. */
  rows(): RegisterRow[]
  append(line: Omit<RegisterLine, 'v' | 'seq' | 'previous'>, hash: Hasher, sign: Signer): void
}

export function registerTable(db: Connection): RegisterTable {
  const columns = 'seq, entry, hash, signature'
  const last = db.prepare<[], RegisterRow>(`SELECT ${columns} FROM register ORDER BY seq DESC LIMIT 1`)
  const newest = db.prepare<[number], RegisterRow>(`SELECT ${columns} FROM register ORDER BY seq DESC LIMIT ?`)
  const rows = db.prepare<[], RegisterRow>(`SELECT ${columns} FROM register ORDER BY seq`)
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM register')
  const insert = db.prepare(`INSERT INTO register (${columns}) VALUES (?, ?, ?, ?)`)
  return {
    count: () => count.get()?.n ?? 0,
    head: () => last.get()?.hash ?? null,
    newest: (limit) => newest.all(limit).flatMap((row) => parseRegisterLine(row.entry) ?? []),
    rows: () => rows.all(),
    append(line, hash, sign) {
      const before = last.get()
      const seq = (before?.seq ?? 0) + 1
      const entry = encodeCbor({ v: 1, seq, previous: before?.hash ?? null, ...line })
      insert.run(seq, entry, hash(entry), sign(REGISTER_LABEL, entry))
    },
  }
}

/** Null for bytes that are not an entry. */
export function parseRegisterLine(entry: Uint8Array): RegisterLine | null {
  const decoded = decodeCbor(entry)
  if (!decoded.ok) return null
  const parsed = v.safeParse(registerLineSchema, decoded.value)
  return parsed.success ? parsed.output : null
}
