/**
 * What is being typed and not signed. It goes into the vault a moment after the last keystroke, and at once before one leaves, locks
 * or closes; until the engine has confirmed it, it stays here as well, so that a refusal (a full disk) loses nothing either.
 */
import type { Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'

/** How the engine keeps and forgets; tests give another. */
export interface KeeperPorts<P, C> {
  /** Equal for equal places. */
  keyOf(place: P): string
  keep(place: P, content: C): Promise<Result<unknown, Refusal>>
  forget(place: P): Promise<Result<unknown, Refusal>>
}

export interface Keeper<P, C> {
  /** What stands there now, in place of what stood there before. */
  change(place: P, content: C): void
  /** Handed in, issued, or withdrawn to nothing. */
  forget(place: P): void
  /** Keeps at once what is not kept yet. False where something is still not in the vault. */
  keepNow(): Promise<boolean>
  /** What was changed here and is not known to be in the vault yet. */
  unkept(place: P): C | null
  /** Why what was changed last could not be kept. */
  refused(place: P): Refusal | null
  onRefusal(listener: () => void): () => void
}

const PAUSE_MS = 300
/** Somebody who never pauses is kept as often as this. */
const LONGEST_WAIT_MS = 2_000

interface Unkept<P, C> {
  readonly place: P
  readonly content: C
  refused: Refusal | null
}

export function createKeeper<P, C>(ports: KeeperPorts<P, C>): Keeper<P, C> {
  const unkept = new Map<string, Unkept<P, C>>()
  const listeners = new Set<() => void>()
  let pause: ReturnType<typeof setTimeout> | undefined
  let limit: ReturnType<typeof setTimeout> | undefined

  const tell = (): void => listeners.forEach((listener) => listener())
  const keep = async (key: string, entry: Unkept<P, C>): Promise<void> => {
    const answer = await ports.keep(entry.place, entry.content).catch(() => ({ ok: false as const, error: refusal('internal') }))
    // Changed or forgotten in the meantime: this answer says nothing about what stands now.
    if (unkept.get(key) !== entry) return
    if (answer.ok) unkept.delete(key)
    else entry.refused = answer.error
    tell()
  }
  const keepNow = async (): Promise<boolean> => {
    clearTimeout(pause)
    clearTimeout(limit)
    limit = undefined
    await Promise.all([...unkept].map(([key, entry]) => keep(key, entry)))
    return unkept.size === 0
  }
  return {
    change(place, content) {
      const key = ports.keyOf(place)
      unkept.set(key, { place, content, refused: unkept.get(key)?.refused ?? null })
      clearTimeout(pause)
      pause = setTimeout(() => void keepNow(), PAUSE_MS)
      limit ??= setTimeout(() => void keepNow(), LONGEST_WAIT_MS)
    },
    forget(place) {
      unkept.delete(ports.keyOf(place))
      tell()
      void ports.forget(place)
    },
    keepNow,
    unkept: (place) => unkept.get(ports.keyOf(place))?.content ?? null,
    refused: (place) => unkept.get(ports.keyOf(place))?.refused ?? null,
    onRefusal(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
