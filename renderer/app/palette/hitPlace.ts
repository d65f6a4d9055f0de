import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'
import type { Place } from '../place.ts'

/** Where one goes for what was found: the paragraph, the tab of the dossier, the silence procedure. */
export function placeOfHit({ kind, dossier, text, procedure }: SearchHit, askedUtcMs: number): Place {
  if (procedure !== null) return { at: 'silence', dossier, procedure }
  if (text !== null && kind === 'reservation') return { at: 'reservations', dossier, text: text.text }
  if (text !== null) return { at: 'text', dossier, text: text.text, found: { rev: text.rev, block: text.block, askedUtcMs } }
  if (kind === 'contribution') return { at: 'dossier', dossier, tab: 'awareness' }
  return kind === 'position' ? { at: 'dossier', dossier, tab: 'positions' } : { at: 'dossier', dossier }
}
