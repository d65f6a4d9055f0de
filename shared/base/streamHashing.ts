/** The hash of a file or a content while it passes: parts are gathered, and hashed aside while the next come. Constant memory. */
import type { Hash } from './identifiers.ts'
import type { HashingAside } from './ports.ts'
import { unheard } from './unheard.ts'

const BUFFER_BYTES = 2 * 1024 * 1024
const BUFFERS = 4

export interface StreamHashing {
  /** The part is only lent. Resolves when there is room for the next. */
  update(part: Uint8Array): Promise<void>
  digest(): Promise<Hash>
  /** Always, at the end, whatever happened. */
  close(): Promise<void>
}

export function streamHashing(sizeBytes: number, aside: HashingAside): StreamHashing {
  const bufferBytes = Math.max(1, Math.min(BUFFER_BYTES, sizeBytes))
  const free: Promise<Uint8Array<SharedArrayBuffer>>[] = []
  let made = 0
  let current: Uint8Array<SharedArrayBuffer> | null = null
  let filled = 0
  const next = async (): Promise<Uint8Array<SharedArrayBuffer>> => {
    if (made++ < BUFFERS) return new Uint8Array(new SharedArrayBuffer(bufferBytes))
    const given = await free.shift()
    if (given === undefined) throw new Error('every buffer that is taken is given back')
    return given
  }
  const handOver = (buffer: Uint8Array<SharedArrayBuffer>): void => {
    free.push(unheard(aside.update(buffer.subarray(0, filled)).then(() => buffer)))
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
