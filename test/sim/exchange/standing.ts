/** How somebody stands in a roster as it is known in one place. */
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import { standingAt, type CircleState } from '../../../shared/circle/roster.ts'
import type { Party } from './party.ts'
import type { World } from './world.ts'

export type Standing = 'present' | 'suspended' | 'out'

export function standingIn(state: CircleState, installation: InstallationId): Standing {
  const entry = standingAt(state, installation, state.epoch)
  return entry === null ? 'out' : entry.suspended ? 'suspended' : 'present'
}

/** As the secretariat has it: the roster that counts in the end. */
export function rosterOf({ broken, secretariat, template }: Pick<World, 'broken' | 'secretariat' | 'template'>): CircleState {
  const state = secretariat.vault.session.circle(template.circle)
  if (state === null) throw broken('the secretariat has lost its circle')
  return state
}

export function membersThat(standing: Standing, world: World): Party[] {
  const state = rosterOf(world)
  return world.members.filter((one) => standingIn(state, one.installation) === standing)
}
