/** Whether contents are what the manifest says, found beside the cipher, in constant memory: one content at a time. */
import type { HashingAside } from '../../../shared/base/ports.ts'
import { ok, type Result } from '../../../shared/base/result.ts'
import { streamHashing, type StreamHashing } from '../../../shared/base/streamHashing.ts'
import { fault, type BundleFault } from '../../../shared/bundle/fault.ts'
import type { ContentEntry } from '../../../shared/bundle/manifest.ts'

export interface ContentHashing {
  /** Parts in order, lent until they are settled; `last` ends the content. */
  take(entry: ContentEntry, part: Uint8Array, last: boolean): void
  /** Hands on what was taken; a content that has ended has been compared when it resolves. */
  settle(): Promise<Result<null, BundleFault>>
  /** Always, at the end, whatever happened. */
  close(): Promise<void>
}

interface Taken {
  readonly entry: ContentEntry
  readonly part: Uint8Array
  readonly last: boolean
}

export function contentHashing(hashingAside: (expectedBytes: number) => HashingAside): ContentHashing {
  let taken: Taken[] = []
  let hashing: StreamHashing | null = null
  const close = async (): Promise<void> => {
    const closing = hashing
    hashing = null
    await closing?.close()
  }
  return {
    take: (entry, part, last) => void taken.push({ entry, part, last }),
    async settle() {
      const settling = taken
      taken = []
      for (const { entry, last, part } of settling) {
        hashing ??= streamHashing(entry.size, hashingAside(entry.size))
        await hashing.update(part)
        if (!last) continue
        const hash = await hashing.digest()
        await close()
        if (hash !== entry.hash) return fault('schema', 'bundle-malformed')
      }
      return ok(null)
    },
    close,
  }
}
