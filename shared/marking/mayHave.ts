/** The release gate: who may have an item, decided per recipient at export, with the reason where it is held back. */
import type { Delegation } from '../base/delegations.ts'

export type HeldBecause = 'notOnDistributionList' | 'removed'
export type Release = { readonly goes: true } | { readonly goes: false; readonly why: HeldBecause }

/** `removed`: the recipient no longer stands in the roster; nothing goes to it, whatever the list says. */
export function mayHave(delegation: Delegation, distribution: readonly Delegation[], removed = false): Release {
  if (removed) return { goes: false, why: 'removed' }
  return distribution.includes(delegation) ? { goes: true } : { goes: false, why: 'notOnDistributionList' }
}
