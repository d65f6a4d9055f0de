/** The suggestions in preparation: computed from the two texts, with the reasons that were typed for them. */
import { equalBytes } from '../../shared/base/bytes.ts'
import { applyAmendments } from '../../shared/text/apply.ts'
import type { Amendment, Suggestion } from '../../shared/text/amendment.ts'
import { canonicalText } from '../../shared/text/canonical.ts'
import type { TextDocument } from '../../shared/text/document.ts'
import { suggestionsBetween } from '../../shared/text/suggestions.ts'

/** Suggestions for the edited text; a reason stays with its place while the words around it are still being typed. */
export function pendingSuggestions(base: TextDocument, current: TextDocument, before: readonly Suggestion[]): Suggestion[] {
  const left = [...before]
  return suggestionsBetween(base, current).map((suggestion) => {
    const at = left.findIndex((known) => samePlace(known.amendments[0], suggestion.amendments[0]))
    const [known] = at < 0 ? [] : left.splice(at, 1)
    // The same object where nothing is new, so that nobody draws it again.
    if (known !== undefined && known.amendments === suggestion.amendments) return known
    return { ...suggestion, reason: known?.reason ?? null }
  })
}

function samePlace(a: Amendment | undefined, b: Amendment | undefined): boolean {
  if (a === undefined || b === undefined || a.op !== b.op) return false
  if (a.op === 'replace' && b.op === 'replace') return a.block === b.block && a.from <= b.to && b.from <= a.to
  if (a.op === 'insertBlock' || b.op === 'insertBlock') return a.op === 'insertBlock' && b.op === 'insertBlock' && a.after === b.after
  return a.block === b.block
}

/** The text with these suggestions; null where they do not fit, which would be a mistake of ours. */
export function withSuggestions(base: TextDocument, rev: number, suggestions: readonly Suggestion[]): TextDocument | null {
  const applied = applyAmendments(base, rev + 1, suggestions.map((suggestion) => suggestion.amendments))
  return applied.ok ? applied.value : null
}

/** The text with all suggestions but one. */
export function withoutSuggestion(base: TextDocument, rev: number, suggestions: readonly Suggestion[], withdrawn: number): TextDocument | null {
  return withSuggestions(base, rev, suggestions.filter((_, at) => at !== withdrawn))
}

/** Nothing is handed in that does not give exactly the text on screen. */
export function giveExactly(base: TextDocument, rev: number, suggestions: readonly Suggestion[], current: TextDocument): boolean {
  const given = withSuggestions(base, rev, suggestions)
  return given !== null && equalBytes(canonicalText(given), canonicalText(current))
}
