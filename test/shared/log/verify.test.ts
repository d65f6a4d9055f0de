import { beforeAll, describe, expect, it } from 'vitest'
import { encodeCbor, type CborValue } from '../../../shared/base/cbor.ts'
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import { parseBody } from '../../../shared/log/body.ts'
import { NO_CIRCLE, circleOf, composeEvent } from '../../../shared/log/encode.ts'
import { EVENT_LIMITS, type SignedEvent } from '../../../shared/log/event.ts'
import { encodeEventItem, parseEventItem } from '../../../shared/log/item.ts'
import { EVENT_LABEL } from '../../../shared/log/labels.ts'
import { parseHeader, verifyEvent } from '../../../shared/log/verify.ts'
import { circleFoundedSchema, receiptSchema } from '../../../shared/circle/events.ts'
import { createIdentity, hasher, ready, signerOf, verifier, type Identity } from '../../../electron/engine/keys/index.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

const CIRCLE = 'c1'.repeat(32) as CircleId
const OTHER = 'aa'.repeat(32) as EventId
let author: Identity
let stranger: Identity
let event: SignedEvent

beforeAll(async () => {
  await ready()
  author = createIdentity(seededRandom(1))
  stranger = createIdentity(seededRandom(2))
  event = composeEvent(fields(), { word: 'said' }, hasher, signerOf(author)).signed
})

const fields = (changes: Partial<Parameters<typeof composeEvent>[0]> = {}): Parameters<typeof composeEvent>[0] => ({
  circle: CIRCLE, dossier: null, log: author.installation, seq: 1, prev: null, heads: [], rosterEpoch: 1, type: 'receipt.given', claimedAtUtcMs: 5, ...changes,
})

function verdict(signed: SignedEvent, signingKey = author.signingKey): string {
  const verified = verifyEvent(signed, { hash: hasher, verify: verifier, keyOf: (log) => (log === author.installation ? signingKey : null) })
  return verified.ok ? 'verified' : verified.error
}

/** Whatever the header says, signed by the author for real. */
function signedHeader(changes: { readonly [key: string]: CborValue | undefined }): SignedEvent {
  const parsed = parseHeader(event.header)
  if (!parsed.ok) throw new Error(parsed.error)
  const header = encodeCbor({ ...parsed.value, ...changes })
  return { ...event, header, signature: signerOf(author)(EVENT_LABEL, header) }
}

describe('verifyEvent', () => {
  it('accepts what was composed, and keeps the exact bytes', () => {
    const verified = verifyEvent(event, { hash: hasher, verify: verifier, keyOf: () => author.signingKey })
    expect(verified.ok && verified.value.signed).toBe(event)
    expect(verdict(event)).toBe('verified')
  })

  it('accepts an event whose body was withheld, and none whose body was exchanged', () => {
    expect(verdict({ ...event, body: null })).toBe('verified')
    expect(verdict({ ...event, body: encodeCbor({ word: 'sold' }) })).toBe('body-altered')
    expect(verdict({ ...event, body: new Uint8Array(0) })).toBe('body-altered')
    expect(verdict(signedHeader({ bodySize: 3 }))).toBe('body-altered')
  })

  it('refuses an author that nobody vouches for, and another key', () => {
    expect(verdict(composeEvent(fields({ log: stranger.installation }), {}, hasher, signerOf(stranger)).signed)).toBe('author-unknown')
    expect(verdict(event, stranger.signingKey)).toBe('signature-wrong')
  })

  it('refuses every changed bit of header and signature', () => {
    for (const part of ['header', 'signature'] as const) {
      for (let at = 0; at < event[part].length; at++) {
        const bytes = event[part].slice()
        bytes[at] = (bytes[at] ?? 0) ^ 1
        expect([part, at, verdict({ ...event, [part]: bytes })]).not.toEqual([part, at, 'verified'])
      }
    }
    expect(verdict({ ...event, signature: event.signature.subarray(0, 63) })).toBe('signature-wrong')
  })

  it('refuses a signature that was made for something else', () => {
    const signature = signerOf(author)('chancery/card/v1/sig\0', event.header)
    expect(verdict({ ...event, signature })).toBe('signature-wrong')
  })

  it.each<[string, { readonly [key: string]: CborValue | undefined }]>([
    ['unknown fields', { extra: 1 }],
    ['missing fields', { heads: undefined }],
    ['a sequence number of 0', { seq: 0 }],
    ['an identifier that is not 64 digits', { prev: 'ff' }],
    ['upper-case digits', { circle: 'C1'.repeat(32) }],
    ['a negative time', { claimedAtUtcMs: -1 }],
    ['a type without a room', { type: 'given' }],
    ['more heads than the limit', { heads: Array.from({ length: EVENT_LIMITS.heads + 1 }, (_, at) => at.toString(16).padStart(64, '0')) }],
  ])('refuses a header with %s, however well signed', (_, changes) => {
    expect(verdict(signedHeader(changes))).toBe('header-malformed')
  })

  it.each<[string, { readonly [key: string]: CborValue }]>([
    ['a predecessor at number 1', { prev: OTHER }],
    ['no predecessor at number 2', { seq: 2 }],
    ['heads out of order', { heads: ['bb'.repeat(32), OTHER] }],
    ['a head twice', { heads: [OTHER, OTHER] }],
    ['its predecessor among its heads', { seq: 2, prev: OTHER, heads: [OTHER] }],
    ['no circle, and founding none', { circle: NO_CIRCLE }],
    ['a circle, and founding one', { type: 'circle.founded' }],
    ['a founding inside a dossier', { type: 'circle.founded', circle: NO_CIRCLE, dossier: 'dd'.repeat(32) }],
    ['a founding after something', { type: 'circle.founded', circle: NO_CIRCLE, heads: [OTHER] }],
    ['a founding in epoch 2', { type: 'circle.founded', circle: NO_CIRCLE, rosterEpoch: 2 }],
  ])('refuses %s', (_, changes) => {
    expect(verdict(signedHeader(changes))).toBe('links-malformed')
  })

  it('tells a newer format from a malformed one', () => {
    expect(verdict(signedHeader({ v: 2, extra: 1 }))).toBe('event-newer')
    expect(verdict(signedHeader({ v: 0 }))).toBe('header-malformed')
  })

  it('refuses a large header before it reads it', () => {
    expect(verdict({ ...event, header: new Uint8Array(EVENT_LIMITS.headerBytes + 1) })).toBe('event-too-large')
  })
})

