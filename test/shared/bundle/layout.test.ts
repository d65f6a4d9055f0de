import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat } from '../../../shared/base/bytes.ts'
import { encodeCbor } from '../../../shared/base/cbor.ts'
import type { CircleId, EventId, Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import { encodePreamble, headSize, parsePreamble, payloadSize, sealedSize } from '../../../shared/bundle/container.ts'
import { encodeManifest, parseManifest, sortFrontier, type Manifest } from '../../../shared/bundle/manifest.ts'
import { choosePadding, isPadme, padme } from '../../../shared/bundle/padding.ts'
import { contentSize, createPayloadReader, encodePayloadHead } from '../../../shared/bundle/payload.ts'

const id = (pair: string) => pair.repeat(32)
const MANIFEST: Manifest = {
  format: 1, circle: id('c1') as CircleId, sender: id('5e') as InstallationId, recipients: [id('a1') as InstallationId, id('b2') as InstallationId], counter: 3,
  previous: id('9f') as Hash, sealedAtUtcMs: 1, roster: { epoch: 2, head: id('e0') as EventId }, marking: null,
  frontier: [{ dossier: null, log: id('5e') as InstallationId, seq: 4, event: id('e1') as EventId }],
  items: [{ type: 'event', size: 3, hash: id('01') as Hash }, { type: 'event', size: 5, hash: id('02') as Hash }], padding: 0, withoutBody: [], withoutContent: [],
}

describe('the preamble', () => {
  it('comes back', () => {
    const bytes = encodePreamble(new Uint8Array(32).fill(7), 8)
    expect(parsePreamble(bytes)).toEqual({ ok: true, value: { bytes, stanzas: 8 } })
    expect(headSize(8)).toBe(45 + 8 * 1168 + 56)
  })

  it('is refused at the first thing wrong: magic, suite, length, number', () => {
    const code = (bytes: Uint8Array): string => {
      const parsed = parsePreamble(bytes)
      return parsed.ok ? 'ok' : `${parsed.error.stage} ${parsed.error.code}`
    }
    const bytes = encodePreamble(new Uint8Array(32), 4)
    expect(code(bytes.subarray(0, 5))).toBe('container bundle-cut')
    expect(code(bytes.subarray(1))).toBe('container not-a-bundle')
    expect(code(bytes.map((byte, at) => (at === 8 ? 2 : byte)).subarray(0, 20))).toBe('container bundle-newer')
    expect(code(encodePreamble(new Uint8Array(32), 256))).toBe('ok')
    expect(code(encodePreamble(new Uint8Array(32), 260))).toBe('limit bundle-malformed')
    for (const stanzas of [0, 1, 2, 3, 5]) expect(code(encodePreamble(new Uint8Array(32), stanzas))).toBe('container bundle-malformed')
  })
})

describe('padding', () => {
  it('Padmé costs at most 12 per cent, never shortens, and keeps what it made', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 2 ** 40 }), (size) => {
      const padded = padme(size)
      expect(padded).toBeGreaterThanOrEqual(size)
      expect(padded).toBeLessThanOrEqual(size * 1.12)
      expect(isPadme(padded)).toBe(true)
    }), { seed: 5, numRuns: 500 })
    expect([padme(9), padme(100), padme(1000), padme(1_000_000)]).toEqual([10, 104, 1024, 1_015_808])
  })

  it('is found for every size of what is padded, though its own number makes that longer', () => {
    const cborSize = (padding: number): number => (padding < 24 ? 1 : padding < 256 ? 2 : padding < 65_536 ? 3 : 5)
    for (let base = 70; base < 5000; base++) {
      const padding = choosePadding((zeros) => base + cborSize(zeros))
      expect([base, isPadme(base + cborSize(padding) + padding)]).toEqual([base, true])
      expect(padding).toBeLessThan(base * 0.4 + 40)
    }
  })

  it('leaves only sizes that a payload can have', () => {
    for (const size of [padme(100), padme(65_530), 65_536, padme(65_537), padme(300_000)]) expect(payloadSize(sealedSize(size))).toEqual({ ok: true, value: size })
    for (const size of [0, 17, 68, 85, sealedSize(padme(1000)) - 1, sealedSize(padme(1000)) + 1, 65_536 + 17 + 5, 65_536 + 17 + 17]) {
      expect([size, payloadSize(size)]).toEqual([size, { ok: false, error: { stage: 'container', code: 'bundle-cut' } }])
    }
  })
})

