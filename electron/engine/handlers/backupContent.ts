/** The bytes of a backup in their order, sealed as they are asked for: header, then manifest, database and contents in one stream. */
import { concat } from '../../../shared/base/bytes.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { BACKUP_SIZES, encodeBackupHeader, encodeBackupManifest, payloadOf, type BackupManifest } from '../../../shared/backup/layout.ts'
import { CHUNK_SIZES, sealBackup, sealedBytes, type ChunkSealing } from '../keys/index.ts'
import type { BlobFiles } from '../vault/blobFiles.ts'
import type { Snapshot } from '../vault/snapshot.ts'
import type { BackupMaterial, HandlerContext } from './context.ts'

export const PART_BYTES = 16 * CHUNK_SIZES.chunk

export interface BackupContent {
  readonly sizeBytes: number
  fill(into: Uint8Array): Promise<Result<number, never>>
  /** Whatever happened: what was being read is given back. */
  close(): Promise<void>
}

export interface BackupParts {
  readonly material: BackupMaterial
  readonly manifest: Omit<BackupManifest, 'v'>
  readonly snapshot: Snapshot
  readonly blobs: BlobFiles
}

export function backupContent({ material, manifest, snapshot, blobs }: BackupParts, { random }: Pick<HandlerContext, 'random'>): BackupContent {
  const start = encodeBackupManifest(manifest)
  const payloadBytes = payloadOf(start.length, manifest)
  const header = encodeBackupHeader(payloadBytes, random(BACKUP_SIZES.salt), material.keyFile)
  const sealing = sealBackup(material.key, header)
  const parts = sealedParts(concat(header, sealing.head), sealing, payloadBytes, plainParts(start, manifest, snapshot, blobs))
  let rest = new Uint8Array(0) as Uint8Array
  return {
    sizeBytes: header.length + sealing.head.length + sealedBytes(payloadBytes),
    async fill(into) {
      let filled = 0
      while (filled < into.length) {
        if (rest.length === 0) {
          const next = await parts.next()
          if (next.done === true) break
          rest = next.value
        }
        const used = Math.min(rest.length, into.length - filled)
        into.set(rest.subarray(0, used), filled)
        rest = rest.subarray(used)
        filled += used
      }
      return ok(filled)
    },
    async close() {
      await parts.return(undefined)
    },
  }
}

/** Each part is good until the next is asked for. */
async function* plainParts(start: Uint8Array, { databaseBytes, blobs: names }: BackupParts['manifest'], snapshot: Snapshot, blobs: BlobFiles): AsyncGenerator<Uint8Array> {
  yield start
  const buffer = new Uint8Array(PART_BYTES)
  for (let at = 0; at < databaseBytes;) {
    const count = await snapshot.readInto(buffer.subarray(0, Math.min(buffer.length, databaseBytes - at)), at)
    if (count === 0) throw shorterThanSaid()
    yield buffer.subarray(0, count)
    at += count
  }
  for (const { name, sizeBytes } of names) yield* blobParts(name, sizeBytes, blobs, buffer)
}

async function* blobParts(name: string, sizeBytes: number, blobs: BlobFiles, buffer: Uint8Array): AsyncGenerator<Uint8Array> {
  const reader = await blobs.read(name)
  if (reader === null) throw shorterThanSaid()
  try {
    for (let left = sizeBytes; left > 0;) {
      const count = await reader.readInto(buffer.subarray(0, Math.min(buffer.length, left)))
      if (count === 0) throw shorterThanSaid()
      yield buffer.subarray(0, count)
      left -= count
    }
  } finally {
    await reader.close()
  }
}

function shorterThanSaid(): Error {
  return Object.assign(new Error('a file of the vault is shorter than it was'), { code: 'EIO' })
}

/** In chunks of exactly 64 KiB but the last. */
async function* sealedParts(start: Uint8Array, sealing: ChunkSealing, payloadBytes: number, plain: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start
  const chunk = new Uint8Array(CHUNK_SIZES.chunk)
  let [filled, done] = [0, 0]
  for await (const part of plain) {
    for (let at = 0; at < part.length;) {
      const used = Math.min(part.length - at, chunk.length - filled)
      chunk.set(part.subarray(at, at + used), filled)
      ;[filled, at, done] = [filled + used, at + used, done + used]
      const last = done === payloadBytes
      if (filled < chunk.length && !last) continue
      yield sealing.seal(chunk.subarray(0, filled), last)
      filled = 0
    }
  }
}
