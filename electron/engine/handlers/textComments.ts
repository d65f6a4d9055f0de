import { ok } from '../../../shared/base/result.ts'
import type { Revision, Thread } from '../../../shared/dossier/state.ts'
import { carryPlace } from '../../../shared/text/carryPassage.ts'
import type { Inline } from '../../../shared/text/document.ts'
import type { TextPlace } from '../../../shared/text/place.ts'
import type { Handler } from './context.ts'
import { registerDossierView } from './registerView.ts'
import { findText } from './textFind.ts'

/** A comment stays with its words: from REV to REV its place is followed, into what replaces its words, until they go. */
export const textComments: Handler<'text.comments'> = async (input, session) => {
  const found = findText(session, input)
  if (!found.ok) return found
  registerDossierView(session, found.value.folded)
  const { text, latest } = found.value
  return ok({ rev: latest.rev, threads: text.comments.map((thread) => ({ ...thread, now: followed(thread, text.revisions) })) })
}

function followed(thread: Thread, revisions: readonly Revision[]): TextPlace | null {
  let place = thread.place
  for (let rev = thread.rev; place !== null && rev + 1 < revisions.length; rev++) {
    const [before, after] = [contentAt(revisions[rev], place), contentAt(revisions[rev + 1], place)]
    place = before === null || after === null ? null : carryPlace(before, after, place)
  }
  return place
}

function contentAt(revision: Revision | undefined, { block }: TextPlace): readonly Inline[] | null {
  return revision?.document.blocks.find((one) => one.id === block)?.content ?? null
}
