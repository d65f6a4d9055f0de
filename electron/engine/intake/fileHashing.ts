/** The hash of a file while it is read: parts are gathered, and hashed on another processor where the file is long. Constant memory. */
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { unheard } from '../../../shared/base/unheard.ts'

const BUFFER_BYTES = 1024 * 1024
const BUFFERS = 3

export interface FileHashing {
  /** The part is only lent. Resolves when there is room for the next. */
  update(part: Uint8Array): Promise<void>
  digest(): Promise<Hash>
  /** Always, at the end, whatever happened. */
  close(): Promise<void>
}

export function fileHashing(sizeBytes: number, aside: HashingAside): FileHashing {
  const bufferBytes = Math.max(1, Math.min(BUFFER_BYTES, sizeBytes))
  const free: Promise<Uint8Array<ArrayBuffer>>[] = []
  let made = 0
  let current: Uint8Array<ArrayBuffer> | null = null
  let filled = 0
  const next = async (): Promise<Uint8Array<ArrayBuffer>> => {
    if (made++ < BUFFERS) return new Uint8Array(bufferBytes)
    const given = await free.shift()
    if (given === undefined) throw new Error('every buffer that is handed over is given back')
    return given
  }
  const handOver = (buffer: Uint8Array<ArrayBuffer>): void => {
    free.push(unheard(aside.update(buffer, filled)))
    current = null
    filled = 0
  }
  return {
    async update(part) {
      for (let rest = part; rest.length > 0;) {
        const buffer = (current ??= await next())
        const used = Math.min(rest.length, buffer.length - filled)
        buffer.set(rest.subarray(0, used), filled)
        filled += used
        rest = rest.subarray(used)
        if (filled === buffer.length) handOver(buffer)
      }
    },
    async digest() {
      if (current !== null && filled > 0) handOver(current)
      await Promise.all(free)
      return aside.digest()
    },
    close: () => aside.close(),
  }
}
