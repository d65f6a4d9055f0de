/** A large file on its way out: what the disk gives back is compared with what was written, byte for byte, before the file gets its name. */
import { closeSync, openSync, readFileSync, readdirSync, writeSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hasher, hashingAside, ready } from '../../../electron/engine/keys/index.ts'
import { writeLarge, type LargeWriting } from '../../../electron/engine/outgoing/writeLarge.ts'
import { ok } from '../../../shared/base/result.ts'
import { device } from '../../fakes/failingDevice.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { temporaryFolder, type TemporaryFolder } from '../../fakes/temporaryFolder.ts'

vi.mock('node:fs/promises', async (original) => (await import('../../fakes/failingDevice.ts')).failingFsPromises(await original()))

const MIB = 1024 * 1024
const whole = seededRandom(5)(MIB * 34 + 17)

let folder: TemporaryFolder
beforeEach(async () => {
  await ready()
  folder = temporaryFolder()
})
afterEach(() => {
  device.repair()
  folder.remove()
})

/** `given` bytes come, whatever was announced. */
function content(bytes: Uint8Array, batchBytes: number, given = bytes.length) {
  let at = 0
  return {
    sizeBytes: bytes.length, batchBytes,
    async fill(into: Uint8Array) {
      const part = bytes.subarray(at, Math.min(at + into.length, given))
      into.set(part)
      at += part.length
      return ok(part.length)
    },
  }
}

const writing = (watch: Partial<LargeWriting> = {}): LargeWriting => ({ hashing: hashingAside(0), signal: new AbortController().signal, wrote: () => undefined, ...watch })
const files = (): string[] => readdirSync(folder.path('.'))

describe('a large file', () => {
  it('of any length is what was given, under the hash of what the disk gave back', async () => {
    for (const [at, [length, batchBytes]] of ([[0, 1], [1, 1], [MIB, MIB], [MIB + 1, MIB], [8 * MIB, MIB], [9 * MIB, 20 * MIB], [whole.length, MIB], [whole.length, 7 * MIB + 3]] as const).entries()) {
      const bytes = whole.subarray(0, length)
      const written = await writeLarge(folder.path(`${at}.bin`), content(bytes, batchBytes), writing())
      expect(written).toEqual({ ok: true, value: { fileName: `${at}.bin`, sizeBytes: length, hash: hasher(bytes) } })
      expect(Buffer.compare(readFileSync(folder.path(`${at}.bin`)), bytes)).toBe(0)
    }
    expect(files().filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is told of as it is written and, never ahead of that, as it is read back', async () => {
    let [wrote, back] = [0, 0]
    await writeLarge(folder.path('a.bin'), content(whole, MIB), writing({
      wrote: (bytes) => { wrote = bytes },
      readBack(bytes) {
        expect(bytes).toBeGreaterThan(back)
        expect(bytes).toBeLessThanOrEqual(wrote)
        back = bytes
      },
    }))
    expect([wrote, back]).toEqual([whole.length, whole.length])
  })

  it.each([['', false], [' although its hash was known', true]])('of which the disk gives back one byte otherwise gets no name%s', async (_how, known) => {
    const announced = known ? { hash: hasher(whole) } : {}
    for (const place of [0, 5 * MIB, 33 * MIB]) {
      // Once it is written, and before its stretch is read back.
      const wrote = (bytes: number): void => {
        if (bytes < Math.min(place + 2 * MIB, whole.length)) return
        const handle = openSync(folder.path('a.bin.part'), 'r+')
        writeSync(handle, Uint8Array.of((whole[place] ?? 0) ^ 1), 0, 1, place)
        closeSync(handle)
      }
      expect(await writeLarge(folder.path('a.bin'), { ...content(whole, MIB), ...announced }, writing({ wrote }))).toEqual({ ok: false, error: 'verify-failed' })
      expect(files()).toEqual([])
    }
  })

  it('of another hash or another length than was announced gets no name', async () => {
    expect(await writeLarge(folder.path('a.bin'), { ...content(whole, MIB), hash: hasher(Uint8Array.of(1)) }, writing())).toEqual({ ok: false, error: 'verify-failed' })
    expect(await writeLarge(folder.path('b.bin'), content(whole, MIB, MIB * 3), writing())).toEqual({ ok: false, error: 'verify-failed' })
    expect(files()).toEqual([])
  })

  it('leaves nothing behind when it is cancelled at any batch', async () => {
    for (const stopAt of [1, 9, 30]) {
      const stopping = new AbortController()
      const watch = writing({ signal: stopping.signal, wrote: (bytes) => { if (bytes >= stopAt * MIB) stopping.abort() } })
      expect(await writeLarge(folder.path('a.bin'), content(whole, MIB), watch)).toEqual({ ok: false, error: 'cancelled' })
      expect(files()).toEqual([])
    }
  })

  it('leaves nothing behind whichever call of the disk fails, and says why', async () => {
    for (const [fault, expected] of [['ENOSPC', 'disk-full'], ['EIO', 'write-failed']] as const) {
      let struck = 0
      for (let at = 1; ; at++) {
        device.failAt(at, 'once', fault)
        const written = await writeLarge(folder.path('a.bin'), content(whole.subarray(0, 20 * MIB), 2 * MIB), writing())
        const call = device.repair()
        const there = files()
        folder.remove()
        folder = temporaryFolder()
        if (call === null) break
        struck++
        // Done without them: a stick knows no links, what is not there need not be removed, and a name is never taken from another.
        if (call === 'lstat' || call === 'link' || call === 'rm') continue
        expect([call, written, there]).toEqual([call, { ok: false, error: expected }, []])
      }
      expect(struck).toBeGreaterThan(15)
    }
  }, 60_000)
})
