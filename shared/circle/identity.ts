/** Cards and what is computed from them. log/FORMAT.md sections 2 and 3. */
import * as v from 'valibot'
import { concat, utf8 } from '../base/bytes.ts'
import { decodeCbor, encodeCbor } from '../base/cbor.ts'
import type { InstallationId } from '../base/identifiers.ts'
import type { Hasher, SealingPublicKey, Signer, SigningPublicKey, Verifier } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import { cardSchema, signedCardSchema, type Card, type SignedCard } from './card.ts'
import { SAFETY_WORDS } from './safetyWords.ts'

export const CARD_LABEL = 'chancery/card/v1/sig\0'
export const INSTALLATION_LABEL = 'chancery/installation/v1/id\0'

export type CardFault = 'not-a-card' | 'card-altered'

export interface CardPorts {
  readonly hash: Hasher
  readonly verify: Verifier
}

export interface ParsedCard {
  readonly card: Card
  readonly installation: InstallationId
  readonly signingKey: SigningPublicKey
  readonly sealingKey: SealingPublicKey
}

export function encodeCard(card: Card): Uint8Array {
  return encodeCbor({ ...card })
}

export function signCard(card: Card, sign: Signer): SignedCard {
  const bytes = encodeCard(card)
  return { card: bytes, signature: sign(CARD_LABEL, bytes) }
}

/** Fingerprint of the two public keys; names the installation and its logs. */
export function installationOf(signingKey: Uint8Array, sealingKey: Uint8Array, hash: Hasher): InstallationId {
  const digits: string = hash(concat(utf8(INSTALLATION_LABEL), signingKey, sealingKey))
  return digits as InstallationId
}

/** A card proves that its maker held the signing key and said this; who the maker is, only the safety words tell. */
export function parseSignedCard(signed: SignedCard, ports: CardPorts): Result<ParsedCard, CardFault> {
  if (!v.is(signedCardSchema, signed)) return err('not-a-card')
  const decoded = decodeCbor(signed.card)
  if (!decoded.ok) return err('not-a-card')
  const parsed = v.safeParse(cardSchema, decoded.value)
  if (!parsed.success) return err('not-a-card')
  const card = parsed.output
  const signingKey = signingKeyIn(card)
  const sealingKey = sealingKeyIn(card)
  if (!ports.verify(signingKey, CARD_LABEL, signed.card, signed.signature)) return err('card-altered')
  return ok({ card, installation: installationOf(signingKey, sealingKey, ports.hash), signingKey, sealingKey })
}

export function signingKeyIn(card: Card): SigningPublicKey {
  return card.signingKey as SigningPublicKey
}

export function sealingKeyIn(card: Card): SealingPublicKey {
  return card.sealingKey as SealingPublicKey
}

/** Six words of 11 bits each: the first 66 bits of the fingerprint. */
export function safetyWords(installation: InstallationId, words: readonly string[] = SAFETY_WORDS): string[] {
  if (words.length !== 2048) throw new Error('a list of 2048 words is needed')
  const leading = BigInt(`0x${installation.slice(0, 17)}`) >> 2n
  return Array.from({ length: 6 }, (_, at) => {
    const index = Number((leading >> BigInt(11 * (5 - at))) & 2047n)
    return words[index] ?? ''
  })
}
