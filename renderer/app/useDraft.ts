/** What was in preparation at a place before: from this window where the vault does not have it yet, otherwise from the vault. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { DraftContent, DraftKind } from '../../shared/ipc/textMethods.ts'
import { drafts, isOfKind, type DraftPlace } from './drafts.ts'
import { useAnswer, type Answer } from './useAnswer.ts'

export interface KeptDraft<K extends DraftKind> {
  readonly content: Extract<DraftContent, { kind: K }> | null
  /** Null where there is nothing in the vault. */
  readonly keptAtUtcMs: number | null
}

export function useKeptDraft<K extends DraftKind>(place: DraftPlace & { readonly kind: K }): Answer<KeptDraft<K>> {
  const [unkept] = useState(() => drafts.unkept(place))
  const shown = useAnswer('draft.show', place)
  if (shown.state !== 'here') return shown
  const { content, keptAtUtcMs } = shown.value
  return { state: 'here', value: { content: unkept ?? (content !== null && isOfKind(content, place.kind) ? content : null), keptAtUtcMs } }
}

/** Keeps at once when the screen is left. Gives the reason where what was changed last is not in the vault. */
export function useKeeping(place: DraftPlace): Refusal | null {
  useEffect(() => () => void drafts.keepNow(), [])
  return useSyncExternalStore(drafts.onRefusal, () => drafts.refused(place))
}
