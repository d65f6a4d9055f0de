/** What evidence proves and what it cannot: screens and command line say the same. */
import type { FoundEvidence } from './exchangeMethods.ts'

export interface EvidenceFacts {
  readonly about: string
  readonly saidBy: string
  readonly fromSeq: number
  readonly toSeq: number
}

export interface EvidenceWords {
  readonly proves: string
  readonly cannot: readonly string[]
}

const CARD = 'whose keys these are. Only the safety words tell.'

export function evidenceWords(kind: FoundEvidence['kind'], { about, fromSeq, saidBy, toSeq }: EvidenceFacts): EvidenceWords {
  const numbers = fromSeq === toSeq ? `event ${fromSeq}` : `events ${fromSeq} to ${toSeq}`
  switch (kind) {
    case 'equivocation': return { proves: `${about} signed two different events under number ${fromSeq} of one log.`, cannot: ['which of the two came first, or why.', CARD] }
    case 'splitView': return {
      proves: `${saidBy} signed that it holds another event ${fromSeq} of ${about} than the one that ${about} signed here.`, cannot: [`whether ${about} signed two events or ${saidBy} states what is not so.`, CARD],
    }
    case 'withheld': return { proves: `${saidBy} signed that it held ${numbers} of ${about} when it sealed a bundle.`, cannot: ['that they did not arrive by another way, or that they were kept back on purpose.', CARD] }
    case 'rosterConflict': return { proves: `${about} signed two rosters that cannot both be, of number ${fromSeq}.`, cannot: ['which of the two was shown to whom, or that the signatory was the secretariat then.', CARD] }
    case 'missingBundle': return { proves: `${about} signed that it had sealed another bundle for the same recipients before its bundle ${fromSeq}.`, cannot: ['that this bundle did not arrive, or where it was lost.', CARD] }
  }
}
