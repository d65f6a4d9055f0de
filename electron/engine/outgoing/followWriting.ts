/**
 * The reading back of a file that is still being written, a few stretches behind: flush, read what the file gives back, compare it with
 * what was written, byte for byte, and hash it. What was written is kept until then, so memory bounds how far behind it may be. Where the
 * hash of the whole is known beforehand, it is the comparison.
 */
import type { FileHandle } from 'node:fs/promises'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { unheard } from '../../../shared/base/unheard.ts'

/** Flushed and read back together. */
const STRETCH_BYTES = 8 * 1024 * 1024
/** Written and not yet read back: one stretch grows, one is flushed, one read back. A flush that takes long does not hold up the next bytes. */
const KEPT_BYTES = 3 * STRETCH_BYTES

export interface BothEnds {
  readonly handle: FileHandle
  /** The same file, to be read back. */
  readonly reader: FileHandle
}

export interface Following {
  readonly hashing: HashingAside
  /** Whoever asked for it compares the hash of all that was read back with one that was known before. */
  readonly hashKnown: boolean
  /** Bytes read back so far. */
  readonly readBack: ((bytes: number) => void) | undefined
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

export function followWriting(ends: BothEnds, batchBytes: number, { hashing, hashKnown, readBack }: Following): FollowedWriting {
  const back = readingBack(ends.reader, batchBytes, { hashing, hashKnown, readBack })
  const buffers = Math.max(2, Math.floor(KEPT_BYTES / batchBytes))
  const idle: Uint8Array[] = []
  let made = 0
  let stretch: { readonly buffer: Uint8Array; readonly length: number }[] = []
  let grown = 0
  let flushed: Promise<void> = Promise.resolve()
  let last: Promise<void> = Promise.resolve()
  const outstanding: Promise<void>[] = []

  function endStretch(): void {
    const batches = stretch
    stretch = []
    grown = 0
    const flushing = (flushed = unheard(flushed.then(() => ends.handle.datasync())))
    last = unheard(last.then(async () => {
      await flushing
      await back.compare(batches.map(({ buffer, length }) => buffer.subarray(0, length)))
      for (const { buffer } of batches) idle.push(buffer)
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
    async settled() {
      await Promise.allSettled([flushed, last])
    },
  }
}

/** What the file gives back, from its beginning. */
function readingBack(reader: FileHandle, batchBytes: number, { hashing, hashKnown, readBack }: Following) {
  /** For a whole stretch: its batches are read at once, and only the slowest is waited for. */
  const buffers = Math.max(2, Math.ceil(STRETCH_BYTES / batchBytes))
  const hashed: Promise<Uint8Array<SharedArrayBuffer>>[] = []
  let made = 0
  let at = 0
  let differs = false
  const buffer = async (): Promise<Uint8Array<SharedArrayBuffer>> => {
    const given = made++ < buffers ? new Uint8Array(new SharedArrayBuffer(batchBytes)) : await hashed.shift()
    if (given === undefined) throw new Error('every buffer that is taken is given back')
    return given
  }
  const read = async (length: number, from: number): Promise<Uint8Array<SharedArrayBuffer>> => {
    const into = await buffer()
    for (let filled = 0; filled < length;) {
      const { bytesRead } = await reader.read(into, filled, length - filled, from + filled)
      if (bytesRead === 0) throw new Error('the file is shorter than what was written')
      filled += bytesRead
    }
    return into
  }
  return {
    /** One stretch at a time. */
    async compare(batches: readonly Uint8Array[]): Promise<void> {
      let from = at
      const reading = batches.map((batch) => unheard(read(batch.length, (from += batch.length) - batch.length)))
      try {
        for (const [index, batch] of batches.entries()) {
          const back = await reading[index]
          if (back === undefined) throw new Error('every batch is read')
          differs ||= !hashKnown && Buffer.compare(back.subarray(0, batch.length), batch) !== 0
          hashed.push(unheard(hashing.update(back.subarray(0, batch.length)).then(() => back)))
          at += batch.length
          readBack?.(at)
        }
      } finally {
        await Promise.allSettled(reading)
      }
    },
    async hash(): Promise<Hash | null> {
      await Promise.all(hashed)
      const hash = await hashing.digest()
      return differs ? null : hash
    },
  }
}
