/** Delegations and options: the last position of each on each. Nothing is counted into an outcome. */
import { compareDelegations, type Delegation } from '../base/delegations.ts'
import type { EventId } from '../base/identifiers.ts'
import { standing, type TypedEntry } from './entries.ts'
import type { DossierState, Position } from './state.ts'

export interface Heat {
  readonly options: readonly TypedEntry<'option'>[]
  /** In protocol order: those on the list, and whoever else has spoken. The General Secretariat serves the circle: no position is awaited from it. `positions` goes by option. */
  readonly rows: readonly { readonly delegation: Delegation; readonly positions: ReadonlyMap<EventId, Position> }[]
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
