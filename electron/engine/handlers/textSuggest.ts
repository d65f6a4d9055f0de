import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { mayRecordFor } from '../../../shared/dossier/permissions.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { Amendment, Suggestion } from '../../../shared/text/amendment.ts'
import { baseOf, claimsOf } from '../../../shared/text/claims.ts'
import { minimalAmendments } from '../../../shared/text/minimal.ts'
import { normalizeInlines } from '../../../shared/text/normalize.ts'
import type { Handler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { tooLargeForEvent } from './textEvent.ts'
import { findRevision } from './textFind.ts'

export const textSuggest: Handler<'text.suggest'> = async (input, session) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const { folded, latest, revision } = found.value
  if (!mayAuthorHere(session, folded, 'text.amended')) return err(refusal('role-not-allowed'))
  if (input.onBehalfOf !== undefined && !mayRecordFor(session.me.delegation)) return err(refusal('role-not-allowed'))
  if (revision !== latest) return err(refusal('not-latest-revision', { latest: latest.rev }))
  const checked = checkSuggestions(revision.document, input.suggestions)
  if (!checked.ok) return checked
  const body = { text: input.text, against: revision.event, ...(input.onBehalfOf === undefined ? {} : { onBehalfOf: input.onBehalfOf }), suggestions: checked.value }
  if (tooLargeForEvent(body)) return err(refusal('text-too-large', {}, 'limit'))
  const event = session.author({ circle: folded.circle.circle, dossier: input.dossier }, 'text.amended', body)
  return ok({ event, suggestions: checked.value.map((_, at) => `${event}:${at}`) })
}

/** Refusals count suggestions from 1, as a person does. */
function checkSuggestions(document: TextDocument, suggestions: readonly Suggestion[]): Result<Suggestion[], Refusal> {
  const base = baseOf(document)
  for (const [at, { amendments }] of suggestions.entries()) {
    if (claimsOf(base, amendments, at) === null) return err(refusal('amendment-misplaced', { suggestion: at + 1 }))
    if (minimalAmendments(base, amendments).length === 0) return err(refusal('nothing-changed', { suggestion: at + 1 }))
  }
  return ok(suggestions.map(({ amendments, reason }) => ({ amendments: amendments.map(normalized), reason: reason?.trim() || null })))
}

function normalized(amendment: Amendment): Amendment {
  if (amendment.op === 'replace') return { ...amendment, insert: normalizeInlines(amendment.insert) }
  return amendment.op === 'insertBlock' ? { ...amendment, content: normalizeInlines(amendment.content) } : amendment
}
