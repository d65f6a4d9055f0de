/** Sealing and opening, against one another and against the independent oracle. */
import { beforeAll, describe, expect, it } from 'vitest'
import { concat, equalBytes } from '../../../shared/base/bytes.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { SIZES, headSize, parseHead, parsePreamble, type BundleHead } from '../../../shared/bundle/container.ts'
import { createIdentity, encodeIdentity, equalInConstantTime, openerOf, parseIdentity, ready, sealerOf, signerOf, verifier, wipe, type Identity } from '../../../electron/engine/keys/index.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { ed25519Verify, oracleOpen, oracleSeal } from '../../vectors/oracle.ts'

const random: Random = seededRandom(51)
let mine: Identity
let older: Identity
let other: Identity

beforeAll(async () => {
  await ready()
  mine = createIdentity(random)
  older = createIdentity(random)
  other = createIdentity(random)
})

function headOf(bytes: Uint8Array): BundleHead {
  const preamble = parsePreamble(bytes.subarray(0, SIZES.preamble))
  if (!preamble.ok) throw new Error(preamble.error.code)
  const head = parseHead(preamble.value, bytes.subarray(0, headSize(preamble.value.stanzas)))
  if (!head.ok) throw new Error(head.error.code)
  return head.value
}

function sealed(chunks: readonly Uint8Array[], recipients = [mine]): { readonly head: Uint8Array; readonly chunks: Uint8Array[] } {
  const sealing = sealerOf(random).begin(recipients.map((identity) => identity.sealingKey))
  return { head: sealing.head, chunks: chunks.map((chunk, at) => sealing.seal(chunk, at === chunks.length - 1)) }
}

/** What comes out before the first fault, and the fault. */
function opened(head: Uint8Array, chunks: readonly Uint8Array[], identities = [mine]): { readonly plain: Uint8Array[]; readonly outcome: string } {
  const opening = openerOf(identities).begin(headOf(head))
  if (!opening.ok) return { plain: [], outcome: `${opening.error.stage} ${opening.error.code}` }
  const plain: Uint8Array[] = []
  for (const [at, chunk] of chunks.entries()) {
    const piece = opening.value.open(chunk, at === chunks.length - 1)
    if (!piece.ok) return { plain, outcome: `${piece.error.stage} ${piece.error.code}` }
    plain.push(piece.value)
  }
  return { plain, outcome: 'ok' }
}

const full = (fill: number): Uint8Array => new Uint8Array(SIZES.chunk).fill(fill)
const CONTENT = [full(1), full(2), Uint8Array.of(3, 4)]

describe('sealing and opening', () => {
  it('gives back what went in, chunk by chunk, to each recipient with any of its keys', () => {
    const { head, chunks } = sealed(CONTENT, [mine, other])
    expect(opened(head, chunks)).toEqual({ plain: CONTENT, outcome: 'ok' })
    expect(opened(head, chunks, [other]).outcome).toBe('ok')
    expect(opened(head, chunks, [older, mine]).outcome).toBe('ok')
    expect(opened(head, chunks, [older])).toEqual({ plain: [], outcome: 'recipient bundle-not-for-you' })
    expect(opened(head, chunks, [])).toEqual({ plain: [], outcome: 'recipient bundle-not-for-you' })
  })

  it('hides the number of recipients up to the next multiple of four', () => {
    for (const [recipients, stanzas] of [[1, 4], [4, 4], [5, 8]] as const) {
      expect(headOf(sealed([Uint8Array.of(1)], Array.from({ length: recipients }, () => other)).head).stanzas.length).toBe(stanzas)
    }
  })

  it('puts the recipients in no order', () => {
    const places = Array.from({ length: 40 }, () => {
      const { head } = sealed([Uint8Array.of(1)], [mine, other, other, other])
      const { stanzas } = headOf(head)
      return stanzas.findIndex((stanza) => openerOf([mine]).begin({ ...headOf(head), stanzas: [stanza] }).ok)
    })
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]))
  })

  it('refuses chunks that are out of order, repeated, left out or follow the end', () => {
    const { head, chunks: [a, b, c] } = sealed(CONTENT)
    if (!a || !b || !c) throw new Error('three chunks')
    expect(opened(head, [b, a, c])).toEqual({ plain: [], outcome: 'payload bundle-altered' })
    expect(opened(head, [a, a, c]).outcome).toBe('payload bundle-altered')
    expect(opened(head, [a, c]).outcome).toBe('payload bundle-altered')
    expect(opened(head, [a, b]).outcome).toBe('payload bundle-cut')
    expect(opened(head, [a, b, c, c]).outcome).toBe('payload bundle-altered')
    expect(opened(head, [a, b, c.subarray(0, -1)]).outcome).toBe('payload bundle-altered')
    expect(opened(head, [a, b, c.subarray(0, 17)]).outcome).toBe('payload bundle-cut')
  })

  it('a header moved to another payload opens nothing of it', () => {
    const one = sealed(CONTENT)
    const two = sealed(CONTENT)
    expect(opened(one.head, two.chunks)).toEqual({ plain: [], outcome: 'payload bundle-altered' })
  })

  it('refuses a header in which anything but the stream header was changed, before the payload', () => {
    const { head, chunks } = sealed([Uint8Array.of(1)])
    for (let at = 9; at < head.length - 24; at += 17) {
      if (at >= 41 && at < 45) continue
      const outcome = opened(head.map((byte, place) => (place === at ? byte ^ 4 : byte)), chunks).outcome
      expect([at, outcome]).toEqual([at, expect.stringMatching(/^(recipient bundle-not-for-you|header bundle-altered)$/)])
    }
  })

  it('throws on chunks that the format does not have', () => {
    const sealing = sealerOf(random).begin([mine.sealingKey])
    expect(() => sealing.seal(new Uint8Array(10), false)).toThrow('not a chunk in order')
    expect(() => sealing.seal(new Uint8Array(SIZES.chunk + 1), true)).toThrow('not a chunk in order')
    expect(() => sealing.seal(new Uint8Array(0), true)).toThrow('not a chunk in order')
    sealing.seal(new Uint8Array(10), true)
    expect(() => sealing.seal(new Uint8Array(10), true)).toThrow('not a chunk in order')
    expect(() => sealerOf(random).begin([])).toThrow('1 to 256 recipients')
  })
})

