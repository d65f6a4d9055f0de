import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { VaultHandler } from './context.ts'
import { findRevision } from './textFind.ts'

const MOST_CHARACTERS = 32 * 1024 * 1024

/** Any REV will do, also one that has a successor by now: what was typed on it is kept all the same. */
export const draftKeep: VaultHandler<'draft.keep'> = async (input, session, { now }) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const { dossier, text, rev, content } = input
  const written = JSON.stringify(content)
  if (written.length > MOST_CHARACTERS) return err(refusal('text-too-large', {}, 'limit'))
  const parts = content.kind === 'suggestions' ? content.suggestions.length : content.verdicts.length
  const keptAtUtcMs = now()
  session.transaction(() => session.store.drafts.put({ dossier, text, rev, kind: content.kind, parts, keptAtUtcMs }, written))
  return ok({ keptAtUtcMs })
}
