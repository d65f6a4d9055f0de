/** The content of an attachment as it lies beside the database: one key each, chunks of 64 KiB. vault/FORMAT.md. */
import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { sodium } from './sodium.ts'

export const BLOB_SIZES = { key: 32, head: 24, chunk: 65_536, overhead: 17 } as const

/** Of every chunk: a stream of another purpose does not open as a blob. */
const LABEL = utf8('chancery/blob/v1\0')

/** Length of the file for so many bytes of content; an empty content has one empty chunk. */
export function blobFileBytes(sizeBytes: number): number {
  return BLOB_SIZES.head + sizeBytes + chunksOf(sizeBytes) * BLOB_SIZES.overhead
}

function chunksOf(sizeBytes: number): number {
  return Math.max(1, Math.ceil(sizeBytes / BLOB_SIZES.chunk))
}

export interface BlobSealing {
  /** The start of the file. */
  readonly head: Uint8Array
  /** Chunks in order, 64 KiB each but the last. */
  seal(chunk: Uint8Array, last: boolean): Uint8Array
}

/** One key seals one content, once. */
export function sealBlob(key: Uint8Array): BlobSealing {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
  let ended = false
  return {
    head: header,
    seal(chunk, last) {
      if (ended || chunk.length > BLOB_SIZES.chunk || (!last && chunk.length < BLOB_SIZES.chunk)) throw new Error('not a chunk in order')
      ended = last
      const tag = last ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
      return sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, LABEL, tag)
    },
  }
}

export interface BlobOpening {
  /** `last` as the length of the file says: the tag must agree. After a refusal everything is refused. */
  open(sealed: Uint8Array, last: boolean): Result<Uint8Array, 'blob-altered'>
}

/** `head` is the first 24 bytes of the file. */
export function openBlob(key: Uint8Array, head: Uint8Array): BlobOpening {
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(head, key)
  let ended = false
  return {
    open(sealed, last) {
      if (ended || sealed.length < BLOB_SIZES.overhead) return err('blob-altered')
      const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, LABEL)
      const expected = last ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
      ended = last || pulled === false || pulled.tag !== expected
      return pulled === false || pulled.tag !== expected ? err('blob-altered') : ok(pulled.message)
    },
  }
}
