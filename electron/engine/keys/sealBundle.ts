/** Sealing, suite 0x01. All chance comes from `random`, so that a frozen file can be made again. bundle/FORMAT.md section 3. */
import { concat } from '../../../shared/base/bytes.ts'
import type { Random, SealingPublicKey } from '../../../shared/base/ports.ts'
import { SIZES, encodePreamble } from '../../../shared/bundle/container.ts'
import { BUNDLE_LIMITS } from '../../../shared/bundle/limits.ts'
import type { BundleSealer, BundleSealing } from '../../../shared/bundle/ports.ts'
import { WRAP_NONCE, headerHashOf, headerMac, payloadKey, signedMessage, wrappingKey } from './bundleLabels.ts'
import { sodium } from './sodium.ts'

const KEM_SEED_BYTES = 64

export function sealerOf(random: Random): BundleSealer {
  return { begin: (recipients) => beginSealing(recipients, random) }
}

function beginSealing(recipients: readonly SealingPublicKey[], random: Random): BundleSealing {
  if (recipients.length === 0 || recipients.length > BUNDLE_LIMITS.stanzas) throw new Error('1 to 256 recipients')
  const keys = shuffled([...recipients, ...throwAwayKeys(recipients.length, random)], random)
  const fileKey = random(32)
  const preamble = encodePreamble(random(SIZES.salt), keys.length)
  const header = concat(preamble, ...keys.map((key) => stanzaFor(key, fileKey, preamble, random)))
  const mac = headerMac(fileKey, header)
  const headerHash = headerHashOf(header, mac)
  const streamHeader = random(SIZES.streamHeader)
  const seal = stream(payloadKey(fileKey, headerHash), streamHeader)
  sodium.memzero(fileKey)
  return { head: concat(header, mac, streamHeader), signedMessage: (manifest) => signedMessage(headerHash, manifest), seal }
}

/** Up to a multiple of four, so that the number of recipients shows only roughly. */
function throwAwayKeys(recipients: number, random: Random): SealingPublicKey[] {
  const missing = (4 - (recipients % 4)) % 4
  return Array.from({ length: missing }, () => sodium.crypto_kem_xwing_seed_keypair(random(32)).publicKey as SealingPublicKey)
}

function stanzaFor(key: SealingPublicKey, fileKey: Uint8Array, preamble: Uint8Array, random: Random): Uint8Array {
  const seed = random(KEM_SEED_BYTES)
  const { ciphertext, sharedSecret } = sodium.crypto_kem_xwing_enc_deterministic(key, seed)
  // Whoever has it makes the same shared secret again.
  sodium.memzero(seed)
  const kek = wrappingKey(sharedSecret, preamble, key, ciphertext)
  const wrapped = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(fileKey, preamble, null, WRAP_NONCE, kek)
  sodium.memzero(kek)
  sodium.memzero(sharedSecret)
  return concat(ciphertext, wrapped)
}

/** A push state is the same as a pull state for one key and header; only this call lets the header be given. */
function stream(key: Uint8Array, streamHeader: Uint8Array): BundleSealing['seal'] {
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(streamHeader, key)
  sodium.memzero(key)
  let ended = false
  return (chunk, last) => {
    if (ended || chunk.length === 0 || chunk.length > SIZES.chunk || (!last && chunk.length < SIZES.chunk)) throw new Error('not a chunk in order')
    ended = last
    const tag = last ? sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL : sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
    return sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, null, tag)
  }
}

/** Fisher-Yates, with rejection so that every order is equally likely. */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  const order = [...list]
  for (let left = order.length; left > 1; left--) {
    const chosen = below(left, random)
    const [last, other] = [order[left - 1], order[chosen]]
    if (last === undefined || other === undefined) throw new Error('index out of the list')
    order[left - 1] = other
    order[chosen] = last
  }
  return order
}

/** `bound` is at most 256. */
function below(bound: number, random: Random): number {
  const usable = 256 - (256 % bound)
  for (;;) {
    const byte = random(1)[0] ?? 0
    if (byte < usable) return byte % bound
  }
}
