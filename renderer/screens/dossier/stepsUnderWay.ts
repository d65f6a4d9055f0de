import type { DossierSummary } from '../../app/house.ts'

/** By number, ascending: begun and not done, or reopened. */
export function stepsUnderWay({ steps }: Pick<DossierSummary, 'steps'>): number[] {
  return steps.flatMap((state, at) => (state === 'begun' || state === 'reopened' ? [at + 1] : []))
}

/** Those that have come less far first; where none is under way, first of all. */
export function byProgress(a: Pick<DossierSummary, 'steps'>, b: Pick<DossierSummary, 'steps'>): number {
  return (stepsUnderWay(a).at(-1) ?? 0) - (stepsUnderWay(b).at(-1) ?? 0)
}
