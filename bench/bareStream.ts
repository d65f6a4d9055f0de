/** The peer of whatever seals or opens much: the bare secretstream loop over as many bytes, in the same chunks, and nothing else. */
import sodium from 'libsodium-wrappers-sumo'

const CHUNK_BYTES = 64 * 1024
const OPENED_CHUNKS = 64

export async function bareReady(): Promise<void> {
  await sodium.ready
}

/** Milliseconds. */
export function bareSealing(sizeBytes: number): number {
  const { state } = sodium.crypto_secretstream_xchacha20poly1305_init_push(sodium.crypto_secretstream_xchacha20poly1305_keygen())
  const chunk = new Uint8Array(CHUNK_BYTES)
  const started = performance.now()
  for (let at = 0; at < sizeBytes; at += CHUNK_BYTES) sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, null, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
  return performance.now() - started
}

/** As many chunks as are read at a time, over and over, since no memory holds all. Milliseconds. */
export function bareOpening(sizeBytes: number): number {
  const key = sodium.crypto_secretstream_xchacha20poly1305_keygen()
  const sealing = sodium.crypto_secretstream_xchacha20poly1305_init_push(key)
  const sealed = Array.from({ length: OPENED_CHUNKS }, () => sodium.crypto_secretstream_xchacha20poly1305_push(sealing.state, new Uint8Array(CHUNK_BYTES), null, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE))
  const started = performance.now()
  for (let at = 0; at < sizeBytes; at += CHUNK_BYTES * OPENED_CHUNKS) {
    const opening = sodium.crypto_secretstream_xchacha20poly1305_init_pull(sealing.header, key)
    for (const chunk of sealed) if (sodium.crypto_secretstream_xchacha20poly1305_pull(opening, chunk, null) === false) throw new Error('what was sealed opens')
  }
  return performance.now() - started
}
