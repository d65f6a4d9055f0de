import { err, ok } from '../../../shared/base/result.ts'
import { reservedNotes } from '../../../shared/dossier/reservedNotes.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { proveMarked } from '../../../shared/text/proof.ts'
import type { Handler } from './context.ts'
import { registerTextView } from './registerView.ts'
import { markedAgainst } from './textMarked.ts'
import { findRevision, mayConsolidate, revisionAt } from './textFind.ts'

export const textShow: Handler<'text.show'> = async (input, session) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const { folded, text, latest, revision } = found.value
  const comparedWith = input.comparedWith ?? (revision.rev > 0 ? revision.rev - 1 : null)
  const other = comparedWith === null ? null : revisionAt(text, comparedWith)
  if (other === undefined) return err(refusal('revision-unknown', { rev: comparedWith ?? -1 }))
  for (const shown of other ? [other, revision] : [revision]) registerTextView(session, folded, shown)
  const marked = other ? markedAgainst(other, revision.document) : null
  return ok({
    revision,
    revs: text.revisions.map(({ rev, event, claimedAtUtcMs, suggestions }) => ({ rev, event, claimedAtUtcMs, suggestions: suggestions.length })),
    latest: revision === latest,
    comparedWith,
    marked,
    proof: marked && other ? proveMarked(marked, other.document, revision.document) : null,
    settled: other?.rev === revision.rev - 1 ? other.suggestions : [],
    reserved: reservedNotes(text, folded.state.reservations, revision.rev),
    canConsolidate: revision === latest && mayConsolidate(session, folded),
  })
}
