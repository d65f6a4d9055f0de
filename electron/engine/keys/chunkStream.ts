/** crypto_secretstream in chunks of 64 KiB: the last one says that it is, and every chunk is of one purpose. vault/FORMAT.md. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { sodium } from './sodium.ts'

export const CHUNK_SIZES = { key: 32, head: 24, chunk: 65_536, overhead: 17 } as const

/** Length of the stream for so many bytes of content, without its head; an empty content has one empty chunk. */
export function sealedBytes(contentBytes: number): number {
  return contentBytes + Math.max(1, Math.ceil(contentBytes / CHUNK_SIZES.chunk)) * CHUNK_SIZES.overhead
}

export interface ChunkSealing {
  /** The start of the stream. */
  readonly head: Uint8Array
  /** Chunks in order, 64 KiB each but the last. */
  seal(chunk: Uint8Array, last: boolean): Uint8Array
}

/** One key seals one content, once. `label` goes with every chunk: a stream of another purpose does not open. */
export function sealChunks(key: Uint8Array, label: Uint8Array): ChunkSealing {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
  let ended = false
  return {
    head: header,
    seal(chunk, last) {
      if (ended || chunk.length > CHUNK_SIZES.chunk || (!last && chunk.length < CHUNK_SIZES.chunk)) throw new Error('not a chunk in order')
      ended = last
      const tag = last ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
      return sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, label, tag)
    },
  }
}

export interface ChunkOpening {
  /** `last` as the length of the file says: the tag must agree. After a refusal everything is refused. */
  open(sealed: Uint8Array, last: boolean): Result<Uint8Array, 'altered'>
}

/** `head` is the first 24 bytes of the stream. */
export function openChunks(key: Uint8Array, head: Uint8Array, label: Uint8Array): ChunkOpening {
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(head, key)
  let ended = false
  return {
    open(sealed, last) {
      if (ended || sealed.length < CHUNK_SIZES.overhead) return err('altered')
      const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, sealed, label)
      const expected = last ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
      ended = last || pulled === false || pulled.tag !== expected
      return pulled === false || pulled.tag !== expected ? err('altered') : ok(pulled.message)
    },
  }
}
