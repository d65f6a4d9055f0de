/** Opening, suite 0x01: recipient, header and payload stages. bundle/FORMAT.md section 6. */
import { ok, type Result } from '../../../shared/base/result.ts'
import { SIZES, type BundleHead, type Stanza } from '../../../shared/bundle/container.ts'
import { fault, type BundleFault } from '../../../shared/bundle/fault.ts'
import type { BundleOpener, BundleOpening } from '../../../shared/bundle/ports.ts'
import { WRAP_NONCE, headerHashOf, headerMac, payloadKey, signedMessage, wrappingKey } from './bundleLabels.ts'
import { equalInConstantTime } from './compare.ts'
import type { SealingIdentity } from './identity.ts'
import { sodium } from './sodium.ts'

/** Of all identities that this installation still has keys for; old ones stay until their retention ends. */
export function openerOf(identities: readonly SealingIdentity[]): BundleOpener {
  return { begin: (head) => beginOpening(head, identities) }
}

function beginOpening(head: BundleHead, identities: readonly SealingIdentity[]): Result<BundleOpening, BundleFault> {
  const fileKey = findFileKey(head, identities)
  if (fileKey === null) return fault('recipient', 'bundle-not-for-you')
  try {
    if (!equalInConstantTime(headerMac(fileKey, head.header), head.mac)) return fault('header', 'bundle-altered')
    const headerHash = headerHashOf(head.header, head.mac)
    const open = stream(payloadKey(fileKey, headerHash), head.streamHeader)
    return ok({ signedMessage: (manifest) => signedMessage(headerHash, manifest), open })
  } finally {
    sodium.memzero(fileKey)
  }
}

/** Goes through all of them even after one has opened, so that the time taken does not tell which. */
function findFileKey(head: BundleHead, identities: readonly SealingIdentity[]): Uint8Array | null {
  let found: Uint8Array | null = null
  for (const identity of identities) {
    for (const stanza of head.stanzas) {
      const fileKey = unwrap(stanza, head.preamble, identity)
      if (found === null) found = fileKey
      else if (fileKey !== null) sodium.memzero(fileKey)
    }
  }
  return found
}

function unwrap(stanza: Stanza, preamble: Uint8Array, identity: SealingIdentity): Uint8Array | null {
  const sharedSecret = identity.sealing && decapsulate(stanza.ciphertext, identity.sealing.secret)
  if (sharedSecret === null) return null
  const kek = wrappingKey(sharedSecret, preamble, identity.sealingKey, stanza.ciphertext)
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, stanza.wrapped, preamble, WRAP_NONCE, kek)
  } catch {
    return null
  } finally {
    sodium.memzero(kek)
    sodium.memzero(sharedSecret)
  }
}

/** libsodium throws on a ciphertext whose X25519 share is of small order. */
function decapsulate(ciphertext: Uint8Array, secret: Uint8Array): Uint8Array | null {
  try {
    return sodium.crypto_kem_xwing_dec(ciphertext, secret)
  } catch {
    return null
  }
}

/** Tags must be exact: 0 for every chunk, FINAL for the last one of the file and for no other. */
function stream(key: Uint8Array, streamHeader: Uint8Array): BundleOpening['open'] {
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(streamHeader, key)
  sodium.memzero(key)
  let ended = false
  return (chunk, last) => {
    if (ended) return fault('payload', 'bundle-altered')
    if (chunk.length <= SIZES.chunkOverhead) return fault('payload', 'bundle-cut')
    const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, chunk, null)
    ended = last || pulled === false
    if (pulled === false) return fault('payload', 'bundle-altered')
    if (pulled.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE) return last ? fault('payload', 'bundle-cut') : ok(pulled.message)
    return last && pulled.tag === sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL ? ok(pulled.message) : fault('payload', 'bundle-altered')
  }
}
