/**
 * What is in preparation and not handed in. It goes into the vault a moment after the last keystroke, and at once before one leaves, locks
 * or closes; until the engine has confirmed it, it stays here as well, so that a refusal (a full disk) loses nothing either.
 */
import type { Result } from '../../shared/base/result.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import type { DraftContent, DraftKind } from '../../shared/ipc/textMethods.ts'
import { ask } from '../engineClient.ts'

export type DraftPlace = Input<'draft.show'>

/** How the engine keeps and forgets; tests give another. */
export interface DraftPorts {
  keep(input: Input<'draft.keep'>): Promise<Result<unknown, Refusal>>
  forget(input: Input<'draft.forget'>): Promise<Result<unknown, Refusal>>
}

export interface Drafts {
  /** What stands there now, in place of what stood there before. */
  change(place: DraftPlace, content: DraftContent): void
  /** Handed in, issued, or withdrawn to nothing. */
  forget(place: DraftPlace): void
  /** Keeps at once what is not kept yet. False where something is still not in the vault. */
  keepNow(): Promise<boolean>
  /** What was changed here and is not known to be in the vault yet. */
  unkept<K extends DraftKind>(place: DraftPlace & { readonly kind: K }): Extract<DraftContent, { kind: K }> | null
  /** Why what was changed last could not be kept. */
  refused(place: DraftPlace): Refusal | null
  onRefusal(listener: () => void): () => void
}

const PAUSE_MS = 300
/** Somebody who never pauses is kept as often as this. */
const LONGEST_WAIT_MS = 2_000

interface Unkept {
  readonly place: DraftPlace
  readonly content: DraftContent
  refused: Refusal | null
}

export function createDrafts(ports: DraftPorts): Drafts {
  const unkept = new Map<string, Unkept>()
  const listeners = new Set<() => void>()
  let pause: ReturnType<typeof setTimeout> | undefined
  let limit: ReturnType<typeof setTimeout> | undefined

  const tell = (): void => listeners.forEach((listener) => listener())
  const keep = async (key: string, entry: Unkept): Promise<void> => {
    const { place: { dossier, text, rev }, content } = entry
    const answer = await ports.keep({ dossier, text, rev, content }).catch(() => ({ ok: false as const, error: refusal('internal') }))
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
      const key = keyOf(place)
      unkept.set(key, { place, content, refused: unkept.get(key)?.refused ?? null })
      clearTimeout(pause)
      pause = setTimeout(() => void keepNow(), PAUSE_MS)
      limit ??= setTimeout(() => void keepNow(), LONGEST_WAIT_MS)
    },
    forget(place) {
      unkept.delete(keyOf(place))
      tell()
      const { dossier, text, rev, kind } = place
      void ports.forget({ dossier, text, rev, kind })
    },
    keepNow,
    unkept(place) {
      const content = unkept.get(keyOf(place))?.content
      return content !== undefined && isOfKind(content, place.kind) ? content : null
    },
    refused: (place) => unkept.get(keyOf(place))?.refused ?? null,
    onRefusal(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function keyOf({ dossier, text, rev, kind }: DraftPlace): string {
  return `${dossier}/${text}/${rev}/${kind}`
}

export function isOfKind<K extends DraftKind>(content: DraftContent, kind: K): content is Extract<DraftContent, { kind: K }> {
  return content.kind === kind
}

export const drafts: Drafts = createDrafts({ keep: (input) => ask('draft.keep', input), forget: (input) => ask('draft.forget', input) })
