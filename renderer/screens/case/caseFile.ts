/** What the forms and tabs of a case file share: the state of the dossier, the catalogue in force, and what can be pointed to. */
import { useAnswer } from '../../app/useAnswer.ts'
import type { DossierState, Entry } from '../../../shared/dossier/state.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { entryTitle } from '../../../shared/toolbox/entry.ts'
import type { Measure } from '../../../shared/toolbox/measure.ts'
import { words } from '../../messages/words.ts'

export interface CaseFile {
  readonly state: DossierState
  readonly measures: readonly Measure[]
  /** Version of the catalogue. */
  readonly catalogue: number
}

export function useCaseFile(state: DossierState): CaseFile {
  const answer = useAnswer('catalogue.show', { circle: state.circle })
  const shown = answer.state === 'here' ? answer.value : null
  return { state, measures: shown?.measures ?? [], catalogue: shown?.version ?? 0 }
}

export interface Pointed {
  readonly event: EventId
  readonly name: string
}

/** Everything signed here that an entry can rest on, in causal order within each kind. */
export function pointable({ contributions, attachments, entries }: DossierState): Pointed[] {
  return [
    ...contributions.map((one) => ({ event: one.event, name: `${one.delegation}: ${one.title}` })),
    ...attachments.map((one) => ({ event: one.event, name: `${one.delegation}: ${one.name}` })),
    ...entries.filter((one) => one.withdrawn === null && one.content.kind !== 'printed').map((one) => ({ event: one.event, name: `${one.delegation}: ${nameOf(one)}` })),
  ]
}

/** Its title, or its kind where it has none. */
export function nameOf(entry: Entry): string {
  const title = entryTitle(entry.content)
  return title === '' ? words.caseFile.kinds[entry.content.kind].name : title
}
