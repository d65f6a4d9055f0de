/** The words on screen, in the language of this window. */
import type { EntryKind } from '../../shared/toolbox/entry.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Language } from './language.ts'
import type { Translated } from './translated.ts'

export type Words = Translated<typeof en>

const IN: Readonly<Record<Language, Words>> = { en, fr }

/**
 * Whoever reads it reads the language that is spoken then. So nothing keeps words from before: they are read where they are shown, not
 * when a module is loaded.
 */
export let words: Words = en

export function speak(language: Language): void {
  words = IN[language]
}

/** A type that this version does not know is named as it is: it needs a newer version. */
export function timelineWords(type: string, subject: string, about?: EntryKind): string {
  const say = about === undefined ? words.timeline[type] : words.entryTimeline[type]?.bind(null, words.common.inSentence(words.caseFile.kinds[about].name))
  return say === undefined ? words.dossier.newer(type) : say(subject)
}
