/** The words of the cover and of the bands above and below, the same in every written form. */
import { bearsCopyNumber } from '../marking/copies.ts'
import type { Classification } from '../marking/marking.ts'
import type { Publication } from './publication.ts'
import type { Move } from './reading.ts'
import { documentNumber } from './revision.ts'

/** Always the bilingual pair: Council Decision 2013/488/EU. */
const CLASSIFICATION_WORDS: Readonly<Record<Classification, string>> = {
  'NONE': '',
  'R-UE/EU-R': 'RESTREINT UE/EU RESTRICTED',
  'C-UE/EU-C': 'CONFIDENTIEL UE/EU CONFIDENTIAL',
  'S-UE/EU-S': 'SECRET UE/EU SECRET',
  'TS-UE/EU-TS': 'TRÈS SECRET UE/EU TOP SECRET',
}

/** Classification, LIMITE, TLP: separate markings, in this order, those that apply. */
export function markingWords(marking: Publication['marking']): string[] {
  return [CLASSIFICATION_WORDS[marking.classification], marking.limite ? 'LIMITE' : '', marking.tlp ? `TLP:${marking.tlp}` : ''].filter((words) => words !== '')
}

export const EXERCISE_WORDS = 'EXERCISE EXERCISE EXERCISE'

export function placeAndDate(publication: Pick<Publication, 'cover'>): string {
  return [publication.cover.place, publication.cover.date].filter((part) => part !== '').join(', ')
}

export function coverFields(publication: Pick<Publication, 'cover'>): { name: string; value: string }[] {
  const { from, to, previousDocument, subject } = publication.cover
  const fields = [{ name: 'From', value: from }, { name: 'To', value: to }, { name: 'No. prev. doc.', value: previousDocument }, { name: 'Subject', value: subject }]
  return fields.filter((field) => field.value !== '')
}

/** `Copy 3 of 27`; from SECRET UE/EU SECRET up every copy is numbered, by hand where the number is not known (Council Decision 2013/488/EU, Annex III). */
export function copyWords({ marking, copy }: Pick<Publication, 'marking' | 'copy'>): string {
  return copy ? `Copy ${copy.number} of ${copy.of}` : bearsCopyNumber(marking) ? 'Copy ....... of .......' : ''
}

/** Left of the foot of each page: number and initials; right: department and language. */
export function footWords(publication: Pick<Publication, 'cover' | 'revLabel'>): { left: string; right: string } {
  const { initials, department, originalLanguage } = publication.cover
  const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('   ')
  return { left: joined([numberWords(publication), initials]), right: joined([department, originalLanguage.toUpperCase()]) }
}

/** `Paragraph 6 has moved and is now paragraph 3, with changes.` */
export function moveWords(move: Move): string {
  return `${capitalised(move.from)} has moved and is now ${move.to}${move.edited ? ', with changes' : ''}.`
}

export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** `7923/2/17 REV 2`, from the number and the label of the revision. */
export function numberWords(publication: Pick<Publication, 'cover' | 'revLabel'>): string {
  return documentNumber(publication.cover, Number(/^REV (\d+)$/.exec(publication.revLabel)?.[1] ?? 0))
}
