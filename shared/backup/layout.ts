/** What a backup file looks like, for whoever writes it and for the door that reads it: FORMAT.md beside this file. */
import * as v from 'valibot'
import { concat, equalBytes, u32 } from '../base/bytes.ts'
import { decodeCbor, encodeCbor } from '../base/cbor.ts'
import { hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { err, ok, type Result } from '../base/result.ts'

const MAGIC = Uint8Array.of(0x89, 0x43, 0x48, 0x42, 0x41, 0x4b, 0x0d, 0x0a)
const VERSION = 1
/** What `vault.key` is long. */
const KEY_FILE_BYTES = 348
const SALT_BYTES = 32

export const BACKUP_SIZES = {
  salt: SALT_BYTES,
  keyFile: KEY_FILE_BYTES,
  header: MAGIC.length + 1 + 8 + SALT_BYTES + KEY_FILE_BYTES,
} as const

export const BACKUP_LIMITS = {
  /** Of the content: far more than a vault holds, and exact in a number. */
  payloadBytes: 2 ** 44,
  manifestBytes: 16 * 1024 * 1024,
  blobs: 100_000,
} as const

export type BackupFault = 'not-a-backup' | 'backup-newer' | 'backup-cut' | 'backup-altered' | 'backup-malformed'

export interface BackupHeader {
  /** As it stands in the file: the key of the stream depends on every byte of it. */
  readonly bytes: Uint8Array
  /** Of the content that is sealed: manifest, database and contents of attachments. */
  readonly payloadBytes: number
  readonly salt: Uint8Array
  /** `vault.key`, byte for byte. */
  readonly keyFile: Uint8Array
}

export function encodeBackupHeader(payloadBytes: number, salt: Uint8Array, keyFile: Uint8Array): Uint8Array {
  if (salt.length !== SALT_BYTES || keyFile.length !== KEY_FILE_BYTES || !Number.isSafeInteger(payloadBytes)) throw new Error('not the parts of a backup header')
  return concat(MAGIC, Uint8Array.of(VERSION), u32(Math.floor(payloadBytes / 2 ** 32)), u32(payloadBytes % 2 ** 32), salt, keyFile)
}

/** `bytes`: as many as the file has, up to the length of a header. */
export function parseBackupHeader(bytes: Uint8Array): Result<BackupHeader, BackupFault> {
  if (!equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return err('not-a-backup')
  const version = bytes[MAGIC.length] ?? 0
  if (version > VERSION) return err('backup-newer')
  if (version !== VERSION) return err('backup-altered')
  if (bytes.length < BACKUP_SIZES.header) return err('backup-cut')
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const payloadBytes = view.getUint32(MAGIC.length + 1) * 2 ** 32 + view.getUint32(MAGIC.length + 5)
  if (payloadBytes > BACKUP_LIMITS.payloadBytes) return err('backup-altered')
  const saltAt = MAGIC.length + 9
  return ok({ bytes, payloadBytes, salt: bytes.subarray(saltAt, saltAt + SALT_BYTES), keyFile: bytes.subarray(saltAt + SALT_BYTES) })
}

const size = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BACKUP_LIMITS.payloadBytes))
const manifestSchema = v.strictObject({
  v: v.literal(1),
  madeAtUtcMs: v.number(),
  /** Whose vault it was. */
  installation: installationIdSchema,
  /** Version of the database. */
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** How far its register went. */
  entries: v.number(),
  head: v.nullable(hashSchema),
  databaseBytes: size,
  /** Contents of attachments, sealed as they lie beside the database. */
  blobs: v.pipe(v.array(v.strictObject({ name: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), sizeBytes: size })), v.maxLength(BACKUP_LIMITS.blobs)),
})
export type BackupManifest = v.InferOutput<typeof manifestSchema>

/** With its length before it, as it begins the payload. */
export function encodeBackupManifest(manifest: Omit<BackupManifest, 'v'>): Uint8Array {
  const bytes = encodeCbor({ v: 1, ...manifest, blobs: manifest.blobs.map(({ name, sizeBytes }) => ({ name, sizeBytes })) })
  return concat(u32(bytes.length), bytes)
}

/** Null where it is none, names a file twice, or does not add up to what follows it. */
export function parseBackupManifest(bytes: Uint8Array, payloadBytes: number): BackupManifest | null {
  const decoded = decodeCbor(bytes)
  const parsed = decoded.ok ? v.safeParse(manifestSchema, decoded.value) : null
  if (!parsed?.success) return null
  const manifest = parsed.output
  if (new Set(manifest.blobs.map((blob) => blob.name)).size !== manifest.blobs.length) return null
  return payloadOf(4 + bytes.length, manifest) === payloadBytes ? manifest : null
}

export function payloadOf(manifestBytes: number, { databaseBytes, blobs }: Pick<BackupManifest, 'databaseBytes' | 'blobs'>): number {
  return blobs.reduce((sum, blob) => sum + blob.sizeBytes, manifestBytes + databaseBytes)
}
