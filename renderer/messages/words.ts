/** The words on screen, in the language of this window. French follows as another value of the same type. */
import { en } from './en.ts'

export type Words = typeof en
export const words: Words = en

/** A type that this version does not know is named as it is: it needs a newer version. */
export function timelineWords(type: string, subject: string): string {
  const say = words.timeline[type]
  return say === undefined ? words.dossier.newer(type) : say(subject)
}
