import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { adoptIdentifiers } from '../../../shared/text/adopt.ts'
import { suggestionsBetween } from '../../../shared/text/suggestions.ts'
import type { Handler } from './context.ts'
import { findRevision } from './textFind.ts'
import { readTextSource } from './textSource.ts'

/** Notes say what of the file was left out; a cover is never among the suggestions. */
export const textReadEdits: Handler<'text.readEdits'> = async (input, session, context) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const imported = await readTextSource(input.source, context)
  if (!imported.ok) return imported
  const { document } = found.value.revision
  const suggestions = suggestionsBetween(document, adoptIdentifiers(document, imported.value.document))
  return suggestions.length > 0 ? ok({ suggestions, notes: [...imported.value.notes] }) : err(refusal('nothing-changed'))
}
