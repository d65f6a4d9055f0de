/** What can be done from the palette by its name: go to a section, a dossier or a delegation, lock, change the appearance. */
import type { Settings } from '../../../shared/ipc/vaultMethods.ts'
import { words } from '../../messages/words.ts'
import type { House } from '../house.ts'
import { SECTIONS, startOf, type Place } from '../place.ts'

export interface Command {
  readonly id: string
  readonly name: string
  readonly note: string
  /** The key that does the same. */
  readonly key?: string
  /** Offered before anything is typed. */
  readonly offered: boolean
  readonly run: () => void
}

export interface CommandPorts {
  go(place: Place): void
  lock(): void
  appear(appearance: Settings['appearance']): void
}

const MOST_DOSSIERS_OFFERED = 12
/** More would push what was found out of sight. */
const MOST_MATCHING = 6
const APPEARANCES = ['light', 'dark', 'system'] as const

export function commandsOf({ dossiers, circles }: Pick<House, 'dossiers' | 'circles'>, { go, lock, appear }: CommandPorts): Command[] {
  const people = new Map(circles.flatMap((circle) => circle.entries).filter((entry) => !entry.removed).map((entry) => [entry.installation, entry]))
  return [
    ...SECTIONS.map((section) => ({ id: `section-${section}`, name: words.frame.sections[section], note: words.search.goTo, offered: true, run: () => go(startOf(section)) })),
    { id: 'compare', name: words.compare.title, note: words.search.goTo, offered: false, run: () => go({ at: 'compare', dossier: null, text: null }) },
    { id: 'proof', name: words.proof.foreign, note: words.search.goTo, offered: false, run: () => go({ at: 'proof' }) },
    ...dossiers.map((one, at) => ({
      id: `dossier-${one.dossier}`, name: one.title, note: `${words.search.dossier} ${one.reference}`, offered: at < MOST_DOSSIERS_OFFERED, run: () => go({ at: 'dossier', dossier: one.dossier }),
    })),
    ...[...people.values()].map((one) => ({
      id: `delegation-${one.installation}`, name: `${words.delegations[one.delegation]} (${one.delegation})`, note: `${one.name}, ${words.search.directory}`, offered: false, run: () => go({ at: 'directory' }),
    })),
    { id: 'lock', name: words.search.lockNow, note: '', key: 'Ctrl L', offered: true, run: lock },
    ...APPEARANCES.map((appearance) => ({ id: `appearance-${appearance}`, name: words.search.appearance(words.settings.appearances[appearance]), note: '', offered: true, run: () => appear(appearance) })),
  ]
}

/** Those in which every word that was typed begins a word; before anything is typed, those that are worth offering. */
export function matchingCommands(commands: readonly Command[], typed: string): Command[] {
  const asked = wordsIn(typed)
  if (asked.length === 0) return typed.trim() === '' ? commands.filter((command) => command.offered) : []
  return commands.filter(({ name, note }) => {
    const own = wordsIn(`${name} ${note}`)
    return asked.every((word) => own.some((one) => one.startsWith(word)))
  }).slice(0, MOST_MATCHING)
}

function wordsIn(text: string): string[] {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}
