import * as v from 'valibot'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { Verdict } from '../../../shared/text/amendment.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { contentWords } from '../../../shared/text/content.ts'
import { documentSchema, type TextDocument } from '../../../shared/text/document.ts'
import { proveMarked, type Proof } from '../../../shared/text/proof.ts'
import type { Handler } from './context.ts'
import { findToConsolidate, nextOf } from './textConsolidating.ts'
import { markedAgainst } from './textMarked.ts'
import { tooLargeForEvent } from './textEvent.ts'

export const textIssue: Handler<'text.issue'> = async (input, session, context) => {
  const found = findToConsolidate(session, input)
  if (!found.ok) return found
  const { folded, latest } = found.value
  const next = nextOf(found.value, input.verdicts)
  if (!next.ok) return next
  const { document, open } = next.value
  if (open.length > 0) return err(refusal('suggestion-open', { count: open.length }))
  const proof = proveNext(latest, document, input.verdicts)
  if (!proof.ok) return proof
  const rev = latest.rev + 1
  const textHash = context.hash(canonicalText(document))
  const body = {
    text: input.text, rev, title: titleOf(latest, document), cover: { ...latest.cover, date: input.date || latest.cover.date, ...input.cover }, document, textHash,
    basis: { predecessor: latest.event, verdicts: input.verdicts },
  }
  if (tooLargeForEvent(body)) return err(refusal('verify-failed', { reason: 'text-too-large' }))
  const event = session.author({ circle: folded.circle.circle, dossier: input.dossier }, 'text.revIssued', body)
  return ok({ event, rev, textHash, proof: proof.value })
}

/** Nothing is signed whose marked version does not hold both texts exactly, or which others would refuse to read. */
function proveNext(before: Revision, after: TextDocument, verdicts: readonly Verdict[]): Result<Proof, Refusal> {
  const proof = proveMarked(markedAgainst(before, after, verdicts), before.document, after)
  const proven = proof.acceptGivesClean && proof.rejectGivesPredecessor && v.is(documentSchema, after)
  return proven ? ok(proof) : err(refusal('verify-failed', { failures: proof.failures.length }))
}

/** A suggestion may have changed the title itself. */
function titleOf(latest: Revision, document: TextDocument): string {
  const title = document.blocks.find((block) => block.kind === 'title')
  return (title ? contentWords(title.content).trim().slice(0, 500) : '') || latest.title
}
