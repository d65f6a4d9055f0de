import { concat, utf8 } from '../../../shared/base/bytes.ts'
import type { Verifier } from '../../../shared/base/ports.ts'
import { sodium } from './sodium.ts'

const KEY_BYTES = 32
const SIGNATURE_BYTES = 64

/**
 * Ed25519 as libsodium judges it: RFC 8032, and in addition keys and R of small order and every encoding but the canonical one are
 * refused, so that one message under one key has one verdict everywhere.
 */
export const verifier: Verifier = (key, label, message, signature) =>
  key.length === KEY_BYTES && signature.length === SIGNATURE_BYTES
  && sodium.crypto_sign_verify_detached(signature, concat(utf8(label), message), key)
