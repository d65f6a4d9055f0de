import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { contentWords } from '../../../shared/text/content.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import { isCell } from '../../../shared/text/table.ts'
import type { Handler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { issueFirst } from './textFirstIssue.ts'

export const textCreate: Handler<'text.create'> = async (input, session, context) => {
  const folded = session.dossier(input.dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!mayAuthorHere(session, folded, 'text.revIssued')) return err(refusal('role-not-allowed'))
  const document = drafted(input.document)
  if (document.blocks.length === 0) return err(refusal('text-empty'))
  const title = contentWords(document.blocks.find((block) => block.kind === 'title')?.content ?? []).trim().slice(0, 500)
  const issued = issueFirst({ folded, imported: { title, cover: {}, document, notes: [] }, asked: input }, session, context)
  return issued.ok ? ok({ text: issued.value.text, event: issued.value.event }) : issued
}

/** An empty cell is a cell; an empty paragraph is a pause of the writer. */
function drafted(document: TextDocument): TextDocument {
  const { blocks } = normalizeDocument(document)
  const kept = blocks.filter((block) => isCell(block) || block.content.length > 0)
  return { blocks: kept.some((block) => block.content.length > 0) ? kept.map((block, at) => ({ ...block, id: String(at + 1) })) : [] }
}
