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
  /** Expanded from the seed; never stored. */
  readonly signingSecret: Uint8Array
  /** Null once it has been deleted: what was sealed to it opens no more. */
  readonly sealing: SealingSecret | null
  readonly sealingDeletedAtUtcMs: number | null
}

export interface SealingSecret {
  readonly seed: Uint8Array
  /** Expanded from the seed; never stored. */
  readonly secret: Uint8Array
}

/** What opens bundles, and nothing else. */
export type SealingIdentity = Pick<Identity, 'sealingKey' | 'sealing'>

const seed = v.pipe(v.instance(Uint8Array), v.length(SEED_BYTES))
const storedSchema = v.variant('v', [
  v.strictObject({ v: v.literal(1), signingSeed: seed, sealingSeed: seed }),
  /** After the sealing key was replaced and its retention has ended. */
  v.strictObject({
    v: v.literal(2), signingSeed: seed, sealingKey: v.pipe(v.instance(Uint8Array), v.length(1216)), deletedAtUtcMs: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
])

export function createIdentity(random: Random): Identity {
  return identityOf(random(SEED_BYTES), random(SEED_BYTES))
}

/** A new sealing key under the signing key of before, with a seed of its own: one identity may be forgotten and the other not. */
export function withNewSealingKey({ signingSeed }: Identity, random: Random): Identity {
  return identityOf(Uint8Array.from(signingSeed), random(SEED_BYTES))
}

/** Once nothing is signed or opened with it any more. */
export function forgetIdentity({ signingSeed, signingSecret, sealing }: Identity): void {
  sodium.memzero(signingSeed)
  sodium.memzero(signingSecret)
  forgetSealingSecret({ sealing })
}

export function forgetSealingSecret({ sealing }: Pick<Identity, 'sealing'>): void {
  if (sealing === null) return
  sodium.memzero(sealing.seed)
  sodium.memzero(sealing.secret)
}

/** Without the secret half of its sealing key. */
export function withoutSealingSecret(identity: Identity, deletedAtUtcMs: number): Identity {
  return { ...identity, sealing: null, sealingDeletedAtUtcMs: deletedAtUtcMs }
}

/** For the encrypted database only. */
export function encodeIdentity({ signingSeed, sealing, sealingKey, sealingDeletedAtUtcMs }: Identity): Uint8Array {
  if (sealing !== null) return encodeCbor({ v: 1, signingSeed, sealingSeed: sealing.seed })
  return encodeCbor({ v: 2, signingSeed, sealingKey, deletedAtUtcMs: sealingDeletedAtUtcMs ?? 0 })
}

export function parseIdentity(bytes: Uint8Array): Result<Identity, 'identity-malformed'> {
  const decoded = decodeCbor(bytes)
  if (!decoded.ok) return err('identity-malformed')
  const stored = v.safeParse(storedSchema, decoded.value)
  if (!stored.success) return err('identity-malformed')
  const { output } = stored
  return ok(output.v === 1 ? identityOf(output.signingSeed, output.sealingSeed) : spentIdentity(output.signingSeed, output.sealingKey, output.deletedAtUtcMs))
}

/** Of an identity that signs no more; its seed is null where it was deleted. */
export function sealingIdentityOf(sealingKey: SealingPublicKey, seed: Uint8Array | null): SealingIdentity {
  return { sealingKey, sealing: seed === null ? null : { seed, secret: sodium.crypto_kem_xwing_seed_keypair(seed).privateKey } }
}

export function signerOf(identity: Identity): Signer {
  return (label, message) => sodium.crypto_sign_detached(concat(utf8(label), message), identity.signingSecret)
}

function identityOf(signingSeed: Uint8Array, sealingSeed: Uint8Array): Identity {
  const { publicKey, privateKey } = sodium.crypto_kem_xwing_seed_keypair(sealingSeed)
  return { ...publicHalves(signingSeed, publicKey), sealing: { seed: sealingSeed, secret: privateKey }, sealingDeletedAtUtcMs: null }
}

function spentIdentity(signingSeed: Uint8Array, sealingKey: Uint8Array, sealingDeletedAtUtcMs: number): Identity {
  return { ...publicHalves(signingSeed, sealingKey), sealing: null, sealingDeletedAtUtcMs }
}

function publicHalves(signingSeed: Uint8Array, sealingKey: Uint8Array): Omit<Identity, 'sealing' | 'sealingDeletedAtUtcMs'> {
  const { publicKey, privateKey } = sodium.crypto_sign_seed_keypair(signingSeed)
  return {
    installation: installationOf(publicKey, sealingKey, hasher), signingKey: publicKey as SigningPublicKey, sealingKey: sealingKey as SealingPublicKey,
    signingSeed, signingSecret: privateKey,
  }
}
