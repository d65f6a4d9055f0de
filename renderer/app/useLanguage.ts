/** Which language this window speaks: one for all of it, and remembered over a lock, which loads the window anew. */
import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Settings } from '../../shared/ipc/vaultMethods.ts'
import { LANGUAGES, languageFor, LOCALES, type Language } from '../messages/language.ts'
import { speak } from '../messages/words.ts'

/** Lives in memory until the window is closed; it says nothing but the language. */
const KEPT = 'language'
const listeners = new Set<() => void>()
let spoken: Language = 'en'

function change(language: Language): void {
  spoken = language
  speak(language)
  document.documentElement.lang = LOCALES[language]
  for (const listener of listeners) listener()
}

/** Chosen before the vault is open, or null. */
function atTheDoor(): Language | null {
  return LANGUAGES.find((language) => language === sessionStorage.getItem(KEPT)) ?? null
}

/** To be called before the first word is shown. */
export function beginSpeaking(): void {
  change(languageFor('system', atTheDoor(), navigator.languages))
}

/** Pressed on the first page or on a locked one. */
export function speakFromNow(language: Language): void {
  sessionStorage.setItem(KEPT, language)
  change(language)
}

export function useSpoken(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, () => spoken)
}

/** As the open vault says; null while it has not said anything. */
export function useLanguage(setting: Settings['language'] | null): void {
  const before = useRef<Settings['language'] | null>(null)
  useEffect(() => {
    if (setting === null) return
    // Whoever goes over to the machine's language means it: what was chosen at the door, or remembered for it, no longer stands.
    if (setting === 'system' && before.current !== null && before.current !== 'system') sessionStorage.removeItem(KEPT)
    before.current = setting
    const language = languageFor(setting, atTheDoor(), navigator.languages)
    if (setting !== 'system') sessionStorage.setItem(KEPT, language)
    if (language !== spoken) change(language)
  }, [setting])
}
