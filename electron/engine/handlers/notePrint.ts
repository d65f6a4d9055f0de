import * as v from 'valibot'
import { hex } from '../../../shared/base/bytes.ts'
import { textIdSchema } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { VaultHandler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { mayWriteKind } from './entryChecks.ts'
import { printingOf } from './notePrinting.ts'
import { coverOf } from './textCover.ts'
import { tooLargeForEvent } from './textEvent.ts'

export const notePrint: VaultHandler<'note.print'> = async ({ dossier, note: id, cover }, session, context) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!mayAuthorHere(session, folded, 'text.revIssued') || !mayWriteKind(session, folded, 'printed', null)) return err(refusal('role-not-allowed'))
  const printing = printingOf(session, folded, id)
  if (!printing.ok) return printing
  const { note, document } = printing.value
  const text = v.parse(textIdSchema, hex(context.random(32)))
  const documentHash = context.hash(canonicalText(document))
  const { title } = note.content
  const body = { text, rev: 0, title, cover: coverOf(cover, {}, title, session.me.delegation, context.now()), document, textHash: documentHash, basis: null }
  if (tooLargeForEvent(body)) return err(refusal('text-too-large', {}, 'limit'))
  const place = { circle: folded.circle.circle, dossier }
  const issued = session.transaction(() => {
    const revision = session.author(place, 'text.revIssued', body)
    const event = session.author(place, 'entry.added', { content: { kind: 'printed', note: note.event, text, revision, documentHash }, marking: null })
    return { revision, event }
  })
  session.record('note.print', title, 'done', null, { dossier, marking: folded.state.marking, details: [['text', title], ['event', issued.revision]] })
  return ok({ text, documentHash, ...issued })
}
