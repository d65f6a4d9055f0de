import { err, ok } from '../../../shared/base/result.ts'
import { printedText } from '../../../shared/dossier/entries.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import type { Handler } from './context.ts'
import { printingOf } from './notePrinting.ts'

/** Identifiers of the two have nothing to do with each other: the text went its own way. */
export const noteCompare: Handler<'note.compare'> = async ({ dossier, note: id }, session, context) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const printing = printingOf(session, folded, id)
  if (!printing.ok) return printing
  const found = printedText(folded.state, id)
  const revision = found?.text.revisions.at(-1)
  if (found === null || revision === undefined) return ok({ printed: null })
  const { printed } = found
  const now = context.hash(canonicalText(printing.value.document))
  return ok({
    printed: {
      text: printed.content.text, rev: revision.rev, unchangedSincePrinted: now === printed.content.documentHash, differs: now !== revision.textHash,
      marked: compareDocuments(printing.value.document, revision.document, { identifiers: 'unrelated' }),
    },
  })
}
