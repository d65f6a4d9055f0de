/** The content of an attachment as it lies beside the database: one key each, chunks of 64 KiB. vault/FORMAT.md. */
import { utf8 } from '../../../shared/base/bytes.ts'
import { CHUNK_SIZES, openChunks, sealChunks, sealedBytes, type ChunkOpening, type ChunkSealing } from './chunkStream.ts'

export const BLOB_SIZES = CHUNK_SIZES
export type BlobSealing = ChunkSealing
export type BlobOpening = ChunkOpening

const LABEL = utf8('chancery/blob/v1\0')

/** Length of the file for so many bytes of content. */
export function blobFileBytes(sizeBytes: number): number {
  return BLOB_SIZES.head + sealedBytes(sizeBytes)
}

export function sealBlob(key: Uint8Array): BlobSealing {
  return sealChunks(key, LABEL)
}

/** `head` is the first 24 bytes of the file. */
export function openBlob(key: Uint8Array, head: Uint8Array): BlobOpening {
  return openChunks(key, head, LABEL)
}