describe('the manifest', () => {
  it('comes back', () => {
    expect(parseManifest(encodeManifest(MANIFEST))).toEqual({ ok: true, value: MANIFEST })
    const newer: Manifest = { ...MANIFEST, format: 3, withoutBody: [id('0a') as EventId], withoutContent: [id('0a') as EventId, id('0b') as EventId] }
    expect(parseManifest(encodeManifest(newer))).toEqual({ ok: true, value: newer })
  })

  it('names contents after all events, each once and up to 2 GiB, and in no format before the third', () => {
    const [event] = MANIFEST.items
    const content = (pair: string, size = 7) => ({ type: 'attachment' as const, event: id(pair) as EventId, size, hash: id('03') as Hash })
    const accepted = (changes: Partial<Manifest>): boolean => parseManifest(encodeManifest({ ...MANIFEST, format: 3, ...changes })).ok
    if (event === undefined) throw new Error('no event')
    expect(accepted({ items: [event, content('0a'), content('0b', 0)] })).toBe(true)
    expect(accepted({ items: [content('0a')] })).toBe(true)
    expect(accepted({ items: [event, content('0a', 2 ** 31)] })).toBe(true)
    for (const items of [[content('0a'), event], [event, content('0a'), content('0a')], [event, content('0a', 2 ** 31 + 1)], [event, content('0a', -1)]]) expect(accepted({ items })).toBe(false)
    expect(accepted({ format: 1, items: [event, content('0a')] })).toBe(false)
    for (const ids of [['0b', '0a'], ['0a', '0a']]) expect(accepted({ withoutBody: ids.map((pair) => id(pair) as EventId) })).toBe(false)
  })

  it('has its frontier in order: the circle first, then dossier by dossier, log by log', () => {
    const entry = (dossier: string | null, log: string) => ({ dossier, log: id(log), seq: 1, event: id('ee') }) as Manifest['frontier'][number]
    const sorted = [entry(null, 'a1'), entry(null, 'b1'), entry(id('d1'), '01'), entry(id('d2'), '00')]
    expect(sortFrontier(sorted.toReversed())).toEqual(sorted)
    expect(parseManifest(encodeManifest({ ...MANIFEST, frontier: sorted })).ok).toBe(true)
    expect(parseManifest(encodeManifest({ ...MANIFEST, frontier: sorted.toReversed() })).ok).toBe(false)
    expect(parseManifest(encodeManifest({ ...MANIFEST, frontier: [entry(null, 'a1'), entry(null, 'a1')] })).ok).toBe(false)
  })

  it('is refused with recipients twice, none, or no counter, and as newer where its format is', () => {
    const code = (changes: Partial<Manifest>): string => {
      const parsed = parseManifest(encodeManifest({ ...MANIFEST, ...changes }))
      return parsed.ok ? 'ok' : parsed.error.code
    }
    const [first = MANIFEST.sender] = MANIFEST.recipients
    expect([code({ recipients: [first, first] }), code({ recipients: [] }), code({ counter: 0 })]).toEqual(['bundle-malformed', 'bundle-malformed', 'bundle-malformed'])
    expect(parseManifest(encodeCbor({ format: 2 }))).toMatchObject({ error: { code: 'bundle-newer' } })
    expect(parseManifest(encodeCbor({ format: 4 }))).toMatchObject({ error: { code: 'bundle-newer' } })
  })
})

describe('the payload', () => {
  const manifest = encodeManifest(MANIFEST)
  const items = [Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6, 7, 8)]
  const signature = new Uint8Array(64).fill(9)
  const whole = concat(encodePayloadHead(signature, manifest), ...items)

  function read(bytes: Uint8Array, total: number, cuts: readonly number[]): { readonly items: number[][]; readonly outcome: string } {
    const seen: number[][] = [[], []]
    const ended: number[] = []
    const reader = createPayloadReader(total, {
      manifest: (seenSignature, seenManifest) => {
        expect([seenSignature, seenManifest]).toEqual([signature, manifest])
        return ok(MANIFEST)
      },
      item: (index, part, last) => {
        seen[index]?.push(...part)
        if (last) ended.push(index)
        return ok(null)
      },
    })
    let at = 0
    for (const cut of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
      const pushed = reader.push(bytes.subarray(at, cut))
      if (!pushed.ok) return { items: seen, outcome: pushed.error.code }
      at = cut
    }
    const finished = reader.finish()
    return { items: ended.map((index) => seen[index] ?? []), outcome: finished.ok ? 'ok' : finished.error.code }
  }

  it('gives an item without bytes its turn, wherever it stands', () => {
    const empty = { type: 'attachment' as const, size: 0, hash: id('04') as Hash }
    for (const order of [[empty, ...MANIFEST.items], [...MANIFEST.items, empty], [empty, empty, ...MANIFEST.items, empty]]) {
      const turns: number[] = []
      const listed = order.map((item, at) => ({ ...item, event: id(`${at}f`) as EventId }))
      const reader = createPayloadReader(whole.length, {
        manifest: () => ok({ ...MANIFEST, items: listed }),
        item: (index, _part, last) => {
          if (last) turns.push(index)
          return ok(null)
        },
      })
      expect(reader.push(whole).ok && reader.finish().ok).toBe(true)
      expect(turns).toEqual(order.map((_, at) => at))
    }
  })

  it('is the same however it is cut into parts', () => {
    fc.assert(fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
      expect(read(whole, whole.length, cuts)).toEqual({ items: items.map((item) => [...item]), outcome: 'ok' })
    }), { seed: 6, numRuns: 100 })
  })

  it('is refused where the sizes announced are not those of the file, and where it ends early', () => {
    expect(read(whole, whole.length + 1, []).outcome).toBe('bundle-malformed')
    expect(read(whole, whole.length - 1, []).outcome).toBe('bundle-malformed')
    expect(read(whole.subarray(0, -1), whole.length, []).outcome).toBe('bundle-malformed')
    expect(contentSize(manifest.length, MANIFEST.items)).toBe(whole.length)
  })
})
