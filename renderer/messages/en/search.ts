import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'

const kinds: Readonly<Record<SearchHit['kind'], string>> = {
  dossier: 'Dossier', text: 'Text', paragraph: 'Text', suggestion: 'Suggestion', comment: 'Comment', contribution: 'Contribution', position: 'Position', answer: 'Silence answer', reservation: 'Reservation', entry: 'Case file',
}

export const search = {
  find: 'Find a text, a delegation, a command', title: 'Find', kinds, found: 'Found', commands: 'Go to and do', options: 'What was found, and commands',
  help: 'Words in quotation marks are a phrase. Capitals and accents do not matter.', keys: 'choose', opens: 'open', closes: 'close',
  goTo: 'Go to', dossier: 'Dossier', directory: 'Directory', appearance: (name: string) => `Appearance: ${name.toLowerCase()}`, lockNow: 'Lock the vault',
  searching: 'Searching…', nothing: 'Nothing found. Fewer words, or only their beginnings, find more.', count: (count: number, more: boolean) => (more ? `The ${count} best are shown. More words narrow it down.` : count === 1 ? '1 place found' : `${count} places found`),
  alsoIn: (revs: readonly string[]) => `same words in ${revs.join(', ')}`,
}
