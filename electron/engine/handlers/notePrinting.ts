/** A note of the case file, and the text that was printed from it. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { standing, type TypedEntry } from '../../../shared/dossier/entries.ts'
import { printNote } from '../../../shared/dossier/printNote.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { cataloguesOf } from './catalogueShow.ts'
import type { FoldedDossier, Session } from './context.ts'

export interface Printing {
  readonly note: TypedEntry<'note'>
  /** As it prints now. */
  readonly document: TextDocument
}

export function printingOf(session: Session, { state, circle }: FoldedDossier, id: string): Result<Printing, Refusal> {
  const note = standing(state.entries, 'note').find((one) => one.event === id)
  if (note === undefined) return err(refusal('event-unknown'))
  return ok({ note, document: printNote(note, state, cataloguesOf(session, circle)) })
}
