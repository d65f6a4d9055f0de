import * as v from 'valibot'
import { hex } from '../../../shared/base/bytes.ts'
import { textIdSchema, type DossierId, type TextId } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import type { DossierEventBody } from '../../../shared/dossier/events.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { contentWords } from '../../../shared/text/content.ts'
import type { ImportedText } from '../../../shared/text/imported.ts'
import type { Handler, HandlerContext, Session } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'
import { coverOf } from './textCover.ts'
import { tooLargeForEvent } from './textEvent.ts'
import { readTextSource } from './textSource.ts'

/** The right to issue is asked before the file is opened: nothing foreign is parsed for somebody who may not use it. */
export const textAdd: Handler<'text.add'> = async (input, session, context) => {
  const folded = session.dossier(input.dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!mayAuthorHere(session, folded, 'text.revIssued')) return err(refusal('role-not-allowed'))
  const imported = await readTextSource(input.source, context)
  if (!imported.ok) return imported
  const text = v.parse(textIdSchema, hex(context.random(32)))
  const body = firstIssue(text, imported.value, input, session, context)
  if (tooLargeForEvent(body)) return err(refusal('text-too-large', {}, 'limit'))
  const dossier: DossierId = input.dossier
  const event = session.author({ circle: folded.circle.circle, dossier }, 'text.revIssued', body)
  const { fileName } = imported.value
  session.record('text.add', fileName, 'done', null, { dossier, marking: folded.state.marking, details: [['text', body.title], ['event', event]] })
  return ok({ text, event, notes: [...imported.value.notes] })
}

function firstIssue(
  text: TextId, imported: ImportedText, input: Input<'text.add'>, session: Session, context: HandlerContext,
): DossierEventBody<'text.revIssued'> {
  const { document } = imported
  const title = input.title?.trim() || imported.title || firstWords(imported)
  return {
    text, rev: 0, title, cover: coverOf(input.cover, imported.cover, title, session.me.delegation, context.now()), document,
    textHash: context.hash(canonicalText(document)), basis: null,
  }
}

function firstWords({ document }: ImportedText): string {
  const words = document.blocks.map((block) => contentWords(block.content).trim()).find((line) => line !== '') ?? ''
  return words.slice(0, 120).trim()
}
