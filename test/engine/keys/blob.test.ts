import { beforeAll, describe, expect, test } from 'vitest'
import { concat } from '../../../shared/base/bytes.ts'
import { BLOB_SIZES, blobFileBytes, openBlob, randomBytes, ready, sealBlob } from '../../../electron/engine/keys/index.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

beforeAll(ready)

const KIB = 1024
const key = new Uint8Array(32).fill(7)

function chunksOf(content: Uint8Array): Uint8Array[] {
  const chunks: Uint8Array[] = []
  for (let at = 0; at < content.length || at === 0; at += BLOB_SIZES.chunk) chunks.push(content.subarray(at, at + BLOB_SIZES.chunk))
  return chunks
}

function seal(content: Uint8Array): { head: Uint8Array; sealed: Uint8Array[] } {
  const blob = sealBlob(key)
  const chunks = chunksOf(content)
  return { head: blob.head, sealed: chunks.map((chunk, at) => blob.seal(chunk, at === chunks.length - 1)) }
}

/** Null where any chunk is refused. */
function open({ head, sealed }: { head: Uint8Array; sealed: readonly Uint8Array[] }, under = key): Uint8Array | null {
  const blob = openBlob(under, head)
  const opened = sealed.map((chunk, at) => blob.open(chunk, at === sealed.length - 1))
  return opened.every((chunk) => chunk.ok) ? concat(...opened.map((chunk) => (chunk.ok ? chunk.value : new Uint8Array(0)))) : null
}

describe('a blob', () => {
  test.each([0, 1, 64 * KIB - 1, 64 * KIB, 64 * KIB + 1, 1024 * KIB + 3])('of %i bytes opens as it was sealed, and is as long as foretold', (size) => {
    const content = seededRandom(size)(size)
    const blob = seal(content)
    expect(open(blob)).toEqual(content)
    expect(concat(blob.head, ...blob.sealed)).toHaveLength(blobFileBytes(size))
  })

  test('is refused where it is cut, extended, altered, reordered, repeated or under another key', () => {
    const blob = seal(seededRandom(3)(3 * 64 * KIB + 5))
    const [a, b, c, d] = blob.sealed
    if (!a || !b || !c || !d) throw new Error('four chunks')
    const more = seal(new Uint8Array(9)).sealed
    for (const sealed of [[a, b, c], [a], [a, b, c, d, ...more], [b, a, c, d], [a, b, b, d], [a, a, b, c, d], [a, c, b, d], [a, b, c, d.subarray(0, -1)], [a, b, c, concat(d, new Uint8Array(1))]]) {
      expect(open({ head: blob.head, sealed })).toBeNull()
    }
    expect(open(blob, new Uint8Array(32).fill(8))).toBeNull()
    expect(open({ ...blob, head: randomBytes(24) })).toBeNull()
    expect(open(blob)).not.toBeNull()
  })

  test('is refused for every byte that is flipped', () => {
    const blob = seal(seededRandom(4)(300))
    const file = concat(blob.head, ...blob.sealed)
    for (let at = 0; at < file.length; at++) {
      const bad = Uint8Array.from(file)
      bad[at] = (bad[at] ?? 0) ^ 0x01
      expect(open({ head: bad.subarray(0, 24), sealed: [bad.subarray(24)] })).toBeNull()
    }
  })

  test('gives nothing any more once it has refused', () => {
    const blob = seal(seededRandom(5)(64 * KIB + 1))
    const [first, second] = blob.sealed
    if (!first || !second) throw new Error('two chunks')
    const opening = openBlob(key, blob.head)
    expect(opening.open(second, false).ok).toBe(false)
    expect(opening.open(first, false).ok).toBe(false)
  })

  test('is sealed in order only', () => {
    expect(() => sealBlob(key).seal(new Uint8Array(5), false)).toThrow('in order')
    const blob = sealBlob(key)
    blob.seal(new Uint8Array(5), true)
    expect(() => blob.seal(new Uint8Array(5), true)).toThrow('in order')
  })
})
