/** Delegations and options: the last position of each on each. Nothing is counted into an outcome. */
import { compareDelegations, type Delegation } from '../base/delegations.ts'
import type { EventId } from '../base/identifiers.ts'
import { entriesOf, standing, type TypedEntry } from './entries.ts'
import type { DossierState, Position } from './state.ts'

export interface Heat {
  readonly options: readonly TypedEntry<'option'>[]
  /** In protocol order: those on the list, and whoever else has spoken. The General Secretariat serves the circle: no position is awaited from it. `positions` goes by option. */
  readonly rows: readonly { readonly delegation: Delegation; readonly positions: ReadonlyMap<EventId, Position> }[]
}

export interface OnSubject {
  /** Null for what is no option of this dossier. */
  readonly option: EventId | null
  readonly name: string
  /** In causal order: the last of each delegation counts. */
  readonly said: readonly Position[]
}

/** Positions by what they are on, in the order in which each was first spoken on. An option bears the title that stands, whatever words the position bears. */
export function positionsBySubject({ entries, positions }: Pick<DossierState, 'entries' | 'positions'>): OnSubject[] {
  const titles = new Map(entriesOf(entries, 'option').map((one) => [one.event, one.content.title]))
  const groups = Map.groupBy(positions, ({ option, subject }) => (option !== undefined && titles.has(option) ? option : `words ${subject}`))
  return [...groups.values()].flatMap((said) => {
    const [first] = said
    if (first === undefined) return []
    const title = first.option === undefined ? undefined : titles.get(first.option)
    return [{ option: title === undefined ? null : first.option ?? null, name: title ?? first.subject, said }]
  })
}

export function heatOf({ entries, positions, distribution }: Pick<DossierState, 'entries' | 'positions' | 'distribution'>): Heat {
  const options = standing(entries, 'option')
  const known = new Set(options.map((option) => option.event))
  const onOptions = positions.filter((one) => one.option !== undefined && known.has(one.option))
  const delegations = [...new Set([...distribution.filter((one) => one !== 'GSC'), ...onOptions.map((one) => one.delegation)])].sort(compareDelegations)
  const rows = delegations.map((delegation) => ({
    delegation,
    // Positions stand in causal order, so that the last one set is the one that counts.
    positions: new Map(onOptions.flatMap((one) => (one.delegation === delegation && one.option !== undefined ? [[one.option, one] as const] : []))),
  }))
  return { options, rows }
}
