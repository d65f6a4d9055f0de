/** An entry of the register and the signed head, as bytes: FORMAT.md beside this file says the same for an outside reader. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import { dossierIdSchema, hashSchema, installationIdSchema, type Hash, type InstallationId } from '../../../shared/base/identifiers.ts'
import { markingSchema } from '../../../shared/marking/marking.ts'

export const REGISTER_LABEL = 'chancery/register/v1/sig\0'
export const REGISTER_HEAD_LABEL = 'chancery/register-head/v1/sig\0'

const common = {
  seq: v.number(),
  /** Hash of the entry before; null for the first. */
  previous: v.nullable(hashSchema),
  /** As this machine's clock claims. */
  atUtcMs: v.number(),
  /** What was done: the type of the event that was signed, or a name from shared/ipc/registerActions.ts. */
  action: v.string(),
  /** What it concerned, as the person knows it. */
  subject: v.string(),
  result: v.picklist(['done', 'refused']),
  /** Of the refusal. */
  code: v.nullable(v.string()),
}
const first = v.strictObject({ v: v.literal(1), ...common })
const second = v.strictObject({
  v: v.literal(2),
  ...common,
  /** Whose key signed this entry, and who that is. */
  installation: installationIdSchema,
  who: v.string(),
  /** Stage of the door at which something was refused. */
  stage: v.nullable(v.string()),
  dossier: v.nullable(dossierIdSchema),
  /** Of what was seen, written or admitted. */
  marking: v.nullable(markingSchema),
  /** Facts in order, each with its name: what went to whom, a setting from what to what. */
  details: v.array(v.tuple([v.string(), v.string()])),
})
const entrySchema = v.variant('v', [first, second])

export type RegisterLine = Omit<v.InferOutput<typeof second>, 'v' | 'installation'> & {
  readonly v: 1 | 2
  /** Null in entries of the first version, which did not say it. */
  readonly installation: InstallationId | null
}
/** What whoever writes an entry says; the rest follows from its place and from who writes. */
export type RegisterStatement = Omit<RegisterLine, 'v' | 'seq' | 'previous' | 'installation' | 'who'>

const headSchema = v.strictObject({ v: v.literal(1), installation: installationIdSchema, entries: v.number(), head: hashSchema, atUtcMs: v.number() })
/** How far the register goes: number and hash of its last entry. Whoever keeps one elsewhere will find a register that was cut or put back. */
export type RegisterHead = v.InferOutput<typeof headSchema>

/** The exact bytes that were signed. */
export interface SignedHead {
  readonly statement: Uint8Array
  readonly signature: Uint8Array
}

/** Null for bytes that are not an entry. */
export function parseRegisterLine(entry: Uint8Array): RegisterLine | null {
  const decoded = decodeCbor(entry)
  if (!decoded.ok) return null
  const parsed = v.safeParse(entrySchema, decoded.value)
  if (!parsed.success) return null
  return parsed.output.v === 2 ? parsed.output : { ...parsed.output, installation: null, who: '', stage: null, dossier: null, marking: null, details: [] }
}

export function encodeRegisterEntry(place: { seq: number; previous: Hash | null; installation: InstallationId; who: string }, said: RegisterStatement): Uint8Array {
  return encodeCbor({ v: 2, ...place, ...said })
}

export function encodeRegisterHead(head: Omit<RegisterHead, 'v'>): Uint8Array {
  return encodeCbor({ v: 1, ...head })
}

/** Null for bytes that are not the statement of a head. */
export function parseRegisterHead(statement: Uint8Array): RegisterHead | null {
  const decoded = decodeCbor(statement)
  const parsed = decoded.ok ? v.safeParse(headSchema, decoded.value) : null
  return parsed?.success ? parsed.output : null
}
