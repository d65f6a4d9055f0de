/**
 * The reading back of a file that is still being written, a few stretches behind: flush, read what the file gives back, compare it with
 * what was written, byte for byte, and hash it. What was written is kept until then, so memory bounds how far behind it may be.
 */
import type { FileHandle } from 'node:fs/promises'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { unheard } from '../../../shared/base/unheard.ts'

/** Flushed and read back together. */
const STRETCH_BYTES = 8 * 1024 * 1024
/** Written and not yet read back: one stretch is being flushed, one waits, one grows. A flush that takes long does not hold up the next bytes. */
const KEPT_BYTES = 3 * STRETCH_BYTES

export interface BothEnds {
  readonly handle: FileHandle
  /** The same file, to be read back. */
  readonly reader: FileHandle
}

export interface FollowedWriting {
  /** A buffer of `batchBytes` to be filled and written; waits where too much is outstanding. */
  free(): Promise<Uint8Array>
  /** `writing` writes the first `length` bytes of that buffer behind what was written before. Resolves with it. */
  written(buffer: Uint8Array, length: number, writing: Promise<void>): Promise<void>
  /** Once all has been written: the hash of what the file gave back; null where it was not what was written. */
  end(): Promise<Hash | null>
  /** Always, at the end, whatever happened: nothing touches the file any more. */
  settled(): Promise<void>
}

export function followWriting(ends: BothEnds, batchBytes: number, hashing: HashingAside, readBack?: (bytes: number) => void): FollowedWriting {
  const back = readingBack(ends.reader, batchBytes, hashing, readBack)
  const buffers = Math.max(2, Math.floor(KEPT_BYTES / batchBytes))
  const idle: Uint8Array[] = []
  let made = 0
  let stretch: { readonly buffer: Uint8Array; readonly length: number }[] = []
  let grown = 0
  let last: Promise<void> = Promise.resolve()
  const outstanding: Promise<void>[] = []

  function endStretch(): void {
    const batches = stretch
    stretch = []
    grown = 0
    last = unheard(last.then(async () => {
      await ends.handle.datasync()
      for (const { buffer, length } of batches) {
        await back.compare(buffer.subarray(0, length))
        idle.push(buffer)
      }
    }))
    outstanding.push(last)
  }

  return {
    async free() {
      for (;;) {
        const buffer = idle.pop()
        if (buffer !== undefined) return buffer
        if (made++ < buffers) return new Uint8Array(batchBytes)
        if (outstanding.length === 0) endStretch()
        await outstanding.shift()
      }
    },
    written: (buffer, length, writing) => unheard(writing.then(() => {
      stretch.push({ buffer, length })
      grown += length
      if (grown >= STRETCH_BYTES) endStretch()
    })),
    async end() {
      endStretch()
      await last
      // All that is known about the file too, not only what is in it.
      await ends.handle.sync()
      return back.hash()
    },
    settled: () => last.catch(() => undefined),
  }
}

/** What the file gives back, from its beginning. */
function readingBack(reader: FileHandle, batchBytes: number, hashing: HashingAside, readBack?: (bytes: number) => void) {
  const ring = [new Uint8Array(batchBytes), new Uint8Array(batchBytes)].map((buffer) => Promise.resolve(buffer))
  let at = 0
  let differs = false
  return {
    async compare(written: Uint8Array): Promise<void> {
      for (let from = 0; from < written.length;) {
        const buffer = await ring.shift()
        if (buffer === undefined) throw new Error('every buffer that is taken is given back')
        const { bytesRead } = await reader.read(buffer, 0, written.length - from, at)
        if (bytesRead === 0) throw new Error('the file is shorter than what was written')
        differs ||= Buffer.compare(buffer.subarray(0, bytesRead), written.subarray(from, from + bytesRead)) !== 0
        ring.push(unheard(hashing.update(buffer, bytesRead)))
        from += bytesRead
        at += bytesRead
        readBack?.(at)
      }
    },
    async hash(): Promise<Hash | null> {
      await Promise.all(ring)
      const hash = await hashing.digest()
      return differs ? null : hash
    },
  }
}