describe('the oracle, a second implementation', () => {
  it('opens what we seal, and finds our signature good', () => {
    const manifest = Uint8Array.of(1, 2, 3)
    const sealing = sealerOf(random).begin([other.sealingKey, mine.sealingKey])
    const signature = signerOf(older)('chancery/bundle/v1/sig\0', sealing.signedMessage(manifest))
    const rest = new Uint8Array(70_000).fill(8)
    const payload = concat(signature, Uint8Array.of(0, 0, 0, 3), manifest, rest)
    const file = concat(sealing.head, sealing.seal(payload.subarray(0, SIZES.chunk), false), sealing.seal(payload.subarray(SIZES.chunk), true))
    const read = oracleOpen(file, seedOf(mine))
    expect(read?.isSignedWith(older.signingKey)).toBe(true)
    expect(read?.manifest).toEqual(manifest)
    expect(read !== null && equalBytes(read.rest, rest)).toBe(true)
    expect(oracleOpen(file, seedOf(older))).toBeNull()
  })

  it('seals what we open', () => {
    const manifest = Uint8Array.of(4, 5)
    const file = oracleSeal({ dice: random, recipients: [mine.sealingKey], signingSeed: other.signingSeed, manifest, items: [new Uint8Array(66_000).fill(6)], padding: 3 })
    const head = file.subarray(0, headSize(4))
    const chunk = SIZES.chunk + SIZES.chunkOverhead
    const { plain, outcome } = opened(head, [file.subarray(head.length, head.length + chunk), file.subarray(head.length + chunk)])
    expect(outcome).toBe('ok')
    expect(concat(...plain).subarray(64)).toEqual(concat(Uint8Array.of(0, 0, 0, 2), manifest, new Uint8Array(66_000).fill(6), new Uint8Array(3)))
  })
})

describe('an identity', () => {
  it('comes back from what is stored', () => {
    expect(parseIdentity(encodeIdentity(mine))).toEqual({ ok: true, value: mine })
    expect(parseIdentity(encodeIdentity(mine).subarray(1)).ok).toBe(false)
    expect(encodeIdentity(mine).length).toBeLessThan(120)
  })

  it('signs so that RFC 8032 verifiers agree, and only under the label it was given', () => {
    const message = Uint8Array.of(1, 2)
    const signature = signerOf(mine)('label\0', message)
    expect(ed25519Verify(mine.signingKey, concat(new TextEncoder().encode('label\0'), message), signature)).toBe(true)
    expect(verifier(mine.signingKey, 'label\0', message, signature)).toBe(true)
    expect(verifier(mine.signingKey, 'other\0', message, signature)).toBe(false)
    expect(verifier(other.signingKey, 'label\0', message, signature)).toBe(false)
  })

  it('secrets are compared whole, and wiped', () => {
    expect(equalInConstantTime(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
    expect(equalInConstantTime(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
    expect(equalInConstantTime(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false)
    const secret = Uint8Array.of(1, 2)
    wipe(secret)
    expect(secret).toEqual(Uint8Array.of(0, 0))
  })
})

function seedOf({ sealing }: Identity): Uint8Array {
  if (sealing === null) throw new Error('a spent identity')
  return sealing.seed
}
