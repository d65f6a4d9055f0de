/** A marking as it is written on screens and pages. LIMITE, classification and TLP stay three fields, in this order. */
import type { Classification, Marking } from './marking.ts'

type Marked = Pick<Marking, 'limite' | 'classification' | 'tlp'> & Partial<Pick<Marking, 'releasableTo'>>

/** The bilingual names in full: Council Decision 2013/488/EU, Article 2(2). Null for what is not classified. */
const NAMES: Record<Classification, string | null> = {
  'NONE': null,
  'R-UE/EU-R': 'RESTREINT UE/EU RESTRICTED',
  'C-UE/EU-C': 'CONFIDENTIEL UE/EU CONFIDENTIAL',
  'S-UE/EU-S': 'SECRET UE/EU SECRET',
  'TS-UE/EU-TS': 'TRÈS SECRET UE/EU TOP SECRET',
}

export function classificationName(classification: Classification): string | null {
  return NAMES[classification]
}

/** Each field that says something, for example `LIMITE`, `SECRET UE/EU SECRET`, `TLP:AMBER`; empty for the unmarked. */
export function markingWords(marking: Marked): string[] {
  const releasable = marking.releasableTo ?? []
  const words = [
    marking.limite ? 'LIMITE' : null,
    classificationName(marking.classification),
    marking.tlp === null ? null : `TLP:${marking.tlp}`,
    releasable.length > 0 ? `RELEASABLE TO ${releasable.join(', ')}` : null,
  ]
  return words.filter((word) => word !== null)
}

/** The line at the head and foot of every page; an exercise says so at both ends. Empty for the unmarked. */
export function pageMarkingLine(marking: Marked, exercise: boolean): string {
  const words = markingWords(marking)
  return (exercise ? ['EXERCISE', ...words, 'EXERCISE'] : words).join('  ')
}
