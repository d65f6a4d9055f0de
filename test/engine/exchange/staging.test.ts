/** Contents on their way in: their keys do not outlive their use, and a disk that gives nothing up breaks nothing. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EventId, Hash } from '../../../shared/base/identifiers.ts'
import type { Random } from '../../../shared/base/ports.ts'
import { createStaging } from '../../../electron/engine/handlers/bundleStaging.ts'
import { ready } from '../../../electron/engine/keys/index.ts'
import { blobFiles } from '../../../electron/engine/vault/blobFiles.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { temporaryFolder } from '../../fakes/testDelegation.ts'

const folder = temporaryFolder()
beforeAll(ready)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const entry = (letter: string) => ({ type: 'attachment' as const, event: letter.repeat(64) as EventId, size: 3, hash: 'ab'.repeat(32) as Hash })

it('keys are overwritten when a content is kept, given up whole, or given up half, and giving up never fails', async () => {
  const keys: Uint8Array[] = []
  const draw = seededRandom(1)
  const random: Random = (count) => {
    const bytes = draw(count)
    if (count === 32) keys.push(bytes)
    return bytes
  }
  const sound = blobFiles(join(folder, 'blobs'))
  const staging = createStaging({ ...sound, remove: async () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })) }, random)
  for (const letter of ['1', '2']) {
    staging.take(entry(letter), Uint8Array.of(1, 2, 3), true)
    expect(await staging.settle()).toEqual({ ok: true, value: null })
  }
  staging.take(entry('3'), Uint8Array.of(1), false)
  const [kept] = staging.staged()
  if (kept === undefined) throw new Error('nothing was staged')
  staging.adopt(kept)
  expect(keys.map((key) => key.every((byte) => byte === 0))).toEqual([true, false, false])
  await staging.discard()
  expect(keys.map((key) => key.every((byte) => byte === 0))).toEqual([true, true, true])
  expect(staging.staged()).toEqual([])
})
