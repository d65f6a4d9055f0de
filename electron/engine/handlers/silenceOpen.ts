import { err, type Result } from '../../../shared/base/result.ts'
import type { SilenceDraft } from '../../../shared/dossier/state.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { FoldedDossier, Handler } from './context.ts'
import { prepareOpening } from './silenceOpening.ts'
import { findDraft, say } from './silenceProcedure.ts'

/** What was drafted may be opened otherwise than drafted: the draft bound nobody. It must be on the same text. */
export const silenceOpen: Handler<'silence.open'> = async (input, session, context) => {
  const prepared = prepareOpening(input, session, context)
  if (!prepared.ok) return prepared
  const { folded, body } = prepared.value
  const draft = draftOf(folded, input)
  if (draft !== null && !draft.ok) return draft
  return say(session, folded, 'silence.opened', { ...body, draft: draft === null ? null : draft.value.event })
}

function draftOf(folded: FoldedDossier, { draft, text }: Input<'silence.open'>): Result<SilenceDraft, Refusal> | null {
  if (draft === null) return null
  const found = findDraft(folded, draft)
  return found.ok && found.value.text !== text ? err(refusal('procedure-unknown')) : found
}
