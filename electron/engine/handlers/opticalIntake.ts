/** Transfers over a screen that are under way. In memory only: locking forgets them. */
import type { Hasher } from '../../../shared/base/ports.ts'
import { createCollector, type Collector } from '../../../shared/optical/fountain.ts'
import { parseFrame } from '../../../shared/optical/frame.ts'

/** A stray code beside the right ones must not push out what has been read: the transfer with least of it goes. */
const MOST_TRANSFERS = 4

export interface OpticalIntake {
  /** False for a text that is no frame. */
  take(text: string): boolean
  /** The one of which most is there; null before the first frame. */
  leading(): Collector | null
  forget(): void
}

export function createOpticalIntake(hash: Hasher): OpticalIntake {
  let transfers: Collector[] = []
  const share = ({ found, blocks }: Collector): number => found / blocks
  return {
    take(text) {
      const frame = parseFrame(text, hash)
      if (!frame.ok) return false
      if (transfers.some((one) => one.add(frame.value) !== 'other-transfer')) return true
      const fresh = createCollector(frame.value, hash)
      fresh.add(frame.value)
      transfers = [fresh, ...transfers.toSorted((a, b) => share(b) - share(a)).slice(0, MOST_TRANSFERS - 1)]
      return true
    },
    leading: () => transfers.toSorted((a, b) => share(b) - share(a))[0] ?? null,
    forget() {
      transfers = []
    },
  }
}
