import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { concat, hex, utf8 } from '../../../shared/base/bytes.ts'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import { EVENT_LIMITS, eventHeaderSchema, type EventHeader } from '../../../shared/log/event.ts'
import { readHeader } from '../../../shared/log/headerReader.ts'

const id = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hex)
const edge = (...numbers: readonly number[]): fc.Arbitrary<number> => fc.oneof(fc.constantFrom(...numbers), fc.nat())
const headers = fc.record({
  v: fc.constant(1), circle: id, dossier: fc.option(id), log: id, seq: edge(1, 23, 24, 255, 256, 65_535, 65_536, 2 ** 32, 0, -1), prev: fc.option(id),
  heads: fc.array(id, { maxLength: 30 }), rosterEpoch: edge(1, 0, 24), type: fc.constantFrom('receipt.given', 'text.revIssued', `${'a'.repeat(58)}.b`, `${'a'.repeat(59)}.b`, 'no dot', 'é.given'),
  claimedAtUtcMs: edge(0, 1_900_000_000_000, Number.MAX_SAFE_INTEGER, -1), bodyHash: id, bodySize: edge(0, EVENT_LIMITS.bodyBytes, EVENT_LIMITS.bodyBytes + 1),
})

function readBySchema(bytes: Uint8Array): EventHeader | null {
  const decoded = decodeCbor(bytes)
  const parsed = v.safeParse(eventHeaderSchema, decoded.ok ? decoded.value : null)
  return parsed.success ? parsed.output : null
}

const agrees = (bytes: Uint8Array): boolean => isDeepStrictEqual(readHeader(bytes), readBySchema(bytes))

describe('reading headers in their usual layout', () => {
  it('reads every header that the schema takes, as the schema does, and no other', () => {
    fc.assert(fc.property(headers, (header) => agrees(encodeCbor(header))), { seed: 1, numRuns: 1000 })
  })

  it('does so too where a byte is changed, lost, doubled or put in', () => {
    const one = encodeCbor({
      v: 1, circle: 'c1'.repeat(32), dossier: 'd0'.repeat(32), log: '1f'.repeat(32), seq: 300, prev: 'aa'.repeat(32), heads: ['bb'.repeat(32)], rosterEpoch: 2, type: 'text.revIssued',
      claimedAtUtcMs: 1_900_000_000_000, bodyHash: 'ee'.repeat(32), bodySize: 70_000,
    })
    expect(readHeader(one)).not.toBeNull()
    const apart: string[] = []
    const judge = (at: number, how: string, bytes: Uint8Array): unknown => agrees(bytes) || apart.push(`${how} at ${at}`)
    for (let at = 0; at < one.length; at++) {
      const [before, here, after] = [one.subarray(0, at), one.subarray(at, at + 1), one.subarray(at + 1)]
      for (const byte of [0, 1, 0x18, 0x39, 0x40, 0x60, 0x61, 0x80, 0x81, 0xf6, 0xff, (here[0] ?? 0) ^ 1, (here[0] ?? 0) ^ 0x80]) judge(at, `${byte}`, concat(before, Uint8Array.of(byte), after))
      judge(at, 'lost', concat(before, after))
      judge(at, 'doubled', concat(before, here, here, after))
      judge(at, 'cut', before)
    }
    expect(apart).toEqual([])
  })

  it('takes no more than may be, whatever a length promises', () => {
    const heads = (count: number): string[] => Array.from({ length: count }, (_, at) => at.toString(16).padStart(64, '0'))
    const header = { v: 1, circle: 'c1'.repeat(32), dossier: null, log: '1f'.repeat(32), seq: 1, prev: null, rosterEpoch: 1, type: 'receipt.given', claimedAtUtcMs: 5, bodyHash: 'ee'.repeat(32), bodySize: 1 }
    expect(readHeader(encodeCbor({ ...header, heads: heads(EVENT_LIMITS.heads) }))?.heads).toHaveLength(EVENT_LIMITS.heads)
    expect(readHeader(encodeCbor({ ...header, heads: heads(EVENT_LIMITS.heads + 1) }))).toBeNull()
    const encoded = encodeCbor({ ...header, heads: [] })
    const at = hex(encoded).indexOf(hex(utf8('heads'))) / 2 + 5
    expect(readHeader(concat(encoded.subarray(0, at), Uint8Array.of(0x9b, 0, 0x1f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), encoded.subarray(at + 1)))).toBeNull()
  })
})
