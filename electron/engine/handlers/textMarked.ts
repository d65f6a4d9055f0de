import type { Revision } from '../../../shared/dossier/state.ts'
import { amendmentsTaken, askedMoves } from '../../../shared/text/askedMoves.ts'
import { attributed } from '../../../shared/text/attribution.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { Verdict } from '../../../shared/text/amendment.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import type { MarkedDocument } from '../../../shared/text/marked.ts'

/** A text marked against a REV of its own, with who asked for what; the suggestions on that REV, with their verdicts, say which paragraphs were asked to move. */
export function markedAgainst(before: Revision, after: TextDocument, verdicts: readonly Verdict[] = []): MarkedDocument {
  const given = new Map(verdicts.map((verdict) => [verdict.suggestion, verdict]))
  const settled = before.suggestions.map(({ id, delegation, suggestion, verdict }) => ({ delegation, suggestion, verdict: given.get(id) ?? verdict }))
  const marked = compareDocuments(before.document, after, { identifiers: 'stable', moved: askedMoves(settled) })
  return attributed(marked, settled.map((one) => ({ names: [one.delegation], amendments: amendmentsTaken(one) })))
}
