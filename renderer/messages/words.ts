/** The words on screen, in the language of this window. French follows as another value of the same type. */
import type { EntryKind } from '../../shared/toolbox/entry.ts'
import { en } from './en.ts'

export type Words = typeof en
export const words: Words = en

/** A type that this version does not know is named as it is: it needs a newer version. */
export function timelineWords(type: string, subject: string, about?: EntryKind): string {
  const say = about === undefined ? words.timeline[type] : words.entryTimeline[type]?.bind(null, words.caseFile.kinds[about].name.toLowerCase())
  return say === undefined ? words.dossier.newer(type) : say(subject)
}
