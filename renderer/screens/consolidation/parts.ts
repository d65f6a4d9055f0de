/** The changes of one suggestion, as far apart as they can be taken. Law: all of them together are the suggestion. */
import type { Amendment } from '../../../shared/text/amendment.ts'
import { applyAmendments } from '../../../shared/text/apply.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { suggestionsBetween } from '../../../shared/text/suggestions.ts'

export function partsOf(document: TextDocument, amendments: readonly Amendment[]): Amendment[][] {
  const applied = applyAmendments(document, 0, [amendments])
  return applied.ok ? suggestionsBetween(document, applied.value).map((suggestion) => suggestion.amendments) : []
}
