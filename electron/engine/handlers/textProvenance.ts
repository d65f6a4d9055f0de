import { ok } from '../../../shared/base/result.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Asked } from '../../../shared/ipc/negotiationMethods.ts'
import { dispositionRows } from '../../../shared/text/disposition.ts'
import { provenanceOf, type BlockProvenance } from '../../../shared/text/provenance.ts'
import type { Handler } from './context.ts'
import { registerTextView } from './registerView.ts'
import { findRevision } from './textFind.ts'

export const textProvenance: Handler<'text.provenance'> = async (input, session) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const { folded, text, revision } = found.value
  registerTextView(session, folded, revision)
  const revisions = text.revisions.filter((one) => one.rev <= revision.rev)
  return ok({ rev: revision.rev, blocks: remembered(revision, revisions), asked: revisions.flatMap(askedOf) })
}

/** A folded REV never changes, nor do those before it: whatever changes them makes new ones. */
const known = new WeakMap<Revision, BlockProvenance[]>()

function remembered(last: Revision, revisions: readonly Revision[]): BlockProvenance[] {
  const kept = known.get(last) ?? provenanceOf(revisions)
  known.set(last, kept)
  return kept
}

function askedOf(revision: Revision): Asked[] {
  const byId = new Map(revision.suggestions.map((one) => [one.id, one]))
  return dispositionRows(revision.document, revision.suggestions).flatMap((row): Asked[] => {
    const made = byId.get(row.suggestion)
    if (!made) return []
    const blocks = made.suggestion.amendments.flatMap((amendment) => (amendment.op === 'insertBlock' ? [] : [amendment.block]))
    return [{
      suggestion: made.id, rev: revision.rev, delegation: made.delegation, claimedAtUtcMs: made.claimedAtUtcMs, blocks: [...new Set(blocks)], words: row.words,
      reason: made.suggestion.reason, verdict: made.verdict?.verdict ?? null, answer: made.verdict?.reason ?? null,
    }]
  })
}
