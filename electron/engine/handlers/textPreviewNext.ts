import { ok } from '../../../shared/base/result.ts'
import type { Handler } from './context.ts'
import { markedAgainst } from './textMarked.ts'
import { findToConsolidate, nextOf } from './textConsolidating.ts'

export const textPreviewNext: Handler<'text.previewNext'> = async (input, session) => {
  const found = findToConsolidate(session, input)
  if (!found.ok) return found
  const next = nextOf(found.value, input.verdicts)
  if (!next.ok) return next
  const { document, open } = next.value
  return ok({ document, marked: markedAgainst(found.value.latest, document, input.verdicts), open })
}