describe('composeEvent', () => {
  it('names an event by its header alone: the same body said twice is two events', () => {
    const twice = composeEvent(fields({ claimedAtUtcMs: 6 }), { word: 'said' }, hasher, signerOf(author))
    const once = composeEvent(fields(), { word: 'said' }, hasher, signerOf(author))
    expect(twice.id).not.toBe(once.id)
    expect(twice.header.bodyHash).toBe(once.header.bodyHash)
  })

  it('sorts heads, drops repetitions and the predecessor', () => {
    const other = 'bb'.repeat(32) as EventId
    const third = 'cc'.repeat(32) as EventId
    const composed = composeEvent(fields({ seq: 2, prev: OTHER, heads: [third, other, OTHER, third] }), {}, hasher, signerOf(author))
    expect(composed.header.heads).toEqual([other, third])
  })

  it('throws on a body over the limit', () => {
    expect(() => composeEvent(fields(), new Uint8Array(EVENT_LIMITS.bodyBytes + 1), hasher, signerOf(author))).toThrow('over the limits')
  })

  it('names a circle by its founding event', () => {
    const founded = composeEvent(fields({ circle: NO_CIRCLE, type: 'circle.founded' }), {}, hasher, signerOf(author))
    expect(circleOf(founded)).toBe(founded.id)
    expect(circleOf(composeEvent(fields(), {}, hasher, signerOf(author)))).toBe(CIRCLE)
  })
})

describe('parseBody', () => {
  it('tells a missing body from a malformed one', () => {
    expect(parseBody({ signed: { ...event, body: null } }, receiptSchema)).toEqual({ ok: false, error: 'bodyMissing' })
    expect(parseBody({ signed: { ...event, body: Uint8Array.of(0xff) } }, receiptSchema)).toEqual({ ok: false, error: 'bodyMalformed' })
    expect(parseBody({ signed: event }, circleFoundedSchema)).toEqual({ ok: false, error: 'bodyMalformed' })
  })
})

describe('an event as an item', () => {
  it('comes back as the same bytes, with and without body', () => {
    for (const signed of [event, { ...event, body: null }]) expect(parseEventItem(encodeEventItem(signed))).toEqual({ ok: true, value: signed })
  })

  it('is refused with a field too many, a short signature or a large header', () => {
    const bad: CborValue[] = [{ ...event, more: 1 }, { ...event, signature: new Uint8Array(63) }, { ...event, header: new Uint8Array(EVENT_LIMITS.headerBytes + 1) }]
    for (const item of bad) expect(parseEventItem(encodeCbor(item)).ok).toBe(false)
  })
})

