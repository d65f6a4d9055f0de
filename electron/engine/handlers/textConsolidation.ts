import { ok } from '../../../shared/base/result.ts'
import { groupSuggestions } from '../../../shared/text/group.ts'
import type { Handler } from './context.ts'
import { registerTextView } from './registerView.ts'
import { findToConsolidate } from './textConsolidating.ts'

export const textConsolidation: Handler<'text.consolidation'> = async (input, session) => {
  const found = findToConsolidate(session, input)
  if (!found.ok) return found
  const { folded, latest } = found.value
  registerTextView(session, folded, latest)
  const received = latest.suggestions.length
  return ok({ revision: latest, groups: groupSuggestions(latest.document, latest.suggestions), received, canIssue: received > 0 })
}
