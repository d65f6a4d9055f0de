/** A hash that is taken beside other work is the hash: alone or with others, on this thread or on the one they share. */
import { Worker } from 'node:worker_threads'
import { beforeAll, expect, test } from 'vitest'
import { hashingOn, hashThread } from '../../../electron/engine/keys/hashThread.ts'
import { hasher, hashingAside, ready } from '../../../electron/engine/keys/index.ts'
import { threadOn } from '../../../electron/engine/threads/thread.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { ENDS, HANGS } from '../../fakes/threads.ts'

const KIB = 1024
const SMALL = 1000
/** Large enough for the other thread. */
const LARGE = 9 * KIB * KIB

beforeAll(ready)

function contentOf(seed: number, bytes: number): Uint8Array {
  const block = seededRandom(seed)(64 * KIB)
  return Uint8Array.from({ length: bytes }, (_, at) => (block[at % block.length] ?? 0) ^ (at >> 16))
}

async function share(hashing: HashingAside, content: Uint8Array): Promise<void> {
  const buffer = new Uint8Array(new SharedArrayBuffer(1000 * KIB))
  for (let at = 0; at < content.length; at += buffer.length) {
    const part = content.subarray(at, at + buffer.length)
    buffer.set(part)
    await hashing.update(buffer.subarray(0, part.length))
  }
}

test.each([SMALL, LARGE])('of %i bytes', async (size) => {
  const content = contentOf(1, size)
  const hashing = hashingAside(size)
  await share(hashing, content)
  expect(await hashing.digest()).toBe(hasher(content))
  await hashing.close()
})

test('several at the same time, one of them given up, do not meet', async () => {
  const contents = [2, 3, 4].map((seed) => contentOf(seed, LARGE))
  const hashings = contents.map((content) => hashingAside(content.length))
  const givenUp = hashingAside(LARGE)
  await givenUp.update(new Uint8Array(new SharedArrayBuffer(KIB)))
  await Promise.all(hashings.map((hashing, at) => share(hashing, contents[at] ?? new Uint8Array())))
  await givenUp.close()
  await givenUp.close()
  expect(await Promise.all(hashings.map((hashing) => hashing.digest()))).toEqual(contents.map(hasher))
  for (const hashing of hashings) await hashing.close()
})

test('after the last has been closed it takes nothing more, and the next begins anew', async () => {
  for (const seed of [5, 6]) {
    const content = contentOf(seed, LARGE)
    const hashing = hashingAside(content.length)
    await share(hashing, content)
    expect(await hashing.digest()).toBe(hasher(content))
    await hashing.close()
    await expect(hashing.update(new Uint8Array(new SharedArrayBuffer(1)))).rejects.toThrow('closed')
  }
})

test.each([['does not begin', HANGS], ['ends before it begins', ENDS]])('where the thread %s the hash is taken here', async (_, script) => {
  const content = contentOf(7, LARGE)
  const thread = hashThread(threadOn(new Worker(script, { eval: true }), 200))
  const hashing = hashingOn(thread)
  await share(hashing, content)
  expect(await hashing.digest()).toBe(hasher(content))
  await hashing.close()
  expect(thread.thread.over).toBe(true)
})
