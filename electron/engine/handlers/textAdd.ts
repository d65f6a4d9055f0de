import type { DossierId } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { issueFirst } from './textFirstIssue.ts'
import { readTextSource } from './textSource.ts'

/** The right to issue is asked before the file is opened: nothing foreign is parsed for somebody who may not use it. */
export const textAdd: Handler<'text.add'> = async (input, session, context) => {
  const folded = session.dossier(input.dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!mayAuthorHere(session, folded, 'text.revIssued')) return err(refusal('role-not-allowed'))
  const imported = await readTextSource(input.source, context)
  if (!imported.ok) return imported
  const issued = issueFirst({ folded, imported: imported.value, asked: input }, session, context)
  if (!issued.ok) return issued
  const { text, event, title } = issued.value
  const dossier: DossierId = input.dossier
  const { fileName } = imported.value
  session.record('text.add', fileName, 'done', null, { dossier, marking: folded.state.marking, details: [['text', title], ['event', event]] })
  return ok({ text, event, notes: [...imported.value.notes] })
}
