/** The reasons for which something is held back, each once, numbered in the order in which they are met. */
import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'
import type { ExportPlan } from '../../../shared/ipc/exchangeMethods.ts'

type Item = ExportPlan['items'][number]
type Held = Item['heldFrom'][number]

export interface Reason {
  readonly number: number
  readonly why: Held['why']
  readonly remedy: Held['remedy']
  /** Who could release it; null where nobody can, or it is of no single delegation. */
  readonly originator: Delegation | null
  readonly items: readonly Item[]
  readonly from: readonly Delegation[]
}

/** Consent is asked of one originator at a time: the same rule is another reason for each of them. */
export function reasonsOf(items: readonly Item[]): Reason[] {
  const groups = new Map<string, { why: Held['why']; remedy: Held['remedy']; originator: Delegation | null; items: Item[]; from: Set<Delegation> }>()
  for (const item of items) {
    for (const held of item.heldFrom) {
      const originator = held.remedy === 'none' || held.remedy === 'nextBundle' || held.remedy === 'consentForDossier' ? null : item.originator
      const key = `${held.why} ${originator ?? ''} ${held.remedy === 'consentForDossier' ? item.dossier ?? '' : ''}`
      const group = groups.get(key) ?? { why: held.why, remedy: held.remedy, originator, items: [], from: new Set<Delegation>() }
      groups.set(key, group)
      if (!group.items.includes(item)) group.items.push(item)
      group.from.add(held.delegation)
    }
  }
  return [...groups.values()].map((group, at) => ({ ...group, number: at + 1, from: [...group.from].sort(compareDelegations) }))
}
