import { beforeAll, describe, expect, it } from 'vitest'
import { encodeCbor, type CborValue } from '../../../shared/base/cbor.ts'
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import type { Card, SignedCard } from '../../../shared/circle/card.ts'
import { encodeCardFile, parseCardFile } from '../../../shared/circle/cardFile.ts'
import { CARD_LABEL, installationOf, parseSignedCard, safetyWords, signCard } from '../../../shared/circle/identity.ts'
import { SAFETY_WORDS } from '../../../shared/circle/safetyWords.ts'
import { createIdentity, hasher, ready, signerOf, verifier, type Identity } from '../../../electron/engine/keys/index.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

const ports = { hash: hasher, verify: verifier }
let owner: Identity
let card: Card
let signed: SignedCard

beforeAll(async () => {
  await ready()
  owner = createIdentity(seededRandom(3))
  card = { v: 1, name: 'Zdeňka Příkladová', delegation: 'CZ', signingKey: new Uint8Array(owner.signingKey), sealingKey: new Uint8Array(owner.sealingKey), madeAtUtcMs: 9 }
  signed = signCard(card, signerOf(owner))
})

function selfSigned(content: CborValue): SignedCard {
  const bytes = encodeCbor(content)
  return { card: bytes, signature: signerOf(owner)(CARD_LABEL, bytes) }
}

describe('a card', () => {
  it('gives back what it says, and names the installation by both of its keys', () => {
    const parsed = parseSignedCard(signed, ports)
    expect(parsed.ok && parsed.value.card).toEqual(card)
    expect(parsed.ok && parsed.value.installation).toBe(owner.installation)
    const otherSealing = Uint8Array.from(owner.sealingKey, (byte, at) => (at === 1215 ? byte ^ 1 : byte))
    expect(installationOf(owner.signingKey, otherSealing, hasher)).not.toBe(owner.installation)
  })

  it('that was altered after signing is refused', () => {
    const renamed = signCard({ ...card, name: 'Somebody Else' }, signerOf(owner)).card
    expect(parseSignedCard({ ...signed, card: renamed }, ports)).toEqual({ ok: false, error: 'card-altered' })
    expect(parseSignedCard({ ...signed, signature: new Uint8Array(64) }, ports)).toEqual({ ok: false, error: 'card-altered' })
  })

  it('signed by another key than its own is refused', () => {
    const other = createIdentity(seededRandom(4))
    expect(parseSignedCard(signCard(card, signerOf(other)), ports)).toEqual({ ok: false, error: 'card-altered' })
  })

  it('with unknown fields, a delegation that does not exist or keys of another size is none, however well signed', () => {
    for (const content of [{ ...card, more: 1 }, { ...card, delegation: 'XX' }, { ...card, sealingKey: new Uint8Array(32) }, { ...card, name: '' }, 'card']) {
      expect(parseSignedCard(selfSigned(content), ports)).toEqual({ ok: false, error: 'not-a-card' })
    }
  })
})

describe('a card file', () => {
  it('comes back as the same bytes', () => {
    expect(parseCardFile(encodeCardFile(signed))).toEqual({ ok: true, value: signed })
  })

  it('with another start, a byte more or a byte less is none', () => {
    const file = encodeCardFile(signed)
    for (const bytes of [new Uint8Array(0), file.subarray(1), file.subarray(0, -1), Uint8Array.of(...file, 0), file.map((byte, at) => (at === 6 ? 10 : byte))]) {
      expect(parseCardFile(bytes)).toEqual({ ok: false, error: 'not-a-card' })
    }
  })
})

describe('safety words', () => {
  it('come from a list of 2048 different words', () => {
    expect(new Set(SAFETY_WORDS).size).toBe(2048)
    expect(SAFETY_WORDS.every((word) => /^[a-z]{3,10}$/.test(word))).toBe(true)
    expect(SAFETY_WORDS).toEqual(SAFETY_WORDS.toSorted())
    expect(hasher(new TextEncoder().encode(SAFETY_WORDS.join(' ')))).toBe('abadf0d268b8fdd5e4b5194ae6a035e3460cedf9a72399ecc2088dae302bc0e4')
  })

  it('spell the first 66 bits, eleven for each word', () => {
    const of = (digits: string): string[] => safetyWords(digits.padEnd(64, 'f') as InstallationId)
    const [first = '', second = '', last = ''] = [SAFETY_WORDS[0], SAFETY_WORDS[1], SAFETY_WORDS[2047]]
    expect(of('0'.repeat(17))).toEqual([first, first, first, first, first, first])
    expect(of('f'.repeat(17))).toEqual([last, last, last, last, last, last])
    expect(of('00000000000000004')).toEqual([first, first, first, first, first, second])
    expect(of('00200000000000000')).toEqual([second, first, first, first, first, first])
  })
})
