/** A file that went over a screen is the file that was shown, or none. */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { hasher, ready } from '../../electron/engine/keys/index.ts'
import { decodeBase45, encodeBase45 } from '../../shared/optical/base45.ts'
import { createCollector, createFountain, type Collector, type Fountain } from '../../shared/optical/fountain.ts'
import { OPTICAL_LIMITS, encodeFrame, parseFrame, type OpticalFrame } from '../../shared/optical/frame.ts'

const RUNS = { numRuns: 1000 }

beforeAll(ready)

const file = fc.uint8Array({ minLength: 1, maxLength: 900 })
const blockBytes = fc.constantFrom(64, 100, 255)

function read(text: string): OpticalFrame {
  const frame = parseFrame(text, hasher)
  if (!frame.ok) throw new Error(frame.error)
  return frame.value
}

/** Reads frames until the file is whole; null where they do not suffice. */
function collect(frames: readonly OpticalFrame[]): Collector | null {
  const [first] = frames
  if (!first) return null
  const collector = createCollector(first, hasher)
  for (const frame of frames) if (collector.found < collector.blocks) collector.add(frame)
  return collector
}

const shown = (fountain: Fountain, count: number): OpticalFrame[] => Array.from({ length: count }, (_, index) => read(fountain.frame(index)))

describe('the frames of a file', () => {
  test('give it back in any order, with any repeats, whichever are lost, as soon as enough are there', () => {
    fc.assert(fc.property(file, blockBytes, fc.infiniteStream(fc.nat()), (bytes, size, dice) => {
      const fountain = createFountain('bundle', bytes, size, hasher)
      const all = shown(fountain, fountain.blocks * 2 + 20)
      const order = all.map((frame) => ({ frame, at: dice.next().value ?? 0 })).toSorted((a, b) => a.at - b.at).map(({ frame }) => frame)
      // The first third is lost, and a few are seen twice.
      const seen = [...order.slice(Math.floor(fountain.blocks / 3)), ...order.slice(0, 2)].flatMap((frame, at) => (at % 4 === 0 ? [frame, frame] : [frame]))
      const collector = collect(seen)
      expect(collector?.file()).toEqual({ ok: true, value: bytes })
    }), RUNS)
  })

  test('of which fewer than there are blocks give nothing', () => {
    fc.assert(fc.property(file, blockBytes, fc.nat(), (bytes, size, skip) => {
      const fountain = createFountain('bundle', bytes, size, hasher)
      const all = shown(fountain, fountain.blocks * 2)
      const few = Array.from({ length: fountain.blocks - 1 }, (_, at) => all[(at + skip) % all.length] ?? all[0]!)
      const collector = collect(few)
      expect(collector === null ? null : collector.file()).toBeNull()
    }), RUNS)
  })

  test('need hardly more than there are blocks, even when none of the plain ones arrives', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, at) => (at * 31) & 0xff)
    const fountain = createFountain('bundle', bytes, 100, hasher)
    const collector = createCollector(read(fountain.frame(fountain.blocks)), hasher)
    let used = 0
    while (collector.found < collector.blocks) collector.add(read(fountain.frame(fountain.blocks + used++)))
    expect(used).toBeLessThan(fountain.blocks + 20)
    expect(collector.file()).toEqual({ ok: true, value: bytes })
  })

  test('of the largest file are bounded, and one byte more is none', () => {
    const bytes = new Uint8Array(OPTICAL_LIMITS.fileBytes).fill(7)
    const fountain = createFountain('bundle', bytes, 512, hasher)
    expect(fountain.blocks).toBe(200)
    expect(collect(shown(fountain, 200))?.file()).toEqual({ ok: true, value: bytes })
    const larger = createFountain('bundle', new Uint8Array(OPTICAL_LIMITS.fileBytes + 1), 512, hasher)
    expect(parseFrame(larger.frame(0), hasher)).toEqual({ ok: false, error: 'frame-beyond-limits' })
  })
})

describe('a frame', () => {
  test('with any byte changed is refused', () => {
    const fountain = createFountain('card', Uint8Array.from({ length: 150 }, (_, at) => at), 64, hasher)
    fc.assert(fc.property(fc.nat(2), fc.nat(), fc.integer({ min: 1, max: 255 }), (index, where, change) => {
      const bytes = decodeBase45(fountain.frame(index))
      if (!bytes.ok) throw new Error(bytes.error)
      bytes.value[where % bytes.value.length]! ^= change
      expect(parseFrame(encodeBase45(bytes.value), hasher).ok).toBe(false)
    }), RUNS)
  })

  test('that is no text of ours never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 5000 }), (text) => {
      expect(parseFrame(text, hasher).ok).toBe(false)
    }), RUNS)
  })

  test('genuine by itself, made to lie, never gives another file than the one it names', () => {
    fc.assert(fc.property(file, fc.nat(), fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes, at, lie) => {
      const fountain = createFountain('bundle', bytes, 64, hasher)
      const frames = shown(fountain, fountain.blocks)
      const place = at % frames.length
      const honest = frames[place]!
      const forged = read(encodeFrame({ ...honest, block: lie }, hasher))
      const got = collect(frames.with(place, forged))?.file()
      const same = lie.every((byte, where) => byte === honest.block[where])
      const padding = place === fountain.blocks - 1 && got?.ok === true
      if (same || padding) expect(got).toEqual({ ok: true, value: bytes })
      else expect(got).toEqual({ ok: false, error: 'file-altered' })
    }), RUNS)
  })

  test('of another transfer is told apart', () => {
    const one = createFountain('bundle', new Uint8Array(200).fill(1), 64, hasher)
    const other = createFountain('bundle', new Uint8Array(200).fill(2), 64, hasher)
    const collector = createCollector(read(one.frame(0)), hasher)
    expect([collector.add(read(one.frame(0))), collector.add(read(one.frame(0))), collector.add(read(other.frame(1)))]).toEqual(['new', 'known', 'other-transfer'])
  })

  test.each([
    ['no size', { sizeBytes: 0 }], ['blocks too small', { blockBytes: 63, block: new Uint8Array(63) }], ['blocks too large', { blockBytes: 2049, block: new Uint8Array(2049) }],
    ['a number too high', { index: OPTICAL_LIMITS.frames }], ['a block of another size', { block: new Uint8Array(65) }],
  ])('with %s is refused by the limits', (_name, change) => {
    const frame = read(createFountain('bundle', new Uint8Array(200), 64, hasher).frame(0))
    const parsed = parseFrame(encodeFrame({ ...frame, ...change }, hasher), hasher)
    expect(parsed.ok ? null : parsed.error).toMatch(/frame-beyond-limits|not-a-frame/)
  })
})
