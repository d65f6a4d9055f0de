import { ok } from '../../../shared/base/result.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { Handler } from './context.ts'
import { findToConsolidate, nextOf } from './textConsolidating.ts'

export const textPreviewNext: Handler<'text.previewNext'> = async (input, session) => {
  const found = findToConsolidate(session, input)
  if (!found.ok) return found
  const next = nextOf(found.value, input.verdicts)
  if (!next.ok) return next
  const { document, open } = next.value
  return ok({ document, marked: compareDocuments(found.value.latest.document, document), open })
}
