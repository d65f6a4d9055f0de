/** What an entry is called where only the contract may be known. */
import { nameOf, type DossierTitles } from '../dossier/describeEntry.ts'
import type { Entry } from '../dossier/state.ts'

/** `titles`: what other dossiers of the circle are called here. */
export function entryName(entry: Pick<Entry, 'content'>, titles: DossierTitles): string {
  return nameOf(entry, undefined, titles)
}
