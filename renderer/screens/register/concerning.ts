import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { words } from '../../messages/words.ts'

/** What an entry is about. The names of settings are words of the app, and stand in the language of the window; everything else as it was written down. */
export function concerning({ action, details, subject }: Pick<RegisterEntry, 'action' | 'details' | 'subject'>): string {
  const changed = action === 'settings.changed' ? details.filter(([, text]) => text !== '') : []
  return changed.length === 0 ? subject : changed.map(([name]) => words.said.registerName(name)).join(', ')
}
