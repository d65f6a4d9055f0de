/** The marking of a whole is the highest of its parts: Council Decision 2013/488/EU, Annex III, for the classifications. */
import { CLASSIFICATIONS, TLP_COLOURS, type Classification, type Marking, type TlpColour } from './marking.ts'

export const UNMARKED: Marking = { limite: false, classification: 'NONE', tlp: null, releasableTo: [] }

/** `UNMARKED` for no parts at all. */
export function highestOf(markings: readonly Marking[]): Marking {
  const [first, ...rest] = markings
  return first ? rest.reduce(higher, first) : UNMARKED
}

/** Whether a whole that bears `whole` can hold this part without bearing more. */
export function isWithin(part: Marking, whole: Marking): boolean {
  const both = higher(whole, part)
  return both.limite === whole.limite && both.classification === whole.classification && both.tlp === whole.tlp && both.releasableTo.length === whole.releasableTo.length
}

function higher(a: Marking, b: Marking): Marking {
  return {
    limite: a.limite || b.limite,
    classification: higherClassification(a.classification, b.classification),
    tlp: higherColour(a.tlp, b.tlp),
    // The whole may go beyond the distribution list only where every part may.
    releasableTo: a.releasableTo.filter((name) => b.releasableTo.includes(name)),
  }
}

function higherClassification(a: Classification, b: Classification): Classification {
  return CLASSIFICATIONS.indexOf(a) >= CLASSIFICATIONS.indexOf(b) ? a : b
}

function higherColour(a: TlpColour | null, b: TlpColour | null): TlpColour | null {
  if (a === null || b === null) return a ?? b
  return TLP_COLOURS.indexOf(a) >= TLP_COLOURS.indexOf(b) ? a : b
}
