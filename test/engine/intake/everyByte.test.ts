/** One bit of every byte of a small bundle flipped, and the bundle cut at every length: refused each time, at a stage. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../fakes/temporaryFolder.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { seal } from '../../vectors/bundles.ts'
import { position } from '../../vectors/cast.ts'
import { VECTORS, readerKeys, receiveVector } from '../../vectors/vectorReader.ts'

/** One event, for a reader who has the roster already. */
const bytes = seal(77, { events: [position] })
const HEAD_BYTES = 45 + 4 * 1168 + 56
const scratch = temporaryFolder()
afterAll(() => scratch.remove())
const path = scratch.path('altered.chbundle')
let roster: readonly VerifiedEvent[] = []

beforeAll(async () => {
  const received = await receiveVector(join(VECTORS, 'bundles/good-no-items.chbundle'))
  if (!received.ok) throw new Error(received.error.code)
  roster = received.value.events
})

async function verdict(content: Uint8Array): Promise<string> {
  writeFileSync(path, content)
  const received = await receiveVector(path, readerKeys, roster)
  return received.ok ? 'opens' : `${received.error.stage} ${received.error.code}`
}

async function verdicts(contents: Iterable<Uint8Array>): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const content of contents) {
    const found = await verdict(content)
    counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  return counts
}

function* flips(): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at++) {
    const copy = bytes.slice()
    copy[at] = (copy[at] ?? 0) ^ (1 << at % 8)
    yield copy
  }
}

function* cuts(): Generator<Uint8Array> {
  for (let length = 0; length < bytes.length; length++) yield bytes.subarray(0, length)
}

const total = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

describe('a small bundle', () => {
  it('opens as it is', async () => {
    expect(await verdict(bytes)).toBe('opens')
  })

  it('with a bit of any byte flipped is refused before anything is believed of its content', async () => {
    const counts = await verdicts(flips())
    expect(total(counts)).toBe(bytes.length)
    expect([...counts.keys()].filter((found) => !/^(?:container|limit|recipient|header|payload) /.test(found))).toEqual([])
    expect(counts.get('container not-a-bundle')).toBe(8)
    expect(counts.get('container bundle-newer')).toBe(1)
    // The stream has its own authenticators: whatever stands after the head is refused there.
    expect(counts.get('payload bundle-altered')).toBe(bytes.length - HEAD_BYTES + 24)
  }, 120_000)

  it('cut anywhere is refused as cut', async () => {
    const counts = await verdicts(cuts())
    expect(total(counts)).toBe(bytes.length)
    const short = [...counts].filter(([found]) => !['container bundle-cut', 'payload bundle-altered'].includes(found))
    expect(short).toEqual([['container not-a-bundle', 1]])
    // Only a cut to another length that the padding can give gets as far as the payload.
    expect(counts.get('payload bundle-altered') ?? 0).toBeLessThan(100)
  }, 120_000)
})
