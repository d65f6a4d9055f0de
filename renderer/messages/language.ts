/** The languages that Chancery speaks, and which of them a person at this machine is spoken to in. */
import type { Settings } from '../../shared/ipc/vaultMethods.ts'

export const LANGUAGES = ['en', 'fr'] as const
export type Language = (typeof LANGUAGES)[number]

/** As the page, the dates and the screen reader are told. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' }

/** The first of the person's languages (RFC 5646 tags, as a browser lists them) that Chancery speaks; English where it speaks none. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const known = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language)
    if (known !== undefined) return known
  }
  return 'en'
}

/** What the open vault says goes before what was pressed at the door, and that before what the machine speaks. */
export function languageFor(setting: Settings['language'], atTheDoor: Language | null, machine: readonly string[]): Language {
  return setting === 'system' ? atTheDoor ?? languageOf(machine) : setting
}
