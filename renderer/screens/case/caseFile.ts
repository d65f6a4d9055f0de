/** What the forms and tabs of a case file share: the state of the dossier, and the catalogue in force. */
import { useAnswer } from '../../app/useAnswer.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { Measure } from '../../../shared/toolbox/measure.ts'

export interface CaseFile {
  readonly state: DossierState
  /** What other dossiers here say to this one. */
  readonly namedBy: Output<'dossier.show'>['namedBy']
  readonly measures: readonly Measure[]
  /** Version of the catalogue. */
  readonly catalogue: number
}

export function useCaseFile({ state, namedBy }: Output<'dossier.show'>): CaseFile {
  const answer = useAnswer('catalogue.show', { circle: state.circle })
  const shown = answer.state === 'here' ? answer.value : null
  return { state, namedBy, measures: shown?.measures ?? [], catalogue: shown?.version ?? 0 }
}
