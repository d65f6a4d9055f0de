import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'
import type { EntryKind } from '../../../shared/toolbox/entry.ts'
import type { DossierTab, Place } from '../place.ts'

/** Where the entries of each kind stand. */
const TAB_OF: Readonly<Record<EntryKind, DossierTab>> = {
  description: 'overview', link: 'overview', interest: 'overview', route: 'overview', briefing: 'awareness', indicators: 'awareness', finding: 'attribution', attribution: 'attribution', consideration: 'attribution',
  note: 'options', option: 'options', printed: 'options', deliberation: 'decisions', decision: 'decisions', action: 'implementation', communication: 'communication', partnerRequest: 'partners', alignment: 'partners',
  effect: 'evaluation', lesson: 'evaluation',
}

/** Where one goes for what was found: the paragraph, the tab of the dossier, the silence procedure. */
export function placeOfHit({ about, kind, dossier, text, procedure }: SearchHit, askedUtcMs: number): Place {
  if (procedure !== null) return { at: 'silence', dossier, procedure }
  if (text !== null && kind === 'reservation') return { at: 'reservations', dossier, text: text.text }
  if (text !== null) return { at: 'text', dossier, text: text.text, found: { rev: text.rev, block: text.block, askedUtcMs } }
  if (about !== null) return { at: 'dossier', dossier, tab: TAB_OF[about] }
  if (kind === 'contribution') return { at: 'dossier', dossier, tab: 'awareness' }
  return kind === 'position' ? { at: 'dossier', dossier, tab: 'positions' } : { at: 'dossier', dossier }
}
