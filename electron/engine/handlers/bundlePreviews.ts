/** Bundles that were opened and checked and wait for the person's word. In memory only: locking forgets them. */
import { hex } from '../../../shared/base/bytes.ts'
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { Random } from '../../../shared/base/ports.ts'
import type { CheckedBundle } from './bundleCheck.ts'

/** Opened bundles can be large: the oldest is forgotten when one more is looked at. */
const MOST_HELD = 64

export interface Previews {
  /** A second look at the same file replaces the first. */
  keep(bundle: CheckedBundle): string
  get(preview: string): CheckedBundle | null
  /** Also the contents that came with it and were not imported. */
  drop(preview: string): Promise<void>
}

export function createPreviews(random: Random): Previews {
  const held = new Map<string, CheckedBundle>()
  const forget = (preview: string): void => {
    // The file system may take its time; what is left behind is noise, and is swept at the next opening.
    void held.get(preview)?.staging.discard()
    held.delete(preview)
  }
  const dropSame = (hash: Hash): void => {
    for (const [preview, bundle] of held) if (bundle.hash === hash) forget(preview)
  }
  return {
    keep(bundle) {
      dropSame(bundle.hash)
      const preview = hex(random(16))
      held.set(preview, bundle)
      for (const oldest of held.keys()) {
        if (held.size <= MOST_HELD) break
        forget(oldest)
      }
      return preview
    },
    get: (preview) => held.get(preview) ?? null,
    async drop(preview) {
      const bundle = held.get(preview)
      held.delete(preview)
      await bundle?.staging.discard()
    },
  }
}
