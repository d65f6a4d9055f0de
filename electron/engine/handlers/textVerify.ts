import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { proveMarked } from '../../../shared/text/proof.ts'
import type { Handler } from './context.ts'
import { markedAgainst } from './textMarked.ts'
import { findRevision, revisionAt } from './textFind.ts'

/** Also whether the issuer's hash is that of the words: whoever signed another one has signed a text that nobody can read. */
export const textVerify: Handler<'text.verify'> = async (input, session, context) => {
  const found = findRevision(session, input)
  if (!found.ok) return found
  const { text, revision } = found.value
  const before = revisionAt(text, revision.rev - 1)
  if (!before) return err(refusal('revision-unknown', { rev: revision.rev - 1 }))
  const proof = proveMarked(markedAgainst(before, revision.document), before.document, revision.document)
  const textHash = context.hash(canonicalText(revision.document))
  if (textHash !== revision.textHash) {
    proof.acceptGivesClean = false
    proof.failures.push({ place: 'Hash of the text', expected: revision.textHash, found: textHash })
  }
  return ok({ rev: revision.rev, comparedWith: before.rev, textHash, proof })
}
