import type { Marking } from './marking.ts'

/** Council Decision 2013/488/EU, Annex III: documents from SECRET UE/EU SECRET up bear a copy number on every page. */
export function bearsCopyNumber({ classification }: Pick<Marking, 'classification'>): boolean {
  return classification === 'S-UE/EU-S' || classification === 'TS-UE/EU-TS'
}
