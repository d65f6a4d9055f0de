/** What the forms and tabs of a case file share: the state of the dossier, and the catalogue in force. */
import { useMemo } from 'react'
import { useHouse } from '../../app/house.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import type { DossierTitles } from '../../../shared/dossier/describeEntry.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Measure } from '../../../shared/toolbox/measure.ts'

export interface CaseFile {
  readonly state: DossierState
  /** What other dossiers here say to this one. */
  readonly namedBy: Output<'dossier.show'>['namedBy']
  /** What the other dossiers of the circle are called here: a link never leaves its circle. */
  readonly dossierTitles: DossierTitles
  readonly measures: readonly Measure[]
  /** Version of the catalogue. */
  readonly catalogue: number
}

export function useCaseFile({ state, namedBy }: Output<'dossier.show'>): CaseFile {
  const answer = useAnswer('catalogue.show', { circle: state.circle })
  const shown = answer.state === 'here' ? answer.value : null
  const dossierTitles = useDossierTitles(state)
  return { state, namedBy, dossierTitles, measures: shown?.measures ?? [], catalogue: shown?.version ?? 0 }
}

export function useDossierTitles({ circle }: DossierState): DossierTitles {
  const { dossiers } = useHouse()
  return useMemo(() => new Map(dossiers.filter((one) => one.circle === circle).map((one) => [one.dossier, one.title])), [dossiers, circle])
}
