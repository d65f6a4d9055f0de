/** Who takes part: the 27 Member States in protocol order, and the institutions. */
import * as v from 'valibot'

export const MEMBER_STATES = [
  'BE', 'BG', 'CZ', 'DK', 'DE', 'EE', 'IE', 'EL', 'ES', 'FR', 'HR', 'IT', 'CY', 'LV', 'LT', 'LU', 'HU', 'MT', 'NL', 'AT', 'PL',
  'PT', 'RO', 'SI', 'SK', 'FI', 'SE',
] as const
export const INSTITUTIONS = ['EEAS', 'COM', 'GSC', 'PRES'] as const
export const DELEGATIONS = [...MEMBER_STATES, ...INSTITUTIONS] as const

export const delegationSchema = v.picklist(DELEGATIONS)
export type Delegation = v.InferOutput<typeof delegationSchema>

/** Protocol order, institutions last: the order of every list of delegations on screen and on paper. */
export function compareDelegations(a: Delegation, b: Delegation): number {
  return DELEGATIONS.indexOf(a) - DELEGATIONS.indexOf(b)
}
