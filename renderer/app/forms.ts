/** Forms that are half typed: each is kept at its place from the first keystroke until it is signed, or closed by the person. */
import { parseJson } from './json.ts'
import { ask } from '../engineClient.ts'
import { createKeeper, type Keeper } from './keeper.ts'

export interface KeptForm {
  /** Parsed, and nothing else known of it. */
  readonly content: unknown
  readonly keptAtUtcMs: number
}

export interface Forms extends Pick<Keeper<string, unknown>, 'change' | 'forget' | 'keepNow'> {
  /** What was kept before the vault was opened or since, and has not been signed or closed. */
  kept(place: string): KeptForm | null
  /** Once, when the vault is opened. */
  remember(kept: readonly { readonly place: string; readonly content: string; readonly keptAtUtcMs: number }[]): void
}

export function createForms(keeper: Keeper<string, unknown>, now: () => number): Forms {
  const kept = new Map<string, KeptForm>()
  return {
    change(place, content) {
      kept.set(place, { content, keptAtUtcMs: now() })
      keeper.change(place, content)
    },
    keepNow: keeper.keepNow,
    forget(place) {
      kept.delete(place)
      keeper.forget(place)
    },
    kept: (place) => kept.get(place) ?? null,
    remember(forms) {
      for (const { place, content, keptAtUtcMs } of forms) if (!kept.has(place)) kept.set(place, { content: parseJson(content), keptAtUtcMs })
    },
  }
}

export const forms: Forms = createForms(createKeeper<string, unknown>({
  keyOf: (place) => place,
  keep: (place, content) => ask('form.keep', { place, content: JSON.stringify(content) }),
  forget: (place) => ask('form.forget', { place }),
}), Date.now)

/**
 * Whether what was kept can stand where `blank` stands: the same names, with values of the same kinds. Otherwise an older version kept it, and
 * a form that would be filled with it half is better filled with nothing.
 */
export function fits<T>(blank: T, kept: unknown): kept is T {
  if (blank === null || blank === undefined) return true
  if (Array.isArray(blank)) return Array.isArray(kept)
  if (typeof blank !== 'object') return typeof kept === typeof blank
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return false
  const held = new Map<string, unknown>(Object.entries(kept))
  return Object.entries(blank).every(([name, value]) => (value === undefined ? true : held.has(name) && fits(value, held.get(name))))
}
