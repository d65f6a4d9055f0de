import type { Handler } from './context.ts'
import { prepareOpening } from './silenceOpening.ts'
import { say } from './silenceProcedure.ts'

export const silenceDraft: Handler<'silence.draft'> = async (input, session, context) => {
  const prepared = prepareOpening(input, session, context)
  return prepared.ok ? say(session, prepared.value.folded, 'silence.drafted', prepared.value.body) : prepared
}
