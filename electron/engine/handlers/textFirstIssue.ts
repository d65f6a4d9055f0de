/** Signs a text that was read or drafted as the first issue of a new one. */
import * as v from 'valibot'
import { hex } from '../../../shared/base/bytes.ts'
import { textIdSchema, type EventId, type TextId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { contentWords } from '../../../shared/text/content.ts'
import type { ImportedText } from '../../../shared/text/imported.ts'
import type { FoldedDossier, HandlerContext, Session } from './context.ts'
import { coverOf } from './textCover.ts'
import { tooLargeForEvent } from './textEvent.ts'

interface First {
  readonly folded: FoldedDossier
  readonly imported: ImportedText
  /** What the person wrote comes before what the text says of itself. */
  readonly asked: Pick<Input<'text.add'>, 'cover' | 'title'>
}

/** For somebody who may issue here. */
export function issueFirst({ folded, imported, asked }: First, session: Session, context: HandlerContext): Result<{ text: TextId; event: EventId; title: string }, Refusal> {
  const { document } = imported
  const text = v.parse(textIdSchema, hex(context.random(32)))
  const title = asked.title?.trim() || imported.title || firstWords(imported)
  const cover = coverOf(asked.cover, imported.cover, title, session.me.delegation, context.now())
  const body = { text, rev: 0, title, cover, document, textHash: context.hash(canonicalText(document)), basis: null }
  if (tooLargeForEvent(body)) return err(refusal('text-too-large', {}, 'limit'))
  const event = session.author({ circle: folded.circle.circle, dossier: folded.state.dossier }, 'text.revIssued', body)
  return ok({ text, event, title })
}

function firstWords({ document }: ImportedText): string {
  const words = document.blocks.map((block) => contentWords(block.content).trim()).find((line) => line !== '') ?? ''
  return words.slice(0, 120).trim()
}
