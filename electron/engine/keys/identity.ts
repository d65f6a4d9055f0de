/** The secret identity of one installation: an Ed25519 and an X-Wing key pair, each from a 32-byte seed. */
import * as v from 'valibot'
import { concat, utf8 } from '../../../shared/base/bytes.ts'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import type { Random, SealingPublicKey, Signer, SigningPublicKey } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { installationOf } from '../../../shared/circle/identity.ts'
import { hasher } from './hash.ts'
import { sodium } from './sodium.ts'

const SEED_BYTES = 32

export interface Identity {
  readonly installation: InstallationId
  readonly signingKey: SigningPublicKey
  readonly sealingKey: SealingPublicKey
  readonly signingSeed: Uint8Array
  readonly sealingSeed: Uint8Array
  /** Expanded from the seeds; never stored. */
  readonly signingSecret: Uint8Array
  readonly sealingSecret: Uint8Array
}

const seed = v.pipe(v.instance(Uint8Array), v.length(SEED_BYTES))
const storedSchema = v.strictObject({ v: v.literal(1), signingSeed: seed, sealingSeed: seed })

export function createIdentity(random: Random): Identity {
  return identityOf(random(SEED_BYTES), random(SEED_BYTES))
}

/** For the encrypted database only. */
export function encodeIdentity(identity: Identity): Uint8Array {
  return encodeCbor({ v: 1, signingSeed: identity.signingSeed, sealingSeed: identity.sealingSeed })
}

export function parseIdentity(bytes: Uint8Array): Result<Identity, 'identity-malformed'> {
  const decoded = decodeCbor(bytes)
  if (!decoded.ok) return err('identity-malformed')
  const stored = v.safeParse(storedSchema, decoded.value)
  return stored.success ? ok(identityOf(stored.output.signingSeed, stored.output.sealingSeed)) : err('identity-malformed')
}

export function signerOf(identity: Identity): Signer {
  return (label, message) => sodium.crypto_sign_detached(concat(utf8(label), message), identity.signingSecret)
}

function identityOf(signingSeed: Uint8Array, sealingSeed: Uint8Array): Identity {
  const signing = sodium.crypto_sign_seed_keypair(signingSeed)
  const sealing = sodium.crypto_kem_xwing_seed_keypair(sealingSeed)
  return {
    installation: installationOf(signing.publicKey, sealing.publicKey, hasher),
    signingKey: signing.publicKey as SigningPublicKey, sealingKey: sealing.publicKey as SealingPublicKey,
    signingSeed, sealingSeed, signingSecret: signing.privateKey, sealingSecret: sealing.privateKey,
  }
}
