/** Suggestions in preparation, kept while the vault is open so that going elsewhere loses nothing. Locking forgets them, after asking. */
import type { TextId } from '../../shared/base/identifiers.ts'
import type { Suggestion } from '../../shared/text/amendment.ts'
import type { TextDocument } from '../../shared/text/document.ts'

export interface Draft {
  readonly document: TextDocument
  readonly suggestions: readonly Suggestion[]
}

const drafts = new Map<string, Draft>()

function keyOf(text: TextId, rev: number): string {
  return `${text}/${rev}`
}

export function draftOf(text: TextId, rev: number): Draft | null {
  return drafts.get(keyOf(text, rev)) ?? null
}

export function keepDraft(text: TextId, rev: number, draft: Draft): void {
  if (draft.suggestions.length === 0) drafts.delete(keyOf(text, rev))
  else drafts.set(keyOf(text, rev), draft)
}

export function forgetDraft(text: TextId, rev: number): void {
  drafts.delete(keyOf(text, rev))
}

/** Suggestions that would be lost by locking now. */
export function unsentCount(): number {
  return [...drafts.values()].reduce((sum, draft) => sum + draft.suggestions.length, 0)
}
